import { z } from 'zod';
import { Refused } from '../../domain/errors.ts';
import { minute } from '../../domain/time.ts';
import type { CallSlack } from './call-slack.ts';
import { toDeskId } from './ids.ts';

const cursor = z.object({ next_cursor: z.string().optional() }).nullish();
const Channels = z.object({
  channels: z.array(z.object({ id: z.string(), name: z.string().nullish() })),
  response_metadata: cursor,
});
const Groups = z.object({ usergroups: z.array(z.object({ id: z.string(), handle: z.string() })) });
const GroupUsers = z.object({ users: z.array(z.string()) });
const ByEmail = z.object({ user: z.object({ id: z.string() }) });
const Channel = z.object({ channel: z.object({ id: z.string() }) });
const User = z.object({ user: z.object({ id: z.string() }) });

/** Slack's paging limit for lists of channels. */
const pageSize = 1000;
/** 100,000 channels; more means the cursor runs in circles. */
const mostPages = 100;

export type Resolve = (reference: string) => Promise<readonly string[]>;

/** `#name`, `#C01` → channels; e-mail, `U01`, `@group`, `S01` → people. All as desk ids; empty when unknown. */
export function openResolve(call: CallSlack, nowMs: () => number): Resolve {
  // Several names are asked for at start; one listing (Tier 2, 20 a minute) serves them all.
  let listing: { names: Promise<ReadonlyMap<string, string>>; until: number } | undefined;

  function channelNames(): Promise<ReadonlyMap<string, string>> {
    if (!listing || listing.until < nowMs()) {
      const names = listChannels(call);
      listing = { names, until: nowMs() + minute };
      names.catch(() => {
        listing = undefined;
      });
    }
    return listing.names;
  }

  return async (reference) => {
    const word = reference.trim().replace(/^slack:/, '');
    const bare = word.replace(/^[#@]/, '');
    if (/^[CGD][A-Z0-9]{2,}$/.test(bare)) {
      return found(async () => [(await call('conversations.info', { channel: bare }, Channel)).channel.id]);
    }
    if (/^[UW][A-Z0-9]{2,}$/.test(bare)) {
      return found(async () => [(await call('users.info', { user: bare }, User)).user.id]);
    }
    if (word.startsWith('#')) {
      const id = (await channelNames()).get(bare.toLowerCase());
      return id === undefined ? [] : [toDeskId(id)];
    }
    if (/^[^@\s]+@[^@\s]+$/.test(word)) {
      return found(async () => [(await call('users.lookupByEmail', { email: word }, ByEmail)).user.id]);
    }
    if (word.startsWith('@') || /^S[A-Z0-9]{2,}$/.test(word)) return found(() => groupMembers(call, bare));
    return [];
  };
}

async function listChannels(call: CallSlack): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  const args = { types: 'public_channel,private_channel', exclude_archived: true, limit: pageSize };
  let next = '';
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await call('conversations.list', { ...args, ...(next && { cursor: next }) }, Channels);
    for (const { id, name } of answer.channels) if (name) names.set(name, id);
    next = answer.response_metadata?.next_cursor ?? '';
    if (next === '') break;
  }
  return names;
}

async function groupMembers(call: CallSlack, handle: string): Promise<readonly string[]> {
  const { usergroups } = await call('usergroups.list', {}, Groups);
  const group = usergroups.find((each) => each.handle === handle || each.id === handle);
  if (!group) return [];
  return (await call('usergroups.users.list', { usergroup: group.id }, GroupUsers)).users;
}

const unknown: ReadonlySet<string> = new Set([
  'channel_not_found',
  'user_not_found',
  'users_not_found',
  'no_such_subteam',
  'not_found',
  // Workspaces on the free plan have no user groups at all.
  'paid_teams_only',
  'plan_upgrade_required',
]);

async function found(ask: () => Promise<readonly string[]>): Promise<readonly string[]> {
  try {
    return (await ask()).map(toDeskId);
  } catch (error) {
    // Not knowing a reference is an answer of this verb, not a failure.
    if (error instanceof Refused && unknown.has(error.code)) return [];
    throw error;
  }
}
