import { constants, existsSync } from 'node:fs';
import { access } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Config } from '../config.ts';
import { DeskError } from '../domain/errors.ts';
import type { Clock } from '../ports.ts';
import type { StorePort } from '../store-port.ts';
import { openLowdbStore } from '../stores/lowdb/lowdb-store.ts';
import { checkPromises } from './check-promises.ts';
import { countOf } from './count-of.ts';
import type { Finding } from './finding.ts';
import { holderOf } from './open-data.ts';

/** Opens the data folder as the desk would, looks at what waits in it, and lets go of it. */
export async function checkData(
  { dataFolder, mode }: Pick<Config, 'dataFolder' | 'mode'>,
  clock: Clock,
): Promise<readonly Finding[]> {
  if (!existsSync(dataFolder)) return await notThereYet(dataFolder, mode);
  let store: StorePort;
  try {
    store = await openLowdbStore({ folder: dataFolder });
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
    const holder = holderOf(error);
    if (holder !== undefined) {
      const what = `${dataFolder} is in use: the desk is running (process ${holder})`;
      return [
        { level: 'ok', what: `${what}. /readyz tells how it does` },
        ...(await checkPromises(dataFolder, clock.now(), 'running')),
      ];
    }
    return [{ level: 'problem', what: error.message, effect: 'The desk does not start.' }];
  }
  try {
    const lists = mode === 'practice' ? [] : await listFindings(store);
    const promises = await checkPromises(dataFolder, clock.now(), { lastAlive: store.lastAlive });
    return [...waiting(store, dataFolder, clock), ...promises, ...lists];
  } finally {
    await store.close();
  }
}

function waiting(store: StorePort, folder: string, clock: Clock): readonly Finding[] {
  const now = clock.now();
  const { tickets, parked, inboxWaiting, outboxWaiting } = store.health(now);
  const findings: Finding[] = [
    { level: 'ok', what: `${folder} can be written: ${countOf(tickets, 'ticket')}` },
  ];
  if (inboxWaiting + outboxWaiting > 0) {
    findings.push({
      level: 'ok',
      what: `${countOf(inboxWaiting, 'event')} and ${countOf(outboxWaiting, 'message')} wait for the desk to start`,
    });
  }
  if (parked > 0) {
    findings.push({
      level: 'warning',
      what: `${countOf(parked, 'piece of work was', 'pieces of work were')} given up after many tries`,
      effect: 'A message may not have been handled or said.',
      repair:
        'Look for work_parked in the log; `/ticket journal` in chat shows messages that were not handled.',
    });
  }
  return findings;
}

async function listFindings(store: StorePort): Promise<readonly Finding[]> {
  return [
    ...((await store.load('knowledge', 'desk')) === undefined ? [noArticles] : []),
    ...((await store.load('directory', 'desk')) === undefined ? [noAccounts] : []),
  ];
}

const noArticles: Finding = {
  level: 'warning',
  what: 'The knowledge base is empty',
  effect: 'Drafts have nothing to rest on but earlier answers.',
  repair: 'muster import articles <folder of Markdown files>',
};
const noAccounts: Finding = {
  level: 'warning',
  what: 'No accounts are known',
  effect: 'Plan and revenue play no part in severity.',
  repair: 'muster import accounts <file.csv>',
};

/** Who only looks makes no folder: whether it can be made is asked of the nearest one above it. */
async function notThereYet(folder: string, mode: Config['mode']): Promise<readonly Finding[]> {
  let above = dirname(resolve(folder));
  while (!existsSync(above)) above = dirname(above);
  try {
    await access(above, constants.W_OK);
  } catch {
    // The system's own words say no more than this.
    return [
      {
        level: 'problem',
        what: `${folder} is not there, and it cannot be made in ${above}`,
        effect: 'The desk does not start.',
        repair: 'Give the desk the right to write there, or set MUSTER_DATA to another folder.',
      },
    ];
  }
  const lists = mode === 'practice' ? [] : [noArticles, noAccounts];
  return [{ level: 'ok', what: `${folder} is not there yet: the desk makes it when it starts` }, ...lists];
}
