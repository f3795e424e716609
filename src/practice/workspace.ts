import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Misconfigured } from '../domain/errors.ts';
import { practiceChannels } from './content/channels.ts';
import { practiceContentFolder } from './content/content-folder.ts';
import { practicePeople } from './content/people.ts';
import type { PracticeOptions } from './practice-options.ts';
import { type Practice, startPractice } from './practice-server.ts';

/** A practice workspace with its people and channels, and the keys with which a desk connects to it. */
export type PracticeWorkspace = {
  readonly practice: Practice;
  readonly botToken: string;
  readonly signingSecret: string;
  readonly appToken: string;
};

/** Starts the workspace of the invented company Larder. Its keys are made anew and known to this process alone. */
export async function startWorkspace(
  options: Pick<PracticeOptions, 'port' | 'validate' | 'scopes' | 'now' | 'pace' | 'retryDelaysMs'>,
): Promise<PracticeWorkspace> {
  const key = (prefix: string) => `${prefix}${randomBytes(16).toString('hex')}`;
  const keys = { botToken: key('xoxb-practice-'), signingSecret: key(''), appToken: key('xapp-practice-') };
  try {
    const practice = await startPractice({
      ...options,
      ...keys,
      people: practicePeople,
      channels: practiceChannels,
      teamName: 'Larder',
      botName: 'Muster',
      pageFolder: join(practiceContentFolder(), '..', 'page'),
      commands: [
        {
          command: '/ticket',
          description: 'Open, find and list tickets',
          usageHint: '[text | list | show | mine | war-room | search | help]',
        },
      ],
      shortcuts: [
        { callbackId: 'create_ticket', name: 'Create ticket', type: 'message' },
        { callbackId: 'new_ticket', name: 'New ticket', type: 'global' },
      ],
    });
    return { practice, ...keys };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      throw new Misconfigured(
        `Port ${options.port} is taken by another program. Stop that one, or choose another: PORT=3210 npm start`,
        { cause: error },
      );
    }
    throw error;
  }
}
