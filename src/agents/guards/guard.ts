import type { DraftAnswer, DraftFacts, GuardFinding } from '../../domain/draft.ts';
import { readAsPeopleDo } from '../../domain/safety/read-as-people-do.ts';

export type AnsweredDraft = Extract<DraftAnswer, { outcome: 'answer' }>;
export type DraftClaim = AnsweredDraft['steps'][number];

/** What a guard sees. `unknown` answers have no claims, but what they ask for is checked too. */
export type Guarded = {
  readonly answer: DraftAnswer;
  readonly facts: DraftFacts;
  readonly claims: readonly DraftClaim[];
  /** Sentences an engine wrote itself, without a source. */
  readonly ownWords: readonly string[];
  /** Everything a requester would read, in the order they read it. */
  readonly everything: readonly string[];
  /** The requester's and the desk's words so far. */
  readonly conversation: string;
};

/** What a guard has to say; `text` is the part of the draft it is about. */
export type Finding = Omit<GuardFinding, 'guard'>;

/** One rule a draft must keep. */
export type Guard = {
  readonly name: string;
  check(guarded: Guarded): readonly Finding[];
};

/** Forbids sending a draft as it is. */
export function blocks(reason: string, text: string): Finding {
  return { effect: 'blocks', reason, text };
}

/** Makes a draft less sure, and shows the agent where. */
export function weakens(reason: string, text: string): Finding {
  return { effect: 'weakens', reason, text };
}

/** Lays a draft out for the guards. */
export function guarded(answer: DraftAnswer, facts: DraftFacts): Guarded {
  const conversation = facts.conversation.map(({ text }) => text).join('\n');
  if (answer.outcome === 'unknown') {
    return { answer, facts, claims: [], ownWords: answer.askFor, everything: answer.askFor, conversation };
  }
  const claims = [...answer.steps, ...answer.followUps.map((followUp) => followUp.answer)];
  const ownWords = [
    answer.greeting,
    answer.understanding,
    ...answer.askFor,
    ...answer.followUps.map(({ question }) => question),
    answer.closing,
  ];
  const everything = [
    answer.greeting,
    answer.understanding,
    ...answer.steps.map(({ text }) => text),
    ...answer.followUps.flatMap(({ question, answer: next }) => [question, next.text]),
    ...answer.askFor,
    ...answer.links.map(({ title }) => title),
    answer.closing,
  ];
  return { answer, facts, claims, ownWords, everything, conversation };
}

/** The text of a source that was given, with its title; undefined for an id that was not. */
export function sourceText(facts: DraftFacts, id: string): string | undefined {
  const passage = facts.passages.find((each) => each.id === id);
  if (passage !== undefined) return `${passage.title}\n${passage.heading}\n${passage.text}`;
  return facts.resolutions.find(({ ticket }) => ticket === id)?.answer;
}

/** Texts of the sources a draft cites. */
export function citedText({ facts, claims }: Guarded): string {
  const ids = new Set(claims.map(({ source }) => source.id));
  return [...ids].map((id) => sourceText(facts, id) ?? '').join('\n');
}

/** Texts of the help pages a draft cites: what anybody may read. */
export function publishedText({ facts, claims }: Guarded): string {
  const ids = new Set(claims.map(({ source }) => source.id));
  return facts.passages
    .filter(({ id }) => ids.has(id))
    .map(({ id }) => sourceText(facts, id) ?? '')
    .join('\n');
}

/**
 * Everything, and each two neighbours that together make a sentence: a promise may begin in one part of a reply and end
 * in the next.
 */
export function readTogether({ everything }: Guarded): readonly string[] {
  const seams = everything.slice(1).flatMap((next, at) => {
    const before = everything[at] ?? '';
    return /[.!?…:;)\]]\s*$/.test(readAsPeopleDo(before)) ? [] : [`${before} ${next}`];
  });
  return [...everything, ...seams];
}

/** Line breaks, indents and letters nobody sees make no other text. */
export function oneLine(text: string): string {
  return readAsPeopleDo(text).replaceAll(/\s+/g, ' ').trim();
}
