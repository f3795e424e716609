import type { PracticePerson } from '../control.ts';
import type { Room } from '../server/room.ts';
import { slackConversation } from '../server/rooms.ts';
import { SlackRefusal } from '../server/slack-refusal.ts';
import type { World } from '../server/world.ts';
import { neededText, textArg } from './arguments.ts';
import { personArg } from './lookup.ts';
import type { Methods } from './method.ts';
import { pageOf } from './paging.ts';
import { wantedRooms } from './wanted-rooms.ts';

export const userMethods: Methods = {
  'users.info': (world, args) => ({ user: slackUser(world, personArg(world, args)) }),

  'users.list': (world, args) => {
    const page = pageOf([...world.people.values()], args, { usual: 1000, most: 1000 });
    return { members: page.items.map((person) => slackUser(world, person)), cache_ts: 0, ...page.next };
  },

  'users.lookupByEmail': (world, args) => {
    const email = neededText(args, 'email', 'users_not_found').toLowerCase();
    const person = [...world.people.values()].find((one) => one.email?.toLowerCase() === email);
    if (!person) throw new SlackRefusal('users_not_found');
    return { user: slackUser(world, person) };
  },

  'users.profile.get': (world, args) => ({ profile: profileOf(world, personArg(world, args)) }),

  'users.conversations': (world, args) => {
    const user = textArg(args, 'user') ?? world.app.botUser;
    const rooms = wantedRooms(world, args).filter((room) => room.members.has(user));
    const page = pageOf(rooms, args, { usual: 100, most: 999 });
    return { channels: page.items.map((room) => listedConversation(world, room)), ...page.next };
  },
};

/** Slack leaves out how many are in it and whether the asker is. */
function listedConversation(world: World, room: Room): Record<string, unknown> {
  const { is_member: _, num_members: __, ...shape } = slackConversation(world, room);
  return shape;
}

/** A person as Slack's API shows one; the e-mail address only with the scope for it. */
export function slackUser(world: World, person: PracticePerson): Record<string, unknown> {
  return {
    id: person.id,
    team_id: world.team.id,
    name: person.name,
    deleted: person.deleted === true,
    color: person.color.replace('#', ''),
    real_name: person.realName,
    tz: person.timezone,
    tz_label: person.timezone,
    tz_offset: offsetSeconds(person.timezone, world.clock.now()),
    profile: profileOf(world, person),
    is_admin: person.role === 'manager',
    is_owner: false,
    is_primary_owner: false,
    is_restricted: person.restricted === true,
    is_ultra_restricted: false,
    is_bot: person.isBot,
    is_app_user: false,
    updated: 0,
  };
}

function profileOf(world: World, person: PracticePerson): Record<string, unknown> {
  const [first = '', ...last] = person.realName.split(' ');
  const mayReadEmail = world.app.scopes.includes('users:read.email');
  return {
    real_name: person.realName,
    real_name_normalized: person.realName,
    display_name: person.name,
    display_name_normalized: person.name,
    first_name: first,
    last_name: last.join(' '),
    title: person.note,
    ...(person.email !== undefined && mayReadEmail && { email: person.email }),
    team: world.team.id,
    ...(person.isBot && { bot_id: world.app.botId, api_app_id: world.app.id }),
  };
}

function offsetSeconds(timezone: string, now: number): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: timezone,
    timeZoneName: 'longOffset',
  }).formatToParts(now);
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
  const match = /([+-])(\d{2}):(\d{2})/.exec(name);
  if (!match) return 0;
  const seconds = Number(match[2]) * 3600 + Number(match[3]) * 60;
  return match[1] === '-' ? -seconds : seconds;
}
