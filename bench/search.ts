import MiniSearch from 'minisearch';
import type { Article } from '../src/domain/article.ts';
import { createSearch } from '../src/search/desk-search.ts';

/**
 * Build and query time of our search beside MiniSearch with its defaults, in one run. The texts are made from a fixed
 * seed with the word frequencies of natural language, about 830 characters a passage.
 */
const sizes = [10_000, 100_000];
const questions = 100;
const results = 10;

type Figures = { readonly buildMs: number; readonly p50: number; readonly p95: number };

for (const size of sizes) {
  const next = randomFrom(20261120);
  const passages = Array.from({ length: size }, (_, at) => ({ id: `a${at}#1`, text: textOf(next, 130) }));
  const asked = Array.from({ length: questions }, () => textOf(next, 9));
  const ours = measureOurs(passages, asked);
  const theirs = measureMiniSearch(passages, asked);
  say(`${size.toLocaleString('en-US')} passages, ${questions} questions, ${results} results`);
  say(row('', 'build ms', 'p50 ms', 'p95 ms'));
  say(row('ours', ...cells(ours)));
  say(row('minisearch', ...cells(theirs)));
  say(row('minisearch / ours', ...ratios(theirs, ours)));
  say('');
}

type Text = { readonly id: string; readonly text: string };

function measureOurs(passages: readonly Text[], asked: readonly string[]): Figures {
  const search = createSearch();
  const articles = passages.map(({ id, text }): Article => {
    const article = id.split('#')[0] ?? id;
    const title = text.slice(0, 40);
    return { id: article, title, keywords: [], passages: [{ id, article, title, heading: title, text }] };
  });
  const buildMs = timed(() => search.index({ type: 'articles', articles }));
  return {
    buildMs,
    ...percentiles(asked.map((question) => timed(() => search.passages(question, results)))),
  };
}

function measureMiniSearch(passages: readonly Text[], asked: readonly string[]): Figures {
  const index = new MiniSearch<Text & { title: string }>({ fields: ['title', 'text'] });
  const documents = passages.map(({ id, text }) => ({ id, text, title: text.slice(0, 40) }));
  const buildMs = timed(() => index.addAll(documents));
  return {
    buildMs,
    ...percentiles(asked.map((question) => timed(() => index.search(question).slice(0, results)))),
  };
}

function timed(work: () => unknown): number {
  const before = performance.now();
  work();
  return performance.now() - before;
}

function percentiles(times: readonly number[]): { p50: number; p95: number } {
  const sorted = times.toSorted((left, right) => left - right);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;
  return { p50: at(0.5), p95: at(0.95) };
}

function cells({ buildMs, p50, p95 }: Figures): readonly string[] {
  return [buildMs, p50, p95].map((value) => value.toFixed(value < 100 ? 2 : 0));
}

function ratios(one: Figures, other: Figures): readonly string[] {
  return [one.buildMs / other.buildMs, one.p50 / other.p50, one.p95 / other.p95].map((ratio) =>
    ratio.toFixed(1),
  );
}

function row(...columns: readonly string[]): string {
  return columns.map((column, at) => (at === 0 ? column.padEnd(20) : column.padStart(12))).join('');
}

/** Zipf's law over 30,000 made-up words, with the commonest English words on top. */
function textOf(next: () => number, words: number): string {
  const common =
    'the to a of and in is you for on that it with as your this be are or can when if not we by from'.split(
      ' ',
    );
  return Array.from({ length: words }, () => {
    const rank = Math.floor(30_000 ** next()) - 1;
    return (
      common[rank] ??
      `${syllable(rank)}${syllable(rank * 7 + 3)}${rank % 3 === 0 ? 'ing' : rank % 5 === 0 ? 's' : ''}`
    );
  }).join(' ');
}

function syllable(seed: number): string {
  const consonants = 'bcdfghklmnprstvw';
  const vowels = 'aeiou';
  const letters = [consonants[seed % 16], vowels[(seed >> 4) % 5], consonants[(seed >> 6) % 16]];
  return letters.join('');
}

/** A small generator with a fixed seed, so that every run measures the same texts. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
