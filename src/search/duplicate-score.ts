import { day, hour } from '../domain/time.ts';
import type { SharedWords } from './duplicate-words.ts';

/** What two tickets have in common at first glance. */
export type InCommon = {
  readonly words: SharedWords;
  /** Letters of both subjects, 0–1. */
  readonly subjects: number;
  readonly code: string | undefined;
  readonly account: boolean;
  /** Milliseconds between their openings. */
  readonly apart: number;
};

/** Two reports of one event seldom lie further apart. */
export const sameWindowMs = 2 * hour;

/**
 * How much speaks for one problem rather than two, letters left out; only differences mean anything. The weights of
 * words, subjects and of the days between are rounded from labelled duplicates of bug reports. Those of code and
 * account are ours.
 */
export function evidenceOf({ words, subjects, code, account, apart }: InCommon): number {
  return (
    4 * words.mine +
    2 * words.theirs +
    2.5 * subjects +
    3 * words.rarest +
    words.rarestFive -
    // Long tickets have a little of everything.
    1.2 * Math.log(words.length + 5) -
    0.9 * Math.log(1 + apart / day) +
    (code === undefined ? 0 : 2) +
    (account ? 1 : 0)
  );
}

/** What the letters of the whole texts (0–1) add to the evidence. */
export function evidenceOfLetters(letters: number): number {
  return 10 * Math.sqrt(letters);
}

/** Stands in for the letters of those candidates whose letters need not be looked at: their share of the query. */
export function evidenceOfShare(share: number): number {
  return 8 * share;
}

/** How alike the words of two tickets are, 0–1. */
export function likenessOf(words: SharedWords, letters: number): number {
  return Math.min(1, 0.6 * words.cosine + 0.1 * (words.mine + words.theirs) + 0.2 * letters);
}

/** Of reports that stood out most clearly one in ten was another problem after all. */
const mostCertain = 0.9;
/** The best of the others has about this much where there is little to choose from. */
const usualBest = 2;

/** For one problem, as log-odds: by the evidence and by how far it stands out from the best of the other candidates. */
export function oddsOf(evidence: number, bestOther: number = usualBest): number {
  const standsOut = evidence - Math.max(usualBest, bestOther);
  return 0.34 * (evidence + standsOut) - 2.5;
}

/**
 * How likely (0–1) a ticket is the same problem. On reports kept apart, of those given 0.6–0.7 two in three were the
 * same problem, of those above 0.8 five in six.
 */
export function certaintyOf(odds: number): number {
  return mostCertain / (1 + Math.exp(-odds));
}
