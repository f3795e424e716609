import type { Desk } from '../../desk.ts';
import { roleOf } from '../../desk.ts';
import type { PersonId } from '../../domain/chat-event.ts';
import { Invalid } from '../../domain/errors.ts';
import { agendaOf, type Due } from '../../domain/incident/agenda.ts';
import { applyIncident } from '../../domain/incident/apply.ts';
import type { IncidentAsked, IncidentDecision, IncidentRefusal } from '../../domain/incident/decision.ts';
import type { IncidentEvent } from '../../domain/incident/event.ts';
import { incidentFigures } from '../../domain/incident/figures/incident-figures.ts';
import { Incident } from '../../domain/incident/incident.ts';
import { LogEntry, sealed } from '../../domain/incident/log/log.ts';
import { sayingsOf } from '../../domain/incident/sayings.ts';
import { incidentSummary } from '../../domain/incident/summary.ts';
import type { Instant } from '../../domain/time.ts';
import { untilNoConflict } from '../../domain/until-no-conflict.ts';
import type { OutboxChange, Stored, Timer, TimerChange } from '../../store-port.ts';

export type IncidentChanged =
  | { readonly outcome: 'changed' | 'unchanged'; readonly incident: Incident }
  | { readonly outcome: 'refused'; readonly refusal: IncidentRefusal; readonly incident: Incident }
  | { readonly outcome: 'unknown_incident' };

/** What is written together with the events, beyond what follows from them. */
export type AlongIncident = {
  readonly outbox?: readonly OutboxChange[];
  /** The timer this change answers; it is over unless something is due under its key anew. */
  readonly fired?: Timer;
  /** The chat event that asks. Once it has led to something here, asking again changes nothing. */
  readonly cause?: string | undefined;
};

/** An incident and its log, as they stand. */
export type LoadedIncident = { readonly incident: Incident; readonly log: readonly LogEntry[] };

/** Load, decide, commit; again from the start when somebody else was quicker. */
export async function changeIncident(
  desk: Desk,
  id: string,
  decide: (incident: Incident) => IncidentDecision,
  along: AlongIncident = {},
): Promise<IncidentChanged> {
  return untilNoConflict(async () => {
    const stored = await desk.store.load('incident', id);
    if (!stored) return { outcome: 'unknown_incident' };
    const { incident, log } = read(stored);
    if (along.cause !== undefined && incident.handled.includes(along.cause))
      return { outcome: 'unchanged', incident };
    const decision = decide(incident);
    const events = 'refused' in decision ? [] : decision.events;
    const { outbox = [], fired } = along;
    const after = await write(desk, { stored, incident, log, events }, { outbox, fired });
    if ('refused' in decision) return { outcome: 'refused', refusal: decision, incident };
    return { outcome: events.length > 0 ? 'changed' : 'unchanged', incident: after };
  });
}

/** What a person asks by one act in chat: done once, however often the act is handled. */
export function changeIncidentAsAsked(
  desk: Desk,
  id: string,
  asked: IncidentAsked,
  decide: (incident: Incident, asked: IncidentAsked) => IncidentDecision,
): Promise<IncidentChanged> {
  return changeIncident(desk, id, (incident) => decide(incident, asked), { cause: asked.cause });
}

/** Writes an incident's first events. `Conflict` when there is one of that id. */
export async function createIncident(
  desk: Desk,
  id: string,
  events: readonly IncidentEvent[],
): Promise<Incident> {
  return write(desk, { stored: { id, version: 0, timers: [] }, incident: undefined, log: [], events }, {});
}

/** The incident as it stands; undefined when there is none. `Invalid` when it cannot be read. */
export async function loadIncident(desk: Pick<Desk, 'store'>, id: string): Promise<Incident | undefined> {
  return (await loadIncidentWithLog(desk, id))?.incident;
}

/** The same with its log. */
export async function loadIncidentWithLog(
  desk: Pick<Desk, 'store'>,
  id: string,
): Promise<LoadedIncident | undefined> {
  const stored = await desk.store.load('incident', id);
  return stored && read(stored);
}

