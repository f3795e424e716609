import { composeQuestions } from '../agents/compose-draft.ts';
import type { DraftRun } from '../agents/run-agent.ts';
import type { PersonaCase } from './persona-case.ts';

/** What a requester would read, or what an agent would be offered to ask. */
export function wordsOf({ text, answer }: DraftRun, language: string): string {
  if (text !== undefined || answer.outcome === 'answer') return text ?? '';
  return `${answer.reason}\n${composeQuestions(answer.askFor, language)}`;
}

/** What is measured of a run: what it says and the fields it decided. */
export type Said = {
  readonly words: string;
  readonly category: string;
  readonly severity: string;
  readonly outcome?: string;
};

/** Whether the case's own demands are met, one line for each that is not. */
export function judge(
  said: Said,
  { mustHave, mustNotHave, expect }: PersonaCase,
  out: (line: string) => void,
): boolean {
  const words = said.words.toLowerCase();
  const { outcome, ...fields } = expect;
  const wanted = Object.entries({
    ...fields,
    ...(said.outcome === undefined ? {} : { outcome: outcomeOf(outcome) }),
  });
  const given = new Map<string, string | undefined>(Object.entries(said));
  const missed = [
    ...mustHave.filter((each) => !words.includes(each.toLowerCase())).map((each) => `does not say “${each}”`),
    ...mustNotHave.filter((each) => words.includes(each.toLowerCase())).map((each) => `says “${each}”`),
    ...wanted
      .filter(([field, value]) => value !== undefined && given.get(field) !== value)
      .map(([field, value]) => `${field} is ${given.get(field)}, not ${value}`),
  ];
  out('\n── Asked of it ──');
  for (const line of missed) out(`✗ ${line}`);
  if (missed.length === 0) out('All of it is met.');
  return missed.length === 0;
}

/** A question, a handing over and an ending are drafts that say nothing by themselves. */
function outcomeOf(outcome: PersonaCase['expect']['outcome']): string | undefined {
  return outcome === 'answer' || outcome === 'unknown' ? outcome : undefined;
}
