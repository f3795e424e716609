import { botEvents } from './events.ts';
import { requiredScopes } from './scopes.ts';

/** How Slack reaches the desk: at an address of its own, or through a socket the desk opens. */
export type Reach = { readonly by: 'http'; readonly address: string } | { readonly by: 'socket' };

/** Stands in the committed manifest until somebody puts their own address there. */
export const exampleAddress = 'https://muster.example.com';

/** The app as Slack's app settings take it. One source for both variants. */
export function slackManifest(reach: Reach) {
  const url = reach.by === 'http' ? `${reach.address.replace(/\/+$/, '')}/slack/events` : undefined;
  const at = url === undefined ? {} : { request_url: url };
  return {
    _metadata: { major_version: 2, minor_version: 0 },
    display_information: {
      name: 'Muster',
      description: 'A support desk that lives where your people already write.',
      long_description:
        'Muster turns messages into tickets, sorts them, drafts an answer from your knowledge base and shows it to your ' +
        'team. A person approves, and the requester has the answer in their own thread. Nothing is sent to a requester ' +
        'without a person saying so.',
      background_color: '#1f3a5f',
    },
    features: {
      app_home: {
        home_tab_enabled: true,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: false,
      },
      bot_user: { display_name: 'Muster', always_online: true },
      slash_commands: [
        {
          command: '/ticket',
          ...(url !== undefined && { url }),
          description: 'Open a ticket, or look after yours',
          usage_hint: '[what is wrong] | list | show T-12 | mine | war-room T-12 | search words | help',
          // People and channels arrive as ids instead of names that can change.
          should_escape: true,
        },
      ],
      shortcuts: [
        {
          type: 'message',
          name: 'Create ticket',
          callback_id: 'create_ticket',
          description: 'Make a ticket of this message and its thread',
        },
        {
          type: 'global',
          name: 'New ticket',
          callback_id: 'new_ticket',
          description: 'Open the form for a new ticket',
        },
      ],
    },
    oauth_config: { scopes: { bot: requiredScopes } },
    settings: {
      event_subscriptions: { ...at, bot_events: Object.keys(botEvents) },
      interactivity: { is_enabled: true, ...at },
      org_deploy_enabled: false,
      socket_mode_enabled: reach.by === 'socket',
      token_rotation_enabled: false,
    },
  };
}

/** As the file is written: two spaces, a line break at the end. */
export function manifestText(reach: Reach): string {
  return `${JSON.stringify(slackManifest(reach), null, 2)}\n`;
}
