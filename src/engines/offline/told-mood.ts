import { sentiments } from '../../domain/words.ts';
import type { Evidence } from './evidence.ts';
import { type Circumstances, findSentiment, type SentimentFinding } from './sentiment.ts';

/**
 * How the requester feels: anger is heard wherever it is written, but a pleasant line about something else makes nobody
 * pleased with the desk.
 */
export function toldMood(
  { whole, main }: { readonly whole: Evidence; readonly main: Evidence },
  about: Circumstances,
): SentimentFinding {
  const anywhere = findSentiment(whole, about);
  const told = findSentiment(main, about);
  const isWorse = sentiments.indexOf(anywhere.sentiment) > sentiments.indexOf(told.sentiment);
  return {
    sentiment: isWorse ? anywhere.sentiment : told.sentiment,
    frustration: Math.max(anywhere.frustration, told.frustration),
  };
}
