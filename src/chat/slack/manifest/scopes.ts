/** Every permission the app asks for, and what it is for. What no code needs is not asked for. */
export const scopes = {
  'app_mentions:read': 'hears when somebody addresses the desk in a channel',
  'bookmarks:read': 'sees whether the links of an incident stand at the top of its channel already',
  'bookmarks:write': 'sets links at the top of the channel of an incident',
  'canvases:write': 'keeps the page of an incident in its channel',
  'channels:history': 'reads requests and threads in public channels it was invited to',
  'channels:manage': 'makes a channel for an incident, lets people in, sets its topic and archives it',
  'channels:read': 'finds public channels by name, and hears who comes and goes and what becomes of them',
  'chat:write': 'says its lines, cards and answers, and changes them in place',
  'chat:write.public': 'posts in public channels nobody invited it to',
  commands: 'offers /ticket and the shortcuts',
  'files:read': 'sees the name, size and address of files on a request',
  'files:write': 'puts the record of an incident into its channel as a file',
  'groups:history': 'reads requests and threads in private channels it was invited to',
  'groups:read': 'finds private channels by name, and hears who comes and goes and what becomes of them',
  'groups:write': 'makes a private channel for a restricted incident, and looks after it',
  'im:history': 'reads what people write to the desk directly',
  'im:read': 'knows its direct conversations',
  'im:write': 'opens a direct conversation when a private line cannot be shown',
  'mpim:history': 'reads requests in group conversations it was added to',
  'mpim:read': 'knows the group conversations it is in',
  'pins:read': 'hears what people pin in the channel of an incident',
  'pins:write': 'pins the card of an incident in its channel',
  'reactions:read': 'hears the ticket emoji',
  'usergroups:read': 'knows the members of a user group named in the settings',
  'users:read': 'knows the names of people',
  'users:read.email': 'tells by e-mail address which account somebody belongs to',
} as const;

export type Scope = keyof typeof scopes;

/** What the installation must have granted; a new one needs the app to be installed again. */
export const requiredScopes = Object.keys(scopes) as readonly Scope[];
