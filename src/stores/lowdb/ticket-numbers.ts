import { join } from 'node:path';
import { Low } from 'lowdb';
import { z } from 'zod';
import { type Disk, DurableFile } from './durable-file.ts';
import { inTurn } from './in-turn.ts';
import type { Layout } from './layout.ts';
import { decodeFile, parseJson, parseShape } from './read-json.ts';

const Numbers = z.strictObject({ format: z.literal(1), lastTicket: z.number().int().nonnegative() });
type Numbers = z.infer<typeof Numbers>;

/** Numbers are set aside on disk this many at a time; a crash skips at most so many. */
const setAside = 20;

export type TicketNumbers = { next(): Promise<string>; close(): Promise<void> };

/** Ticket numbers that are never given twice, not even after a crash. `ids` are the tickets there are. */
export async function ticketNumbers(
  disk: Disk,
  layout: Layout,
  ids: Iterable<string>,
): Promise<TicketNumbers> {
  const file = new Low<Numbers | null>(
    new DurableFile<Numbers | null>(join(layout.desk, 'numbers.json'), disk, (path, bytes) => {
      const text = decodeFile(path, bytes);
      return parseShape(Numbers, parseJson(path, text), { path, text });
    }),
    null,
  );
  await file.read();
  let last = file.data?.lastTicket ?? 0;
  for (const id of ids) {
    const found = /^T-(\d{1,15})$/.exec(id);
    if (found !== null) last = Math.max(last, Number(found[1]));
  }
  let safe = last;
  const turns = inTurn(1);

  const keep = async (upTo: number) => {
    file.data = { format: 1, lastTicket: upTo };
    await file.write();
    safe = upTo;
  };

  return {
    next: () =>
      turns.run('next', async () => {
        if (last >= safe) await keep(last + setAside);
        last += 1;
        return `T-${last}`;
      }),
    // Leaves no gap after a clean stop; where the disk refuses, a gap is all that happens.
    close: () =>
      turns.run('next', async () => (last < safe ? await keep(last).catch(() => undefined) : undefined)),
  };
}
