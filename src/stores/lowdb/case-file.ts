import { basename, dirname } from 'node:path';
import { z } from 'zod';
import { Misconfigured } from '../../domain/errors.ts';
import { IncidentSummary } from '../../domain/incident/summary.ts';
import { slaTargets } from '../../domain/sla/policy.ts';
import { Instant } from '../../domain/time.ts';
import { attentions, categories, severities, statuses } from '../../domain/words.ts';
import type { AggregateKind, Stored, TicketSummary } from '../../store-port.ts';
import { caseKinds, incidentFolder, isSingle } from './case-kinds.ts';
import { decodeFile, lineOfKey, parseJson, parseShape, unreadable } from './read-json.ts';

const count = z.number().int().nonnegative();
const Parked = z.strictObject({ at: Instant, reason: z.string() });

export const Summary = z.strictObject({
  id: z.string(),
  subject: z.string(),
  status: z.enum(statuses),
  category: z.enum(categories).exactOptional(),
  severity: z.enum(severities).exactOptional(),
  queue: z.string().exactOptional(),
  requester: z.string(),
  requesterName: z.string().exactOptional(),
  account: z.string().exactOptional(),
  assignee: z.string().exactOptional(),
  attention: z.enum(attentions).exactOptional(),
  openedAt: Instant,
  changedAt: Instant,
  edition: count.exactOptional(),
  dueAt: Instant.exactOptional(),
  dueTarget: z.enum(slaTargets).exactOptional(),
  riskAt: Instant.exactOptional(),
  owed: z
    .array(z.strictObject({ target: z.enum(slaTargets), dueAt: Instant.exactOptional() }))
    .exactOptional(),
  missed: z.partialRecord(z.enum(slaTargets), count.positive()).exactOptional(),
  uncounted: z.string().exactOptional(),
  closedAt: Instant.exactOptional(),
  threads: z.array(z.string()),
}) satisfies z.ZodType<TicketSummary>;
/** Fails to compile when a summary has gained a field that case files would then refuse at the next start. */
export type SummaryIsWhole =
  Exclude<keyof TicketSummary, keyof z.infer<typeof Summary>> extends never ? true : never;
export const summaryIsWhole: SummaryIsWhole = true;

const TimerRow = z.strictObject({
  key: z.string(),
  kind: z.string(),
  dueAt: Instant,
  generation: count,
  parked: Parked.exactOptional(),
});
export type TimerRow = z.infer<typeof TimerRow>;

const OutboxFileRow = z.strictObject({
  key: z.string(),
  kind: z.string(),
  channel: z.string(),
  ref: z.string().exactOptional(),
  priority: z.number(),
  bornAt: Instant,
  generation: count,
  /** Order among all rows of the desk born at the same moment. */
  place: count,
  parked: Parked.exactOptional(),
});
export type OutboxFileRow = z.infer<typeof OutboxFileRow>;

const EventRow = z.strictObject({ seq: count, at: Instant, event: z.unknown() });
export type EventRow = z.infer<typeof EventRow>;

/** Everything one aggregate is, in one file, so that one rename makes a commit true. */
export const CaseFile = z.strictObject({
  format: count,
  kind: z.enum(caseKinds),
  id: z.string().min(1),
  version: count,
  /** Grows with every write of the file, also when the version does not; the newer of two copies has the higher. */
  revision: count,
  summary: Summary.exactOptional(),
  /** What `summary` is for tickets. */
  incident: IncidentSummary.exactOptional(),
  state: z.unknown(),
  timers: z.array(TimerRow),
  outbox: z.array(OutboxFileRow),
  events: z.array(EventRow),
});
export type CaseFile = z.infer<typeof CaseFile>;

/** The part of a case that must be readable again; checked before it is written. */
export const CaseHead = CaseFile.omit({ events: true, state: true });

/** Turns a file of format n + 1 (n = place in the list) into the next format. */
export type Upgrade = (file: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

/** Reads case files of this format and, through the upgrades, of all older ones. */
export function caseReader(upgrades: readonly Upgrade[]) {
  const newest = upgrades.length + 1;

  return (path: string, bytes: Uint8Array): CaseFile => {
    const text = decodeFile(path, bytes);
    let file = parseShape(z.record(z.string(), z.unknown()), parseJson(path, text), { path, text });
    const format = file.format;
    if (typeof format !== 'number' || !Number.isInteger(format) || format < 1) {
      throw unreadable(path, 1, '"format" is missing');
    }
    if (format > newest) {
      throw new Misconfigured(
        `${path}, line 1: written by a newer Muster (format ${format}, this one knows up to ${newest}). ` +
          'Start the newer version, or restore a backup from before the update.',
      );
    }
    for (const upgrade of upgrades.slice(format - 1)) file = { ...upgrade(file) };
    const read = parseShape(CaseFile, { ...file, format: newest }, { path, text });
    if (read.kind === 'incident' && read.incident === undefined) {
      throw unreadable(path, lineOfKey(text, ['kind']), 'it is an incident, and "incident" is missing');
    }
    if ((read.kind === 'incident') !== (basename(dirname(path)) === incidentFolder)) {
      const why = `it holds ${read.kind} ${read.id}, which has its place in another folder; move it there`;
      throw unreadable(path, lineOfKey(text, ['kind']), why);
    }
    if (!isSingle(read.kind) && basename(path) !== `${read.id}.json`) {
      throw unreadable(
        path,
        lineOfKey(text, ['id']),
        `it holds ${read.id}; name it ${read.id}.json, or remove it if it is a copy`,
      );
    }
    return read;
  };
}

export function caseKey(kind: AggregateKind, id: string): string {
  return `${kind}/${id}`;
}

/** What the outside sees of a case that was made for it alone. */
export function storedCase(file: CaseFile): Stored {
  return {
    kind: file.kind,
    id: file.id,
    version: file.version,
    state: file.state,
    events: file.events.map(({ event }) => event),
    timers: file.timers.filter(({ parked }) => parked === undefined),
    outbox: file.outbox.map(({ place: _, ...row }) => row),
  };
}
