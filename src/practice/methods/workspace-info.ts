import { SlackRefusal } from '../server/slack-refusal.ts';
import { flagArg, textArg } from './arguments.ts';
import type { Methods } from './method.ts';

/** Who am I, where am I, and how do I connect. */
export const workspaceMethods: Methods = {
  'api.test': (_world, args) => {
    const error = textArg(args, 'error');
    if (error) throw new SlackRefusal(error, { args });
    return { args };
  },

  'auth.test': (world) => ({
    url: `${world.base}/`,
    team: world.team.name,
    team_id: world.team.id,
    user: world.people.get(world.app.botUser)?.name,
    user_id: world.app.botUser,
    bot_id: world.app.botId,
    app_id: world.app.id,
    is_enterprise_install: false,
  }),

  'apps.connections.open': (world) => ({ url: world.base.replace('http', 'ws') + world.sockets.ticket() }),

  'oauth.v2.access': (world) => ({
    access_token: world.app.botToken,
    token_type: 'bot',
    scope: world.app.scopes.join(','),
    bot_user_id: world.app.botUser,
    app_id: world.app.id,
    team: { id: world.team.id, name: world.team.name },
    enterprise: null,
    is_enterprise_install: false,
    authed_user: {},
  }),

  'team.info': (world) => ({
    team: { id: world.team.id, name: world.team.name, domain: world.team.domain, email_domain: '', icon: {} },
  }),

  'bots.info': (world, args) => {
    const bot = textArg(args, 'bot');
    if (bot && bot !== world.app.botId) throw new SlackRefusal('bot_not_found');
    const name = world.people.get(world.app.botUser)?.name;
    return {
      bot: { id: world.app.botId, deleted: false, name, app_id: world.app.id, user_id: world.app.botUser },
    };
  },

  'emoji.list': () => ({ emoji: {}, cache_ts: '0' }),

  'usergroups.list': (world, args) => {
    const usergroups = world.userGroups.map(({ id, handle, name, users }) => ({
      id,
      handle,
      name,
      team_id: world.team.id,
      is_usergroup: true,
      user_count: users.length,
      ...(flagArg(args, 'include_users') && { users }),
    }));
    return { usergroups };
  },

  'usergroups.users.list': (world, args) => {
    const group = world.userGroups.find(({ id }) => id === textArg(args, 'usergroup'));
    if (!group) throw new SlackRefusal('no_such_subteam');
    return { users: group.users };
  },
};
