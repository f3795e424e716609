import { type DraftOutcome, draftOutcomes } from './outcome.ts';
import { toldText } from './safety/without-instructions.ts';
import { type CorrectableField, isLive, requesterMessages, type Ticket } from './ticket/ticket.ts';
import type { Instant } from './time.ts';
import type { Category, Sentiment, Severity } from './words.ts';

/** How a ticket was sorted in the end, by people or with their silent consent. */
export type Sorting = {
  /** When it was settled: corrected last, or solved. */
  readonly at: Instant;
  /** Of a ticket that is still open only what a person put right: nobody has agreed to the rest yet. */
  readonly category?: Category;
  readonly severity?: Severity;
  readonly sentiment?: Sentiment;
  readonly queue?: string;
  /** Who put which field right, the last of them each. Empty when nobody had to. */
  readonly correctedBy: Readonly<Partial<Record<CorrectableField, string>>>;
  /** Who put something right last. */
  readonly lastBy?: string;
};

/** What a ticket is about, as narrowly as the desk names it. */
export type Topic = { readonly category: Category; readonly productArea: string };

/** What the desk may learn from one ticket as it stands. Learning it again replaces what was learned from it before. */
export type Lesson = {
  readonly ticket: string;
  /** The requester's own words. */
  readonly text: string;
  /** Only from a ticket that people corrected or that ended solved. */
  readonly sorting?: Sorting;
  readonly topic: Topic;
  /** How urgent and how heated it was, for those who decide what may be answered alone. */
  readonly pressure: {
    readonly severity: Severity;
    readonly sentiment: Sentiment;
    readonly frustration: number;
  };
  readonly drafts: readonly DraftOutcome[];
};

/** The lesson of a ticket; undefined when nothing is to be learned from it. */
export function lessonOf(ticket: Ticket): Lesson | undefined {
  const { triage } = ticket;
  if (!triage || ticket.merged || ticket.closed?.reason === 'not_a_request') return undefined;
  const text = wordsToLearnFrom(ticket);
  const sorting = text === '' ? undefined : sortingOf(ticket);
  const drafts = draftOutcomes(ticket);
  if (!sorting && drafts.length === 0) return undefined;
  const { category, productArea, severity, sentiment, frustration } = triage;
  return {
    ticket: ticket.id,
    text,
    ...(sorting ? { sorting } : {}),
    topic: { category, productArea },
    pressure: { severity, sentiment, frustration },
    drafts,
  };
}

/**
 * What a ticket's judgement is made from, and so what is learned from: without orders to a machine; empty when every
 * word was taken back.
 */
export function wordsToLearnFrom(ticket: Ticket): string {
  return requesterMessages(ticket)
    .map(({ text }) => toldText(text))
    .join('\n');
}

function sortingOf(ticket: Ticket): Sorting | undefined {
  const { triage, solution } = ticket;
  if (!triage) return undefined;
  const byPeople = triage.corrections.filter(({ by }) => by !== 'desk');
  const last = byPeople.at(-1);
  const isSettled = !isLive(ticket) && solution !== undefined;
  if (!last && !isSettled) return undefined;
  const correctedBy = Object.fromEntries(byPeople.map(({ field, by }) => [field, by]));
  const isTaught = (field: CorrectableField) => isSettled || Object.hasOwn(correctedBy, field);
  return {
    at: last?.at ?? solution?.at ?? ticket.changedAt,
    ...(isTaught('category') ? { category: triage.category } : {}),
    ...(isTaught('severity') ? { severity: triage.severity } : {}),
    ...(isTaught('sentiment') ? { sentiment: triage.sentiment } : {}),
    ...(isTaught('queue') ? { queue: triage.queue } : {}),
    correctedBy,
    ...(last ? { lastBy: last.by } : {}),
  };
}
