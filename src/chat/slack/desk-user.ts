import { z } from 'zod';
import type { CallSlack } from './call-slack.ts';

const AuthTest = z.object({
  user_id: z.string(),
  bot_id: z.string().nullish(),
  team_id: z.string(),
  team: z.string().nullish(),
  url: z.string().nullish(),
  response_metadata: z.object({ scopes: z.array(z.string()).optional() }).nullish(),
});

/** Who the desk is in the workspace. */
export type DeskUser = {
  readonly userId: string;
  readonly botId: string | undefined;
  readonly teamId: string;
  readonly teamName: string;
  readonly workspaceUrl: string | undefined;
  /** Granted permissions; undefined when the server does not tell them. */
  readonly scopes: readonly string[] | undefined;
};

export async function askDeskUser(call: CallSlack): Promise<DeskUser> {
  const me = await call('auth.test', {}, AuthTest);
  return {
    userId: me.user_id,
    botId: me.bot_id ?? undefined,
    teamId: me.team_id,
    teamName: me.team ?? me.team_id,
    workspaceUrl: me.url ?? undefined,
    scopes: me.response_metadata?.scopes,
  };
}
