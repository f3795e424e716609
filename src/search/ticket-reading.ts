import { detectLanguage } from '../domain/language/detect-language.ts';
import { errorCodesIn } from '../domain/language/error-codes.ts';
import { termsOf } from '../domain/language/terms-of.ts';
import type { SearchableTicket } from '../ports.ts';
import type { TermCounts } from './term-index.ts';

/** A ticket's words, read once. */
export type TicketReading = {
  /** Terms of the subject. */
  readonly subject: TermCounts;
  /** Terms of subject and text; those of the subject count twice. */
  readonly whole: TermCounts;
  readonly codes: readonly string[];
};

/** A ticket that others are compared with. */
export type Wanted = { readonly ticket: SearchableTicket; readonly reading: TicketReading };

function readTicket(ticket: SearchableTicket): TicketReading {
  const body = bodyOf(ticket);
  const language = detectLanguage(`${ticket.subject}\n${body.slice(0, 2000)}`);
  const subject = new Map<string, number>();
  const whole = new Map<string, number>();
  for (const { term } of termsOf(ticket.subject, language)) {
    add(subject, term, 1);
    add(whole, term, 2);
  }
  for (const { term } of termsOf(body, language)) add(whole, term, 1);
  return { subject, whole, codes: errorCodesIn(wholeText(ticket)) };
}

/** A reader that remembers the latest: a ticket is put, then compared, then answered. */
export function createTicketReader(): (ticket: SearchableTicket) => TicketReading {
  const latest: { readonly ticket: SearchableTicket; readonly reading: TicketReading }[] = [];
  return (ticket) => {
    const known = latest.find((each) => saysTheSame(each.ticket, ticket));
    if (known) return known.reading;
    const reading = readTicket(ticket);
    latest.unshift({ ticket, reading });
    latest.length = Math.min(latest.length, mostRemembered);
    return reading;
  };
}

/** About as many tickets as are sorted and drafted at once. */
const mostRemembered = 8;

export function saysTheSame(one: SearchableTicket, other: SearchableTicket): boolean {
  return one.subject === other.subject && one.text === other.text;
}

/** What the ticket says, its subject once. */
export function wholeText(ticket: SearchableTicket): string {
  return `${ticket.subject}\n${bodyOf(ticket)}`;
}

/** Subjects are mostly the first line of the text. */
function bodyOf({ subject, text }: SearchableTicket): string {
  return text.startsWith(subject) ? text.slice(subject.length) : text;
}

function add(counts: Map<string, number>, term: string, times: number): void {
  counts.set(term, (counts.get(term) ?? 0) + times);
}
