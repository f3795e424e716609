import { z } from 'zod';
import { Invalid } from '../domain/errors.ts';
import { termsOf } from '../domain/language/terms-of.ts';
import { Instant } from '../domain/time.ts';
import { categories, severities } from '../domain/words.ts';
import type { SearchableTicket } from '../ports.ts';
import { checksumOf, jsonFrom, packParts, textToBytes, unpackParts } from './byte-parts.ts';
import { fingerprintOf } from './fingerprint.ts';

/** What a search keeps for a later start. */
export type SearchContents = {
  /** Of the passages, what was read; the passages themselves come from the store. */
  readonly passages: Uint8Array;
  readonly tickets: readonly SearchableTicket[];
};

/** Grows when the bytes are laid out differently. */
const layout = 1;
const sample =
  'Rücksendungen: 12 returns of Order_81 can’t be printed, devoluciones, étiquettes, 返品できません, ошибка';

/** Bytes of another layout, or of words that were read differently, are of no use. */
function ways(): number {
  return fingerprintOf(
    JSON.stringify([layout, ['en', 'de', 'es', 'fr', 'ja'].map((each) => termsOf(sample, each))]),
  );
}

const Ticket = z.strictObject({
  id: z.string(),
  subject: z.string(),
  text: z.string(),
  account: z.string().exactOptional(),
  requester: z.string(),
  openedAt: Instant,
  live: z.boolean(),
  category: z.enum(categories).exactOptional(),
  severity: z.enum(severities).exactOptional(),
  queue: z.string().exactOptional(),
  correctedBy: z.string().exactOptional(),
  severityBy: z.string().exactOptional(),
  resolution: z.string().exactOptional(),
});
const Head = z.strictObject({ ways: z.number(), checksum: z.number() });

/** With a checksum, and the way texts were read. */
export function toBytes({ passages, tickets }: SearchContents): Uint8Array {
  const body = packParts([passages, textToBytes(JSON.stringify(tickets))]);
  return packParts([textToBytes(JSON.stringify({ ways: ways(), checksum: checksumOf(body) })), body]);
}

/** Throws `Invalid` when the bytes are broken, or were written by a version that read texts in another way. */
export function fromBytes(bytes: Uint8Array): SearchContents {
  const [headBytes, body = new Uint8Array(0)] = unpackParts(bytes);
  const head = Head.safeParse(jsonFrom(headBytes));
  if (!head.success) throw new Invalid('the bytes have no head');
  if (head.data.ways !== ways()) throw new Invalid('another version wrote the bytes');
  if (head.data.checksum !== checksumOf(body)) throw new Invalid('the bytes are damaged');
  const [passages = new Uint8Array(0), ticketBytes] = unpackParts(body);
  const tickets = z.array(Ticket).safeParse(jsonFrom(ticketBytes));
  if (!tickets.success) throw new Invalid('the bytes hold no tickets');
  return { passages, tickets: tickets.data };
}
