/** Every permission the app asks for, and what it is for. What no code needs is not asked for. */
export const scopes = {
  'app_mentions:read': 'hears when somebody addresses the desk in a channel',
  'channels:history': 'reads requests and threads in public channels it was invited to',
  'channels:read': 'finds public channels by name and checks that it is in them',
  'chat:write': 'says its lines, cards and answers, and changes them in place',
  'chat:write.public': 'posts in public channels nobody invited it to',
  commands: 'offers /ticket and the shortcuts',
  'files:read': 'sees the name, size and address of files on a request',
  'groups:history': 'reads requests and threads in private channels it was invited to',
  'groups:read': 'finds private channels by name and checks that it is in them',
  'im:history': 'reads what people write to the desk directly',
  'im:read': 'knows its direct conversations',
  'im:write': 'opens a direct conversation when a private line cannot be shown',
  'mpim:history': 'reads requests in group conversations it was added to',
  'mpim:read': 'knows the group conversations it is in',
  'reactions:read': 'hears the ticket emoji',
  'usergroups:read': 'knows the members of a user group named in the settings',
  'users:read': 'knows the names of people',
  'users:read.email': 'tells by e-mail address which account somebody belongs to',
} as const;

export type Scope = keyof typeof scopes;

/** What the installation must have granted; a new one needs the app to be installed again. */
export const requiredScopes = Object.keys(scopes) as readonly Scope[];
