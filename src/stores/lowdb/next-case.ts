import { Conflict, Invalid } from '../../domain/errors.ts';
import { Instant } from '../../domain/time.ts';
import type { Change, OutboxChange, TimerChange } from '../../store-port.ts';
import { type CaseFile, CaseHead, type OutboxFileRow, type TimerRow } from './case-file.ts';

export type NextCase = {
  readonly file: CaseFile;
  /** Outbox rows that were said but must be said again, because they were added again meanwhile. */
  readonly saidButNewer: readonly string[];
};

/** The case after a change. Generations are the version that set them: they grow, and no counter must be kept. */
export function nextCase(
  current: CaseFile | undefined,
  change: Change,
  sequence: { readonly format: number; readonly next: () => number },
): NextCase {
  const { kind, id, at } = change;
  const has = current?.version ?? 0;
  if (has !== change.expectedVersion) {
    throw new Conflict(`${kind} ${id} is at version ${has}, not ${change.expectedVersion}.`);
  }
  const version = has + 1;
  const summaries = summariesAfter(current, change);
  if (change.state === undefined) throw new Invalid(`${kind} ${id} has no state.`);
  const said = outboxAfter(current?.outbox ?? [], change, { version, place: sequence.next });
  const { state, events } = plain({ state: change.state, events: change.events });
  const head = CaseHead.extend({ at: Instant }).safeParse({
    at,
    format: sequence.format,
    kind,
    id,
    version,
    revision: (current?.revision ?? 0) + 1,
    ...summaries,
    timers: timersAfter(current?.timers ?? [], change.timers ?? [], version),
    outbox: said.rows,
  });
  if (!head.success) {
    const issue = head.error.issues[0];
    throw new Invalid(`${kind} ${id}: ${issue?.path.join('.')}: ${issue?.message}`);
  }
  const { at: _, timers, outbox, ...rest } = head.data;
  const appended = events.map((event) => ({ seq: sequence.next(), at, event }));
  return {
    file: { ...rest, state, timers, outbox, events: [...(current?.events ?? []), ...appended] },
    saidButNewer: said.saidButNewer,
  };
}

/** What a ticket or incident is found by; nothing else has such a thing, whatever the change says. */
function summariesAfter(
  current: CaseFile | undefined,
  { kind, id, summary = current?.summary, incident = current?.incident }: Change,
): Pick<Change, 'summary' | 'incident'> {
  if (kind === 'ticket' && summary !== undefined) return { summary };
  if (kind === 'incident' && incident !== undefined) return { incident };
  if (kind === 'ticket' || kind === 'incident') throw new Invalid(`${kind} ${id} has no summary.`);
  return {};
}

function timersAfter(
  rows: readonly TimerRow[],
  changes: readonly TimerChange[],
  version: number,
): readonly TimerRow[] {
  const byKey = new Map(rows.map((row) => [row.key, row]));
  for (const change of changes) {
    if ('cancel' in change) byKey.delete(change.cancel);
    else {
      const { set: key, kind, dueAt } = change;
      byKey.set(key, { key, kind, dueAt, generation: version });
    }
  }
  return [...byKey.values()];
}

function outboxAfter(
  rows: readonly OutboxFileRow[],
  change: { readonly outbox?: readonly OutboxChange[]; readonly at: string },
  fresh: { readonly version: number; readonly place: () => number },
): { readonly rows: readonly OutboxFileRow[]; readonly saidButNewer: readonly string[] } {
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const saidButNewer: string[] = [];
  const ended = new Set<string>();
  for (const each of change.outbox ?? []) {
    if ('done' in each) {
      const row = byKey.get(each.done);
      if (row === undefined) continue;
      if (row.generation <= each.generation) {
        byKey.delete(each.done);
        ended.add(each.done);
      } else saidButNewer.push(each.done);
      continue;
    }
    const { add: key, kind, channel, ref, priority } = each;
    // Ended and begun again in one change: nobody has tried to say the new one.
    if (ended.has(key)) saidButNewer.push(key);
    const waiting = byKey.get(key);
    byKey.set(key, {
      key,
      kind,
      channel,
      ...(ref === undefined ? {} : { ref }),
      priority,
      bornAt: waiting?.bornAt ?? change.at,
      generation: fresh.version,
      place: waiting?.place ?? fresh.place(),
    });
  }
  return { rows: [...byKey.values()], saidButNewer };
}

/** A copy as it will read after a restart. */
function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value));
}
