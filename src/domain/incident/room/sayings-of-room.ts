import { applyIncident } from '../apply.ts';
import type { Incident } from '../incident.ts';
import { isBookkeeping } from '../log/bookkeeping.ts';
import { type Happened, type IncidentSaying, type Sayings, saying } from '../saying.ts';
import { announcementChannel, speakingPlace } from './announcing.ts';
import { hasNoPage } from './has-no-page.ts';
import { isWorthALine } from './line-worthy.ts';
import { announcementFacts, cardFacts } from './room-facts.ts';

/** In the room and about it: the card, the announcement, lines, and the log where there can be no page. */
export const sayingsOfRoom: Sayings = (happened) => [
  ...announcement(happened),
  ...card(happened),
  ...lines(happened),
  ...logMessage(happened),
];

function announcement({ before, after, events, settings }: Happened): readonly IncidentSaying[] {
  const channel = announcementChannel(after, settings);
  const isAskedAgain =
    before?.room.steps.announce?.refused !== undefined &&
    events.some(({ event }) => event.type === 'room_asked_again');
  if (channel === undefined || (!isAskedAgain && isSame(announcementFacts, before, after))) return [];
  return [saying('incident_announcement', { add: 'announcement', channel })];
}

/** Said first where the room has just appeared: everything else in it refers to the card. */
function card({ before, after }: Happened): readonly IncidentSaying[] {
  const place = speakingPlace(after);
  if (!place || isSame(cardFacts, before, after)) return [];
  const row = saying('incident_card', { add: 'card', channel: place.channel });
  return [after.messages.card?.channel === place.channel ? row : { ...row, priority: 2 }];
}

function lines({ before, after, events }: Happened): readonly IncidentSaying[] {
  const place = speakingPlace(after);
  if (!place || !before) return [];
  let incident = before;
  return events.flatMap(({ number, event }) => {
    const around = { before: incident, after: applyIncident(incident, [event]) };
    incident = around.after;
    // What was said where the room was before its move is not said again, and what happened without one is in the welcome.
    const isHere = speakingPlace(around.after)?.channel === place.channel;
    if (!isHere || !isWorthALine(event, around)) return [];
    return [saying('incident_line', { add: `line:${number}`, channel: place.channel })];
  });
}

function logMessage({ before, after, events }: Happened): readonly IncidentSaying[] {
  const place = speakingPlace(after);
  if (!place) return [];
  if (!hasNoPage(after)) {
    // The message that stood for the page says that there is one now.
    const isReplaced = before !== undefined && hasNoPage(before) && after.messages.log !== undefined;
    return isReplaced ? [saying('incident_log', { add: 'log', channel: place.channel })] : [];
  }
  const isFirst = !before || !hasNoPage(before) || speakingPlace(before)?.channel !== place.channel;
  if (!isFirst && events.every(({ event }) => isBookkeeping(event))) return [];
  return [saying('incident_log', { add: 'log', channel: place.channel })];
}

function isSame(
  facts: (incident: Incident) => string,
  before: Incident | undefined,
  after: Incident,
): boolean {
  return before !== undefined && facts(before) === facts(after);
}
