import { ticketIdIn } from '../../src/domain/ticket/ticket-number.ts';

/** The tickets that somebody named, each once, and the words that are none. */
export function ticketsIn(words: string): {
  readonly tickets: readonly string[];
  readonly unknown: readonly string[];
} {
  const parts = words.split(/[\s,;]+/).filter((part) => part !== '');
  return {
    tickets: [...new Set(parts.flatMap((part) => ticketIdIn(part) ?? []))],
    unknown: parts.filter((part) => ticketIdIn(part) === undefined),
  };
}
