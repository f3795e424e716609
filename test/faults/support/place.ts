import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { blockProblems, viewProblems } from '../../../src/chat/slack/limits.ts';
import { practiceContentFolder } from '../../../src/practice/content/content-folder.ts';
import { practicePeople } from '../../../src/practice/content/people.ts';
import type { PracticeOptions } from '../../../src/practice/practice-options.ts';
import { type Practice, startPractice } from '../../../src/practice/practice-server.ts';
import {
  type DeskProcess,
  endDesks,
  freePort,
  startDesk,
  startFastDesk,
} from '../../support/desk-process.ts';
import { eventually } from '../../support/eventually.ts';
import { deskKeys, journeyChannels } from '../../support/practice-names.ts';

/** A practice workspace and room for a desk process that connects to it. */
export type Place = {
  readonly practice: Practice;
  readonly data: string;
  readonly settings: string;
  readonly eventsUrl: string;
  start(env?: Readonly<Record<string, string>>): Promise<DeskProcess>;
  /** The same without Slack's pace; it can be asked whether it has nothing left to do. */
  startFast(env?: Readonly<Record<string, string>>): Promise<DeskProcess>;
  /** What all desks started here have printed. */
  output(): string;
  until(holds: () => boolean | Promise<boolean>): Promise<void>;
  close(): Promise<void>;
};

export async function openPlace(given: Partial<PracticeOptions> = {}): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'muster-place-'));
  const port = await freePort();
  const eventsUrl = `http://127.0.0.1:${port}/slack/events`;
  const practice = await startPractice({
    ...deskKeys,
    people: practicePeople,
    channels: journeyChannels,
    teamName: 'Larder',
    botName: 'Muster',
    eventsUrl,
    retryDelaysMs: Array.from({ length: 200 }, () => 100),
    validate: { blocks: blockProblems, view: viewProblems },
    commands: [{ command: '/ticket', description: 'Tickets', usageHint: '' }],
    shortcuts: [],
    ...given,
  });
  const data = join(folder, 'data');
  const settings = join(folder, 'desk.yaml');
  await writeFile(settings, await readFile(join(practiceContentFolder(), 'desk.yaml'), 'utf8'));
  const desks: DeskProcess[] = [];
  const keep = (desk: DeskProcess) => {
    desks.push(desk);
    return desk;
  };
  const keys = {
    SLACK_BOT_TOKEN: deskKeys.botToken,
    SLACK_SIGNING_SECRET: deskKeys.signingSecret,
    SLACK_API_URL: practice.apiUrl,
    PORT: String(port),
    MUSTER_DATA: data,
    MUSTER_CONFIG: settings,
  };
  return {
    practice,
    data,
    settings,
    eventsUrl,
    start: async (env = {}) => keep(await startDesk({ ...keys, ...env })),
    startFast: async (env = {}) => keep(await startFastDesk({ ...keys, ...env })),
    output: () => desks.map((desk) => desk.output()).join(''),
    async until(holds) {
      await eventually(holds, () => `what was waited for; the desk said: ${desks.at(-1)?.output()}`, 60_000);
    },
    async close() {
      await endDesks();
      await practice.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
