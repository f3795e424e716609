import { setTimeout } from 'node:timers/promises';
import MiniSearch from 'minisearch';
import type { Article } from '../src/domain/article.ts';
import { createSearch } from '../src/search/desk-search.ts';
import { type MadeText, madeTexts } from './search-texts.ts';

/** One engine in a process of its own, so that its memory is its own: `node --expose-gc search-child.js ours 100000`. */
const [engine = 'ours', size = '10000'] = process.argv.slice(2);
const questions = 200;
const results = 10;
const { passages, asked } = madeTexts(Number(size), questions);

const before = await memoryMb();
const { search, buildMs } = engine === 'ours' ? ours(passages) : miniSearch(passages);
const built = await memoryMb();
const figures = {
  buildMs,
  memoryMb: built - before,
  ...percentiles(asked.map((each) => timed(() => search(each)))),
};
process.stdout.write(JSON.stringify(engine === 'ours' ? { ...figures, ...again(passages) } : figures));

type Built = { search(question: string): unknown; readonly buildMs: number };

function ours(texts: readonly MadeText[]): Built {
  const index = createSearch();
  const articles = texts.map(articleOf);
  const buildMs = timed(() => index.index({ type: 'articles', articles }));
  return { buildMs, search: (question) => index.passages(question, results) };
}

function miniSearch(texts: readonly MadeText[]): Built {
  const index = new MiniSearch<MadeText>({ fields: ['title', 'text'] });
  const buildMs = timed(() => index.addAll(texts));
  return { buildMs, search: (question) => index.search(question).slice(0, results) };
}

/** The same search kept and taken back, as at the next start. */
function again(texts: readonly MadeText[]) {
  const articles = texts.map(articleOf);
  const first = createSearch();
  first.index({ type: 'articles', articles });
  let bytes: Uint8Array = new Uint8Array(0);
  const saveMs = timed(() => {
    bytes = first.save();
  });
  const next = createSearch();
  const loadMs = timed(() => {
    next.load(bytes);
    next.index({ type: 'articles', articles });
  });
  return { saveMs, loadMs, fileMb: bytes.length / 1e6 };
}

function articleOf({ id, title, text }: MadeText): Article {
  const article = id.split('#')[0] ?? id;
  return { id: article, title, keywords: [], passages: [{ id, article, title, heading: title, text }] };
}

function timed(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

function percentiles(times: readonly number[]): { p50: number; p95: number } {
  const sorted = times.toSorted((left, right) => left - right);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;
  return { p50: at(0.5), p95: at(0.95) };
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
