import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadPersonas } from '../src/agents/load-personas.ts';
import { memoryChat } from '../src/chat/memory/memory-chat.ts';
import { memoryRooms } from '../src/chat/memory/memory-rooms.ts';
import { systemClock } from '../src/clock.ts';
import { readConfig } from '../src/config.ts';
import { nextTellingAt } from '../src/domain/notice/tellings.ts';
import { hour, instant, laterBy, minute, second } from '../src/domain/time.ts';
import { createOfflineEngine } from '../src/engines/offline/offline-engine.ts';
import { createExperience } from '../src/learning/experience.ts';
import { createLog } from '../src/log.ts';
import { projectRoot } from '../src/project-root.ts';
import { runDesk } from '../src/run-desk.ts';
import { createSearch } from '../src/search/desk-search.ts';
import { openLowdbStore } from '../src/stores/lowdb/lowdb-store.ts';
import { aClockedTicket, benchBook, benchChannels, writeCase, writeEdition } from './clocks-folder.ts';
import { ms, quantile } from './store-figures.ts';

/**
 * How late timers are when 10,000 tickets have a notice due in the same minute: the whole desk with the embedded store on
 * a real clock and a chat in memory, every notice planned and written durably. Goal: 99 in 100 begin within a second.
 */
const tickets = Number(process.argv[2] ?? 10_000);
/** Reading the folder and learning from it come first. */
const headStartMs = Number(process.argv[3] ?? 60) * second;

const row = (name: string, ...cells: readonly string[]) =>
  process.stdout.write(`${name.padEnd(52)}${cells.map((cell) => cell.padStart(14)).join('')}\n`);

row(`${tickets} timers`, 'p50', 'p99', 'worst', 'all done after');
await measure('  spread over one minute', minute);
await measure('  all in the same second', second);

async function measure(name: string, spreadMs: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'muster-bench-timer-lag-'));
  try {
    const { lags, tookMs } = await run(folder, spreadMs);
    if (lags.length < tickets) throw new Error(`${lags.length} of ${tickets} timers began.`);
    const seconds = `${(tookMs / second).toFixed(1)} s`;
    row(name, ms(quantile(lags, 0.5)), ms(quantile(lags, 0.99)), ms(Math.max(...lags)), seconds);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function run(folder: string, spreadMs: number): Promise<{ lags: readonly number[]; tookMs: number }> {
  mkdirSync(folder, { recursive: true });
  writeEdition(folder);
  const firstMs = Math.ceil(Date.now() / second) * second + headStartMs;
  for (let number = 1; number <= tickets; number += 1) {
    const dueMs = firstMs + Math.floor(((number - 1) * spreadMs) / tickets);
    // Half of the four hours for a first answer: then the first warning is told.
    const plan = {
      number,
      severity: 'P1',
      openedAt: instant(dueMs - 2 * hour),
      stage: 'fresh',
    } as const;
    const due = instant(dueMs);
    if (number === 1 && nextTellingAt(aClockedTicket(plan).ticket, benchBook, due) !== due) {
      throw new Error('The first notice is not due when the timer is.');
    }
    writeCase(folder, plan, due);
  }

  const log = createLog({ level: 'error', to: 'stderr' });
  const clock = systemClock();
  const store = await openLowdbStore({ folder, log });
  const chat = memoryChat();
  chat.references.set('#support', [benchChannels.intake]);
  chat.references.set('#support-triage', [benchChannels.triage]);
  const lags: number[] = [];
  const parts = {
    config: readConfig({ MUSTER_DATA: folder }, () => undefined),
    personas: await loadPersonas(join(projectRoot(), 'personas')),
    pace: 'none',
    fired: (seconds: number) => void lags.push(seconds * second),
  } as const;
  const ports = { search: createSearch(), experience: createExperience(), engine: createOfflineEngine() };
  const running = await runDesk(
    { ...ports, chat, rooms: memoryRooms(chat, clock), store, clock, log },
    parts,
  );
  await Promise.all([running.searchReady, running.learned]);
  if (Date.now() > firstMs) throw new Error('The desk was not ready in time: give it a longer head start.');
  const sleep = new AbortController();
  await clock.sleepUntil(laterBy(instant(firstMs), spreadMs), sleep.signal);
  while (lags.length < tickets) await new Promise((resolve) => setTimeout(resolve, 50));
  await running.scheduler.idle();
  const tookMs = Date.now() - firstMs;
  await running.stop();
  return { lags, tookMs };
}
