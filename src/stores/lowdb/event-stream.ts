import { Invalid } from '../../domain/errors.ts';
import type { AggregateKind } from '../../store-port.ts';
import type { CaseFile, EventRow } from './case-file.ts';
import type { Span } from './packed-case.ts';

export type Source = { readonly kind: AggregateKind; readonly id: string; readonly span: Span };
export type StreamedEvent = {
  readonly cursor: string;
  readonly kind: AggregateKind;
  readonly id: string;
  readonly event: unknown;
};

/**
 * All events after a cursor in the order they were committed. A case is read when its first event is next and let go
 * after its last, so that memory holds only the cases that were alive at the same time. `upTo` leaves out what is
 * being written, because something earlier may still come.
 */
export async function* eventStream(
  sources: Iterable<Source>,
  range: { readonly cursor: string; readonly upTo: number },
  read: (kind: AggregateKind, id: string) => Promise<CaseFile | undefined>,
): AsyncGenerator<StreamedEvent> {
  const after = range.cursor === '' ? 0 : Number(range.cursor);
  if (!Number.isSafeInteger(after) || after < 0)
    throw new Invalid(`"${range.cursor}" is not a cursor of this store.`);
  const waiting = [...sources].filter(({ span }) => span.last > after && span.first <= range.upTo);
  waiting.sort((one, other) => other.span.first - one.span.first);
  const live: { readonly source: Source; readonly rows: EventRow[] }[] = [];

  for (;;) {
    let next = earliest(live);
    for (
      let newcomer = waiting.at(-1);
      newcomer !== undefined && (next === undefined || newcomer.span.first < (next.rows.at(-1)?.seq ?? 0));
      newcomer = waiting.at(-1)
    ) {
      waiting.pop();
      const file = await read(newcomer.kind, newcomer.id);
      const rows = (file?.events ?? []).filter(({ seq }) => seq > after && seq <= range.upTo).reverse();
      if (rows.length > 0) live.push({ source: newcomer, rows });
      next = earliest(live);
    }
    const row = next?.rows.pop();
    if (next === undefined || row === undefined) return;
    if (next.rows.length === 0) live.splice(live.indexOf(next), 1);
    const { kind, id } = next.source;
    yield { cursor: String(row.seq), kind, id, event: row.event };
  }
}

function earliest<T extends { readonly rows: readonly EventRow[] }>(live: readonly T[]): T | undefined {
  let found: T | undefined;
  for (const each of live) {
    if (found === undefined || (each.rows.at(-1)?.seq ?? 0) < (found.rows.at(-1)?.seq ?? 0)) found = each;
  }
  return found;
}
