import { alwaysOpen, type Calendar } from '../calendar/calendar.ts';
import { type Edition, type PolicyFacts, type Terms, termsOf } from './policy.ts';

/** Which edition a ticket was promised by, and what about the ticket decided. */
export type Pin = { readonly edition: number; readonly facts: PolicyFacts };

/** Every edition of the desk's promises, so that a ticket's own can always be read. */
export type PolicyBook = {
  /** The one that new tickets are promised by. */
  readonly current: Edition;
  /** In order, the current one last. */
  readonly editions: readonly Edition[];
  /** What is promised by a pin; undefined where no rule matches or the edition is not known. */
  readonly terms: (pin: Pin) => Terms | undefined;
  /** A calendar of an edition; around the clock when it has none of that name. */
  readonly calendar: (edition: number, name: string) => Calendar;
};

/** Throws a `RangeError` when there is no edition at all. */
export function policyBook(editions: readonly Edition[]): PolicyBook {
  const current = editions.at(-1);
  if (!current) throw new RangeError('A policy book needs at least one edition');
  const byNumber = new Map(editions.map((edition) => [edition.edition, edition]));
  return {
    current,
    editions,
    terms({ edition: number, facts }) {
      const edition = byNumber.get(number);
      return edition && termsOf(edition, facts);
    },
    calendar: (edition, name) =>
      byNumber.get(edition)?.calendars.find((calendar) => calendar.name === name) ?? alwaysOpen,
  };
}
