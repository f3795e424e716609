import { privateDataIn } from '../safety/private-data.ts';
import type { Ticket } from '../ticket/ticket.ts';
import { internalWordsIn } from './internal-words.ts';

const mostLetters = 60;

/**
 * The request in the requester's own words, short and harmless: no addresses, no marks that chat reads, nothing private.
 * Undefined where the words are not theirs, were deleted, or may be read by another requester of a merged ticket.
 */
export function requestWords(ticket: Ticket): string | undefined {
  if (ticket.absorbed.length > 0) return undefined;
  const subject = flat(ticket.subject).replace(/…$/, '');
  const isTheirs = ticket.messages.some(
    ({ from, deleted, text }) => from === 'requester' && !deleted && flat(text).includes(subject),
  );
  if (!isTheirs || privateDataIn(subject).length > 0 || internalWordsIn(subject).length > 0) return undefined;
  const plain = flat(
    subject.replace(/https?:\/\/\S+|<[^>]*>|\bT-\d+/gu, ' ').replace(/[*_~`<>@#“”„«»"!¡|]/gu, ' '),
  );
  const short =
    plain.length <= mostLetters ? plain : `${plain.slice(0, mostLetters - 1).replace(/\s+\S*$/u, '')}…`;
  const words = short.replace(/[.,;:?¿\s]+$/u, '');
  return /\p{L}{3}/u.test(words) ? words : undefined;
}

function flat(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** The same text with the quoted words blotted out, letter for letter: what the requester wrote is no claim of ours. */
export function withoutQuoted(text: string, words: string | undefined): string {
  if (words === undefined) return text;
  return ['“', '„', '« '].reduce(
    (rest, mark) => rest.replaceAll(`${mark}${words}`, `${mark}${'x'.repeat(words.length)}`),
    text,
  );
}
