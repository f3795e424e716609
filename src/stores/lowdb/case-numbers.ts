import { join } from 'node:path';
import { Low } from 'lowdb';
import { z } from 'zod';
import { type Disk, DurableFile } from './durable-file.ts';
import { inTurn } from './in-turn.ts';
import type { Layout } from './layout.ts';
import { decodeFile, parseJson, parseShape } from './read-json.ts';

const count = z.number().int().nonnegative();
const Numbers = z.strictObject({
  format: z.literal(1),
  lastTicket: count,
  /** Absent until the first incident; desks from before incidents have none. */
  lastIncident: count.exactOptional(),
});
type Numbers = z.infer<typeof Numbers>;

export type CaseNumbers = {
  nextTicket(): Promise<string>;
  nextIncident(): Promise<string>;
  close(): Promise<void>;
};

/** The last number given, and up to which they are set aside on disk. */
type Counter = {
  readonly prefix: string;
  /** Set aside on disk this many at a time; a crash skips at most so many. */
  readonly setAside: number;
  last: number;
  safe: number;
};

/** Numbers that are never given twice, not even after a crash. The ids are those of the tickets and incidents there are. */
export async function caseNumbers(
  disk: Disk,
  layout: Layout,
  ids: { readonly tickets: Iterable<string>; readonly incidents: Iterable<string> },
): Promise<CaseNumbers> {
  const file = new Low<Numbers | null>(
    new DurableFile<Numbers | null>(join(layout.desk, 'numbers.json'), disk, (path, bytes) => {
      const text = decodeFile(path, bytes);
      return parseShape(Numbers, parseJson(path, text), { path, text });
    }),
    null,
  );
  await file.read();
  const { lastTicket = 0, lastIncident = 0 } = file.data ?? {};
  const tickets = counter({ prefix: 'T', setAside: 20, kept: lastTicket, ids: ids.tickets });
  // Declared seldom and spoken of by number for years: a write each is no burden, and a crash leaves no gap of twenty.
  const incidents = counter({ prefix: 'INC', setAside: 1, kept: lastIncident, ids: ids.incidents });
  const turns = inTurn(1);

  const keep = async (upTo: { readonly ticket: number; readonly incident: number }) => {
    const { ticket, incident } = upTo;
    file.data = { format: 1, lastTicket: ticket, ...(incident === 0 ? {} : { lastIncident: incident }) };
    await file.write();
    tickets.safe = ticket;
    incidents.safe = incident;
  };
  const next = (one: Counter) =>
    turns.run('next', async () => {
      if (one.last >= one.safe) {
        const safe = one.last + one.setAside;
        await keep({
          ticket: one === tickets ? safe : tickets.safe,
          incident: one === incidents ? safe : incidents.safe,
        });
      }
      one.last += 1;
      return `${one.prefix}-${one.last}`;
    });

  return {
    nextTicket: () => next(tickets),
    nextIncident: () => next(incidents),
    // Leaves no gap after a clean stop; where the disk refuses, a gap is all that happens.
    close: () =>
      turns.run('next', async () => {
        if (tickets.last >= tickets.safe && incidents.last >= incidents.safe) return;
        await keep({ ticket: tickets.last, incident: incidents.last }).catch(() => undefined);
      }),
  };
}

function counter(from: {
  readonly prefix: string;
  readonly setAside: number;
  readonly kept: number;
  readonly ids: Iterable<string>;
}): Counter {
  const { prefix, setAside, kept, ids } = from;
  const numbered = new RegExp(`^${prefix}-(\\d{1,15})$`);
  let last = kept;
  for (const id of ids) {
    const found = numbered.exec(id);
    if (found !== null) last = Math.max(last, Number(found[1]));
  }
  return { prefix, setAside, last, safe: last };
}
