import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Instant } from '../../time.ts';
import { IncidentEvent } from '../event.ts';
import type { Incident } from '../incident.ts';

/**
 * A line of an incident's log: what happened (`event.at`), when it was written down, and a seal over this and everything
 * before it. Taking a line out, changing or adding one breaks every seal after it.
 */
export const LogEntry = z.strictObject({ recordedAt: Instant, seal: z.string(), event: IncidentEvent });
export type LogEntry = z.infer<typeof LogEntry>;

/** The events as lines of the log that ends as given. */
export function sealed(
  events: readonly IncidentEvent[],
  { seal: last, recordedAt }: { readonly seal: string; readonly recordedAt: Instant },
): readonly LogEntry[] {
  let seal = last;
  return events.map((event) => {
    // As it will be read again: without what JSON leaves out.
    const plain = IncidentEvent.parse(JSON.parse(JSON.stringify(event)));
    seal = sealOf(seal, recordedAt, plain);
    return { recordedAt, seal, event: plain };
  });
}

/** Whether the log is whole and as it was written: undefined, or the number (from 1) of the first line that is not. */
export function brokenLine(entries: readonly LogEntry[], log: Incident['log']): number | undefined {
  let seal = '';
  for (const [index, entry] of entries.entries()) {
    seal = sealOf(seal, entry.recordedAt, entry.event);
    if (seal !== entry.seal) return index + 1;
  }
  return entries.length === log.entries && seal === log.seal ? undefined : entries.length + 1;
}

function sealOf(before: string, recordedAt: Instant, event: IncidentEvent): string {
  return createHash('sha256')
    .update(`${before}\n${recordedAt}\n${JSON.stringify(inOrder(event))}`)
    .digest('hex');
}

/** Keys sorted, so that the seal does not depend on how a database keeps them. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, each]) => [key, inOrder(each)]),
  );
}
