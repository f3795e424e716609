import type { DraftAnswer, DraftFacts, GuardFinding } from '../../domain/draft.ts';

export type AnsweredDraft = Extract<DraftAnswer, { outcome: 'answer' }>;
export type DraftClaim = AnsweredDraft['steps'][number];

/** What a guard sees. `unknown` answers have no claims, but what they ask for is checked too. */
export type Guarded = {
  readonly answer: DraftAnswer;
  readonly facts: DraftFacts;
  readonly claims: readonly DraftClaim[];
  /** Sentences an engine wrote itself, without a source. */
  readonly ownWords: readonly string[];
  /** Everything a requester would read. */
  readonly everything: readonly string[];
  /** The requester's and the desk's words so far. */
  readonly conversation: string;
};

/** One rule a draft must keep. */
export type Guard = {
  readonly name: string;
  check(guarded: Guarded): readonly Omit<GuardFinding, 'guard'>[];
};

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
  const linkWords = answer.links.map(({ title }) => title);
  const everything = [...ownWords, ...claims.map(({ text }) => text), ...linkWords];
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

/** Line breaks and indents make no other text. */
export function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
