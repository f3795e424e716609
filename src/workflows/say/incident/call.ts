import { backCard } from '../../../cards/incident/cadence/back-card.ts';
import { callCard, preparedCard } from '../../../cards/incident/cadence/call-card.ts';
import type { Desk } from '../../../desk.ts';
import { isUpdateOwed } from '../../../domain/incident/cadence/ladder.ts';
import { type CallPlace, dueKey } from '../../../domain/incident/cadence/ladder-sayings.ts';
import { kindOf, rankOf } from '../../../domain/incident/cadence/rungs.ts';
import type { Incident } from '../../../domain/incident/incident.ts';
import type { LogEntry } from '../../../domain/incident/log/log.ts';
import { roomPlace } from '../../../domain/incident/room/place.ts';
import { updateAtWork } from '../../../domain/incident/updates/updating.ts';
import { type IncidentSayer, type IncidentWord, incidentSayer } from './incident-sayer.ts';
import { ladderView } from './ladder-view.ts';

/** Somebody is called because customers wait; or the desk says that it is back, or that a draft lies ready. */
export const ladderCall: IncidentSayer = incidentSayer({
  compose(desk, { incident, log, claim: { row } }) {
    const [about, ...rest] = (row.ref ?? '').split('|');
    if (about === 'rung') return called(desk, { incident, log, channel: row.channel }, rest);
    if (about === 'away') return back(desk, incident, rest);
    return ready(desk, { incident, channel: row.channel }, rest);
  },
  stands: 'once',
});

/** Only while that update is still owed, and while nothing later was told in the same place. */
function called(
  desk: Desk,
  at: { readonly incident: Incident; readonly log: readonly LogEntry[]; readonly channel: string },
  [generation, rung = '', where = '']: readonly string[],
): IncidentWord | undefined {
  const { incident, log, channel } = at;
  const { cadence } = incident;
  if (!cadence || !isUpdateOwed(incident) || `${cadence.generation}` !== generation) return undefined;
  const place = placeOf(incident, where, channel);
  const latest = cadence.rungs.at(-1);
  const kind = kindOf(rung);
  const isOvertaken = cadence.rungs.some(
    (told) => isSameNews(where, told.rung) && rankOf(told.rung) > rankOf(rung),
  );
  if (!place || !latest || isOvertaken) return undefined;
  if (where === 'room' && !stoodBefore(log, dueKey(cadence.generation), rung)) return undefined;
  return { card: callCard(kind, { incident, cadence, where: asPlace(where) }, ladderView(desk)), place };
}

/** In the room only being late and the takeover have lines; whoever is called directly needs to hear the latest alone. */
function isSameNews(where: string, rung: string): boolean {
  return where === 'direct' || (where === 'room' && kindOf(rung) === 'takeover');
}

function asPlace(where: string): CallPlace {
  return where === 'room' || where === 'out' ? where : 'direct';
}

function placeOf(incident: Incident, where: string, channel: string): IncidentWord['place'] | undefined {
  if (where === 'room') return roomPlace(incident);
  // It may have become restricted to a few; what stands where everybody reads is decided anew.
  if (where === 'out' && (incident.visibility !== 'open' || incident.mode !== 'live')) return undefined;
  return { channel };
}

/** The message about the update stood before this was told: otherwise it is news enough by itself. */
function stoodBefore(log: readonly LogEntry[], key: string, rung: string): boolean {
  const stood = log.findIndex(({ event }) => event.type === 'message_stands' && event.key === key);
  const told = log.findLastIndex(({ event }) => event.type === 'reminded' && event.rung === rung);
  return stood >= 0 && stood < told;
}

function back(
  desk: Desk,
  incident: Incident,
  [from = '', to = '']: readonly string[],
): IncidentWord | undefined {
  const place = roomPlace(incident);
  // A longer or later absence has its own line.
  if (!place || incident.away?.to !== to) return undefined;
  return { card: backCard(incident, { from, to }, ladderView(desk)), place };
}

function ready(
  desk: Desk,
  { incident, channel }: { readonly incident: Incident; readonly channel: string },
  [update = '']: readonly string[],
): IncidentWord | undefined {
  if (updateAtWork(incident)?.update !== update || !isUpdateOwed(incident)) return undefined;
  return { card: preparedCard(incident, update, ladderView(desk)), place: { channel } };
}
