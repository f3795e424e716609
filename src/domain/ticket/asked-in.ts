import { isChatter } from '../intake.ts';
import type { Instant } from '../time.ts';
import type { TicketMessage } from './ticket.ts';

/** Since when a message asks for something; with `until`, when that was taken back. */
export type AskedIn = { readonly since: Instant; readonly until?: Instant };

/**
 * Whether a requester's message asks for something: undefined for thanks and the like. Thanks that were changed into a
 * question ask since the change; a question that was changed into thanks, or was deleted, asks no longer.
 */
export function askedIn(message: TicketMessage): AskedIn | undefined {
  const { at, text, files, edits, deleted } = message;
  if (message.from !== 'requester') return undefined;
  if (deleted) return deleted.asked === undefined ? undefined : { since: deleted.asked, until: deleted.at };
  const asks = (words: string) => !isChatter(words, files.length);
  if (edits.length === 0) return asks(text) ? { since: at } : undefined;
  const versions = [...edits.map((edit) => edit.text), text].map(asks);
  const moments = [at, ...edits.map(({ until }) => until)];
  const since = moments[versions.indexOf(true)];
  if (since === undefined) return undefined;
  const until = moments[versions.lastIndexOf(true) + 1];
  return until === undefined ? { since } : { since, until };
}
