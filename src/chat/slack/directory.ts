import { z } from 'zod';
import { Refused } from '../../domain/errors.ts';
import type { Person } from '../../domain/person.ts';
import { hour } from '../../domain/time.ts';
import type { CallSlack } from './call-slack.ts';
import { fromDeskId, toDeskId } from './ids.ts';

const lifetimeMs = hour;
/** People remembered at most; the longest known are forgotten first. */
const mostPeople = 20_000;

const SlackUser = z.object({
  id: z.string(),
  team_id: z.string().nullish(),
  name: z.string().nullish(),
  real_name: z.string().nullish(),
  tz: z.string().nullish(),
  is_bot: z.boolean().nullish(),
  is_restricted: z.boolean().nullish(),
  is_ultra_restricted: z.boolean().nullish(),
  is_stranger: z.boolean().nullish(),
  profile: z
    .object({
      display_name: z.string().nullish(),
      real_name: z.string().nullish(),
      email: z.string().nullish(),
    })
    .nullish(),
});
const UserInfo = z.object({ user: SlackUser });
const BotInfo = z.object({ bot: z.object({ id: z.string(), name: z.string().nullish() }) });

/** People of the workspace, remembered for an hour. */
export type Directory = {
  person(id: string): Promise<Person>;
  /** The name of a Slack user (not desk id) when it is remembered. */
  nameOf(userId: string): string | undefined;
};

export function openDirectory(call: CallSlack, nowMs: () => number): Directory {
  const known = new Map<string, { person: Person; until: number }>();
  const asked = new Map<string, Promise<Person>>();

  async function ask(id: string): Promise<Person> {
    try {
      const person = id.startsWith('B') ? await askBot(call, id) : await askUser(call, id);
      known.delete(id);
      known.set(id, { person, until: nowMs() + lifetimeMs });
      for (const oldest of known.keys()) {
        if (known.size <= mostPeople) break;
        known.delete(oldest);
      }
      return person;
    } finally {
      asked.delete(id);
    }
  }

  return {
    async person(deskId) {
      const id = fromDeskId(deskId);
      const remembered = known.get(id);
      if (remembered && remembered.until > nowMs()) return remembered.person;
      const underway = asked.get(id) ?? ask(id);
      asked.set(id, underway);
      return underway;
    },
    nameOf: (userId) => known.get(userId)?.person.name,
  };
}

async function askUser(call: CallSlack, id: string): Promise<Person> {
  const { user } = await call('users.info', { user: id }, UserInfo);
  const name = [user.profile?.real_name, user.real_name, user.profile?.display_name, user.name].find(Boolean);
  return {
    id: toDeskId(user.id),
    name: name ?? user.id,
    ...(user.profile?.email && { email: user.profile.email }),
    ...(user.team_id && { workspace: toDeskId(user.team_id) }),
    ...(user.tz && { timezone: user.tz }),
    isApp: user.is_bot === true || user.id === 'USLACKBOT',
    isGuest: Boolean(user.is_restricted || user.is_ultra_restricted || user.is_stranger),
  };
}

async function askBot(call: CallSlack, id: string): Promise<Person> {
  const { bot } = await call('bots.info', { bot: id }, BotInfo);
  if (bot.id !== id) throw new Refused('This app is not known in the workspace.', 'bot_not_found');
  return { id: toDeskId(bot.id), name: bot.name || bot.id, isApp: true, isGuest: false };
}
