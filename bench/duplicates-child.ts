import { setTimeout } from 'node:timers/promises';
import MiniSearch from 'minisearch';
import type { SearchableTicket } from '../src/ports.ts';
import { createTicketSearch } from '../src/search/ticket-search.ts';
import { type MadeText, madeTexts } from './search-texts.ts';

/** One engine in a process of its own: `node --expose-gc duplicates-child.js ours 100000 1000`. */
const [engine = 'ours', size = '10000', questions = '100'] = process.argv.slice(2);
const warmUp = 20;
const texts = madeTexts(Number(size) + Number(questions) + warmUp, 0).passages;
const known = texts.slice(0, Number(size));
const asked = texts.slice(Number(size));

const before = await memoryMb();
const { find, buildMs } = engine === 'ours' ? ours(known) : miniSearch(known);
const built = await memoryMb();
for (const each of asked.slice(0, warmUp)) find(each);
const times = asked.slice(warmUp).map((each) => timed(() => find(each)));
process.stdout.write(JSON.stringify({ buildMs, memoryMb: built - before, ...percentiles(times) }));

type Built = { find(text: MadeText): unknown; readonly buildMs: number };

function ours(all: readonly MadeText[]): Built {
  const search = createTicketSearch();
  const buildMs = timed(() => {
    for (const each of all) search.put(ticketOf(each));
  });
  return { buildMs, find: (text) => search.duplicates(ticketOf(text), 5) };
}

/** The same words are asked for: the title and the whole text. */
function miniSearch(all: readonly MadeText[]): Built {
  const index = new MiniSearch<MadeText>({ fields: ['title', 'text'] });
  const buildMs = timed(() => index.addAll(all));
  return { buildMs, find: ({ title, text }) => index.search(`${title} ${text}`).slice(0, 5) };
}

function ticketOf({ id, title, text }: MadeText): SearchableTicket {
  return { id, subject: title, text, requester: id, openedAt: '2026-11-20T10:00:00.000Z', live: true };
}

function timed(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

function percentiles(all: readonly number[]): { p50: number; p95: number; p99: number } {
  const sorted = all.toSorted((left, right) => left - right);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

/** What lives, after everything else was swept away. */
async function memoryMb(): Promise<number> {
  for (let round = 0; round < 3; round += 1) {
    globalThis.gc?.();
    await setTimeout(20);
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}
