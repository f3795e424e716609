import { dueCard } from '../../../cards/incident/cadence/due-card.ts';
import { settledDueCard } from '../../../cards/incident/cadence/settled-due-card.ts';
import { absenceToldUntil } from '../../../domain/incident/cadence/absence.ts';
import { callsInstead, isStillOwed } from '../../../domain/incident/cadence/ladder-sayings.ts';
import { roomPlace } from '../../../domain/incident/room/place.ts';
import { type IncidentSayer, incidentSayer } from './incident-sayer.ts';
import { ladderView } from './ladder-view.ts';

/**
 * An update is owed to customers, or late; one message for each due time, changed in place. One that waits to be said when
 * it is owed no more is never said; one that stands already says what became of it.
 */
export const updateDue: IncidentSayer = incidentSayer({
  compose(desk, { incident, log, claim }) {
    const { key, ref } = claim.row;
    const { cadence } = incident;
    const standing = incident.messages[key];
    if (cadence && cadence.rungs.length > 0 && isStillOwed(incident, key)) {
      const place = roomPlace(incident);
      return place && { card: dueCard(incident, cadence, ladderView(desk)), place };
    }
    if (!standing) return undefined;
    const events = log.map(({ event }) => event);
    const end = ref === undefined ? undefined : events[Number(ref)];
    const away = ref === undefined ? undefined : absenceToldUntil(events, Number(ref));
    return {
      card: settledDueCard(incident, { end, away }, desk.settings.timezone),
      place: { channel: standing.channel },
    };
  },
  stands: 'in_place',
  refused(desk, incident, { claim: { row } }) {
    return {
      decision: { events: [] },
      outbox: isStillOwed(incident, row.key) ? callsInstead(incident, desk.settings.incidents) : [],
    };
  },
});
