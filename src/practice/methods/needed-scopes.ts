import { SlackRefusal } from '../server/slack-refusal.ts';
import type { World } from '../server/world.ts';

const anyHistory = ['channels:history', 'groups:history', 'im:history', 'mpim:history'];
const anyRead = ['channels:read', 'groups:read', 'im:read', 'mpim:read'];
const anyManage = ['channels:manage', 'groups:write', 'im:write', 'mpim:write'];

/** Any one of these lets a method be called; methods not named need none. From the method pages of docs.slack.dev. */
const neededScopes: Readonly<Record<string, readonly string[]>> = {
  'bookmarks.list': ['bookmarks:read'],
  'bots.info': ['users:read'],
  'conversations.canvases.create': ['canvases:write'],
  'conversations.history': anyHistory,
  'conversations.info': anyRead,
  'conversations.join': ['channels:join'],
  'conversations.list': anyRead,
  'conversations.members': anyRead,
  'conversations.replies': anyHistory,
  'emoji.list': ['emoji:read'],
  'files.info': ['files:read'],
  'reactions.get': ['reactions:read'],
  'team.info': ['team:read'],
  'users.conversations': anyRead,
  'users.info': ['users:read'],
  'users.list': ['users:read'],
  'users.lookupByEmail': ['users:read.email'],
  'users.profile.get': ['users.profile:read'],
};

/** What the other methods of a family need. */
const familyScopes: Readonly<Record<string, readonly string[]>> = {
  bookmarks: ['bookmarks:write'],
  canvases: ['canvases:write'],
  chat: ['chat:write'],
  conversations: anyManage,
  files: ['files:write'],
  pins: ['pins:write'],
  reactions: ['reactions:write'],
  usergroups: ['usergroups:read'],
};

/** Refuses a call the bot was granted no scope for, as Slack does. */
export function checkScope(world: World, method: string): void {
  const needed = neededScopes[method] ?? familyScopes[method.split('.')[0] ?? ''];
  if (!needed || needed.some((scope) => world.app.scopes.includes(scope))) return;
  throw new SlackRefusal('missing_scope', { needed: needed.join(','), provided: world.app.scopes.join(',') });
}
