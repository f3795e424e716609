import type { SearchQuery } from '../ports.ts';
import type { TermCounts } from './term-index.ts';
import { countFields } from './text-terms.ts';

/**
 * How much the words of earlier turns count beside the last one's. Best on conversations about help pages; weights by
 * how short or how full of pronouns the last turn is were no better.
 */
const turnBefore = 0.45;
const turnBeforeThat = 0.15;
/** The desk's answer says what “it” is, among much else; mostly in its beginning. */
const answerBefore = 0.1;
const answerLetters = 200;

/** The terms that are asked for. */
export function queryTerms(query: string | SearchQuery): TermCounts {
  if (typeof query === 'string') return countFields([[query, 1]]);
  const said = turnsOf(query.before, 'requester');
  const answer = turnsOf(query.before, 'desk').at(-1) ?? '';
  return countFields([
    [query.text, 1],
    [said.at(-1) ?? '', turnBefore],
    [said.at(-2) ?? '', turnBeforeThat],
    [answer.slice(0, answerLetters), answerBefore],
  ]);
}

function turnsOf(before: SearchQuery['before'], from: 'requester' | 'desk'): readonly string[] {
  return before.filter((turn) => turn.from === from).map(({ text }) => text);
}
