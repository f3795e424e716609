import type { Incident } from '../../domain/incident/incident.ts';
import type { IncidentUpdate } from '../../domain/incident/updates/incident-update.ts';
import { type Instant, minute } from '../../domain/time.ts';
import { momentIn, type Tongue, whenIn } from '../../domain/update/tongue.ts';
import { incidentPhrases } from './incident-phrases.ts';
import type { IncidentWording } from './incident-wording.ts';
import { updatePhrases } from './update-phrases.ts';

/** Whoever reads an update of an incident: in their words and zone, under the number of their own ticket. */
export type IncidentReader = {
  readonly ticket: string;
  readonly tongue: Tongue;
  /** IANA zone. */
  readonly zone: string;
  readonly now: Instant;
  /** Whom to turn to where the update names nobody. */
  readonly contact: string;
};

/**
 * An update as one customer reads it: what the desk words by itself in their language, every moment in their zone, and
 * what a person wrote as it was written. Of the incident nothing is taken but what customers are told: the status, the
 * impact and since when, and after the end whether data was lost. Pure.
 */
export function incidentUpdateText(
  incident: Incident,
  update: IncidentUpdate,
  reader: IncidentReader,
): string {
  const say = incidentPhrases[reader.tongue];
  const { fields, kind } = update;
  const free = (text: string) => (text.trim() === '' ? [] : [text.trim()]);
  const lines = [
    ...(incident.mode === 'drill' ? [say.drill] : []),
    ...head(incident, update, { say, reader }),
    ...free(fields.status),
    ...(kind === 'final'
      ? ending(incident, { say, reader })
      : [
          ...impact(incident, update, { say, reader }),
          say.next(fields.next.trim() || say.goesOn[incident.customerStatus]),
          ...(kind === 'update' && fields.blockers.trim() === '' ? [say.noBlockers] : []),
          ...free(fields.blockers).map(say.blockers),
          ...(fields.workaround.trim() === ''
            ? [say.noWorkaround]
            : [say.workaround(fields.workaround.trim())]),
        ]),
    ...free(kind === 'final' ? [fields.next, fields.blockers, fields.workaround].join(' ') : ''),
    ...expectations(update, { say, reader }),
    updatePhrases[reader.tongue].contact(fields.contact.trim() || reader.contact, reader.ticket),
  ];
  return lines.join('\n').replace(/(?<!\.)\.\.(?!\.)/g, '.');
}

type To = { readonly say: IncidentWording; readonly reader: IncidentReader };

function head(incident: Incident, update: IncidentUpdate, { say, reader }: To): readonly string[] {
  const at = (moment: Instant) => momentIn(reader.tongue, moment, reader.zone);
  const before = toldBefore(incident, update, reader.ticket);
  const stands = [
    say.head(reader.ticket),
    say.status[incident.customerStatus],
    say.asOf(at(reader.now)),
  ].join(' ');
  switch (update.kind) {
    case 'acknowledgement':
      return [stands, say.acknowledged];
    case 'nothing_new':
      if (before?.countedAt !== undefined) return [stands, say.nothingNew(at(before.countedAt))];
      // Whoever joins later than others hears first that their request is known.
      return [stands, isFirstWord(incident, update) ? say.nothingNewYet : say.acknowledged];
    case 'correction': {
      const wrong = incident.updates.find(
        (known) => known.update === update.corrects && hasReached(incident, known, reader.ticket),
      );
      const of = wrong?.countedAt ?? wrong?.approved?.at;
      return [stands, ...(of === undefined ? [] : [say.correction(at(of))])];
    }
    case 'update':
    case 'final':
      return [stands];
  }
}

/** The updates before this one that customers have, oldest first. */
function earlierThan(incident: Incident, { update }: IncidentUpdate): readonly IncidentUpdate[] {
  const place = incident.updates.findIndex((known) => known.update === update);
  const earlier = place < 0 ? incident.updates : incident.updates.slice(0, place);
  return earlier.filter(({ countedAt }) => countedAt !== undefined);
}

/** No customer of the incident has heard anything before this. */
function isFirstWord(incident: Incident, update: IncidentUpdate): boolean {
  return earlierThan(incident, update).length === 0;
}

/** The newest update before this one that this customer has. */
function toldBefore(incident: Incident, update: IncidentUpdate, ticket: string): IncidentUpdate | undefined {
  return earlierThan(incident, update).findLast((earlier) => hasReached(incident, earlier, ticket));
}

/** Of a ticket that is not attached itself, such as one that an attached one was merged into, it is assumed. */
function hasReached({ tickets }: Incident, { deliveries }: IncidentUpdate, ticket: string): boolean {
  const delivery = deliveries[ticket];
  if (delivery === undefined) return tickets.every((attached) => attached.ticket !== ticket);
  return 'id' in delivery || 'calledBy' in delivery;
}

/** What is broken for whom: when customers do not know it yet. What is restricted says only what a person typed. */
function impact(incident: Incident, update: IncidentUpdate, { say, reader }: To): readonly string[] {
  const known = incident.impact;
  if (!known || incident.visibility === 'restricted') return [];
  if (update.kind === 'correction' || update.kind === 'final') return [];
  const before = toldBefore(incident, update, reader.ticket);
  if (update.kind === 'nothing_new' && (before || isFirstWord(incident, update))) return [];
  if (before?.countedAt !== undefined && known.at <= before.countedAt) return [];
  const { what, since, notAffected } = known;
  return [
    since === undefined
      ? say.affected(what)
      : say.affectedSince(momentIn(reader.tongue, since, reader.zone), what),
    ...(notAffected === undefined ? [] : [say.notAffected(notAffected)]),
  ];
}

function ending(incident: Incident, { say, reader }: To): readonly string[] {
  const { resolved, declared, visibility } = incident;
  if (!resolved) return [];
  const since = incident.impact?.since;
  const from = since !== undefined && visibility === 'open' ? since : declared.at;
  const back = incident.reopened.at(-1)?.at ?? declared.at;
  const mitigated = incident.mitigatedAt ?? '';
  const to = mitigated > back ? mitigated : resolved.at;
  // Whole minutes of the clock, so that the span is that of the two times beside it.
  const onTheClock = (at: Instant) => Math.floor(Date.parse(at) / minute);
  const minutes = Math.max(1, onTheClock(to) - onTheClock(from));
  const at = (moment: Instant) => momentIn(reader.tongue, moment, reader.zone);
  return [
    say.lasted(say.span(Math.floor(minutes / 60), minutes % 60), at(from), at(to)),
    say.dataLoss[resolved.dataLoss],
    say.ifItReturns,
  ];
}

function expectations({ kind, promises, fields }: IncidentUpdate, { say, reader }: To): readonly string[] {
  const more = fields.expect.trim();
  if (kind === 'final') return [more || say.review];
  if (promises === undefined) return more === '' ? [] : [more];
  const next = updatePhrases[reader.tongue].nextUpdate(whenIn(reader.tongue, promises, reader));
  return [more === '' ? next : `${next} ${more}`];
}
