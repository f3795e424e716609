import type { SearchableTicket } from '../ports.ts';
import { wholeText } from './ticket-reading.ts';

/** What differs between two sendings of one alert or one pasted message: moments and random ids. */
const passing = [
  /\b\d{4}-\d\d-\d\d(?:[t ]\d\d:\d\d(?::\d\d)?(?:[.,]\d+)?(?:z|[+-]\d\d:?\d\d)?)?/g,
  /\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b/g,
  /\b\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d+)?(?:\s?[ap]m)?\b/g,
  /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g,
  /\b(?=[a-f]*\d)[0-9a-f]{16,}\b/g,
];
/** Fewer letters are a greeting or "it is broken": two of them need not mean one thing. */
const leastLetters = 20;

/**
 * The words of a ticket without what only marks the sending: two tickets with the same are copies of one message.
 * Order numbers and error codes stay: they tell two requests apart. `undefined` for words too short to tell.
 */
export function copyText(ticket: SearchableTicket): string | undefined {
  let plain = wholeText(ticket).toLowerCase();
  for (const pattern of passing) plain = plain.replaceAll(pattern, ' ');
  plain = plain.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();
  return plain.length < leastLetters ? undefined : plain;
}
