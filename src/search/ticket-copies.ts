import type { SearchableTicket } from '../ports.ts';
import { fingerprintOf } from './fingerprint.ts';
import { copyText } from './ticket-copy-text.ts';

/** Which tickets say the very same, so that a flood of copies is seen as one thing. */
export function createTicketCopies() {
  const families = new Map<number, readonly string[]>();
  const printOf = new Map<string, number>();

  function put(ticket: SearchableTicket): void {
    remove(ticket.id);
    const print = printFor(ticket);
    if (print === undefined) return;
    printOf.set(ticket.id, print);
    families.set(print, [...(families.get(print) ?? []), ticket.id]);
  }

  function remove(id: string): void {
    const print = printOf.get(id);
    if (print === undefined) return;
    printOf.delete(id);
    const left = (families.get(print) ?? []).filter((member) => member !== id);
    if (left.length === 0) families.delete(print);
    else families.set(print, left);
  }

  return {
    put,
    remove,
    /** Indexed tickets that say what this one says; it need not be indexed itself. */
    of: (ticket: SearchableTicket): readonly string[] => families.get(printFor(ticket) ?? -1) ?? [],
    /** Indexed tickets that say what an indexed one says, itself included. */
    familyOf: (id: string): readonly string[] => families.get(printOf.get(id) ?? -1) ?? [id],
  };
}

function printFor(ticket: SearchableTicket): number | undefined {
  const text = copyText(ticket);
  return text === undefined ? undefined : fingerprintOf(text);
}
