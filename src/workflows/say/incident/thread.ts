import { threadCard } from '../../../cards/incident/room/thread-card.ts';
import { nothingFollows } from '../../../domain/incident/decision.ts';
import { degradeRoom, threadKeys } from '../../../domain/incident/room/room-thread.ts';
import { saying } from '../../../domain/incident/saying.ts';
import { incidentAskedByDesk } from '../../incident/change-incident.ts';
import { refusedStep } from '../../incident/room/room-steps.ts';
import { type IncidentSayer, incidentSayer } from './incident-sayer.ts';

/** The first message of a thread that is the room from then on; or, where a thread was the room, a line in it. */
export const incidentThread: IncidentSayer = incidentSayer({
  stands: 'in_place',
  compose(_desk, { incident, claim }) {
    const { channel, key } = claim.row;
    const { state, former } = incident.room;
    if (incident.visibility === 'restricted') return undefined;
    if (!isFirst(key)) {
      const was = former?.findLast((place) => place.channel === channel)?.thread;
      return was === undefined ? undefined : { card: threadCard(incident), place: { channel, thread: was } };
    }
    const isWanted = state === 'pending' || incident.messages[key] !== undefined;
    return isWanted ? { card: threadCard(incident), place: { channel } } : undefined;
  },
  said: (desk, incident, { claim: { row }, posted: { id } }) =>
    isFirst(row.key)
      ? degradeRoom(incident, { channel: row.channel, thread: id }, incidentAskedByDesk(desk))
      : nothingFollows,
  refused(desk, _incident, { claim: { row }, error }) {
    const { triage } = desk.settings.channels;
    if (!isFirst(row.key)) return { decision: nothingFollows };
    const decision = { events: [refusedStep(desk, 'thread', error)] };
    // Where it should stand it cannot; the team's own channel is the last place that everybody reads.
    if (row.channel === triage) return { decision };
    return { decision, outbox: [saying('incident_thread', { add: threadKeys[1], channel: triage })] };
  },
});

function isFirst(key: string): boolean {
  return threadKeys.some((known) => known === key);
}
