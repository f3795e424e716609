import type { Scope } from './scopes.ts';

/** Every event the app subscribes to, with the scope Slack asks for. Each one is translated in `inbound`. */
export const botEvents: Readonly<Record<string, Scope | undefined>> = {
  app_home_opened: undefined,
  app_mention: 'app_mentions:read',
  'message.channels': 'channels:history',
  'message.groups': 'groups:history',
  'message.im': 'im:history',
  'message.mpim': 'mpim:history',
  reaction_added: 'reactions:read',
};