async function write(
  desk: Desk,
  before: {
    readonly stored: Pick<Stored, 'id' | 'version' | 'timers'>;
    readonly incident: Incident | undefined;
    readonly log: readonly LogEntry[];
    readonly events: readonly IncidentEvent[];
  },
  along: { readonly outbox?: readonly OutboxChange[]; readonly fired?: Timer | undefined },
): Promise<Incident> {
  const { stored, incident, log, events } = before;
  const recordedAt = desk.clock.now();
  const settings = desk.settings.incidents;
  const added = sealed(events, { seal: incident?.log.seal ?? '', recordedAt });
  const applied = events.length > 0 || !incident ? applyIncident(incident, events) : incident;
  const after: Incident = {
    ...applied,
    log: { entries: log.length + added.length, seal: added.at(-1)?.seal ?? applied.log.seal },
  };
  const timers = timerChanges(stored.timers, agendaOf(after, settings), along.fired);
  const numbered = added.map(({ event }, index) => ({ number: log.length + index, event }));
  const said = sayingsOf({ before: incident, after, events: numbered, settings });
  const outbox = [...said, ...(along.outbox ?? [])];
  if (added.length + timers.length + outbox.length === 0) return after;
  await desk.store.commit({
    kind: 'incident',
    id: stored.id,
    expectedVersion: stored.version,
    events: added,
    state: after,
    at: recordedAt,
    incident: incidentSummary(after, incidentFigures([...log, ...added])),
    timers,
    outbox,
  });
  return after;
}

/** What must be armed or taken back so that exactly what is due is due. Given-up timers are armed again. */
function timerChanges(
  timers: readonly Timer[],
  agenda: readonly Due[],
  fired: Timer | undefined,
): readonly TimerChange[] {
  const wanted = new Map(agenda.map((due) => [due.key, due]));
  const gone = timers.filter(({ key, dueAt }) => {
    const due = wanted.get(key);
    // It has fired and nothing follows from it: due at the same moment again, it would fire for ever.
    return !due || (fired?.key === key && due.dueAt === dueAt);
  });
  const missing = agenda.filter(
    ({ key, dueAt }) => !timers.some((timer) => timer.key === key && timer.dueAt === dueAt),
  );
  return [
    ...gone.map(({ key }) => ({ cancel: key })),
    ...missing.map(({ key, kind, dueAt }) => ({ set: key, kind, dueAt })),
  ];
}

function read(stored: Stored): LoadedIncident {
  const incident = Incident.safeParse(stored.state);
  const log = LogEntry.array().safeParse(stored.events);
  if (incident.success && log.success) return { incident: incident.data, log: log.data };
  const problem = (incident.error ?? log.error)?.issues[0];
  throw new Invalid(
    `Incident ${stored.id} cannot be read: ${problem?.path.join('.')}: ${problem?.message}. Mend its file or restore it from a backup.`,
    { cause: incident.error ?? log.error },
  );
}

/** A person asks by something they did in chat. */
export function incidentAskedIn(
  desk: Pick<Desk, 'people'>,
  event: {
    readonly type: 'command' | 'pressed' | 'submitted' | string;
    readonly by: PersonId;
    readonly at: Instant;
    readonly keys: readonly string[];
  },
): IncidentAsked {
  const [cause] = event.keys;
  const { by, at } = event;
  return {
    by,
    role: roleOf(desk.people, by),
    at,
    source: sourceOf(event.type),
    ...(cause === undefined ? {} : { cause }),
  };
}

function sourceOf(type: string): IncidentAsked['source'] {
  if (type === 'command') return 'command';
  if (type === 'pressed') return 'button';
  return type === 'submitted' ? 'form' : 'chat';
}

/** The desk itself asks, now. */
export function incidentAskedByDesk(desk: Pick<Desk, 'clock'>): IncidentAsked {
  return { by: 'desk', role: 'desk', at: desk.clock.now(), source: 'desk' };
}
