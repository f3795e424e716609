import type { ChangesOf } from './change.ts';

/** What the desk itself has done: it stands in the log like everything else. */
export const changesOfDesk: ChangesOf<
  | 'desk_was_away'
  | 'message_stands'
  | 'message_gone'
  | 'tickets_marked'
  | 'timeline_filed'
  | 'nudged'
  | 'drill_step_begun'
  | 'drill_step_ended'
> = {
  desk_was_away: (incident, { from, to, at }) => ({ ...incident, away: { from, to, at } }),
  message_stands: (incident, { key, channel, message }) => ({
    ...incident,
    messages: { ...incident.messages, [key]: { channel, id: message } },
  }),
  message_gone: (incident, { key }) => {
    const { [key]: _gone, ...messages } = incident.messages;
    return { ...incident, messages };
  },
  timeline_filed: (incident) => incident,
  tickets_marked: (incident, { tickets, room }) => ({
    ...incident,
    marked: tickets,
    ...(room === undefined ? {} : { markedRoom: room }),
  }),
  nudged: (incident, { about, at }) => ({
    ...incident,
    nudges: { ...incident.nudges, [about]: { count: (incident.nudges[about]?.count ?? 0) + 1, at } },
  }),
  drill_step_begun: (incident, { step }) =>
    incident.drill
      ? { ...incident, drill: { ...incident.drill, begun: Math.max(incident.drill.begun, step + 1) } }
      : incident,
  // Counted, because a step that began first may end last.
  drill_step_ended: (incident) =>
    incident.drill
      ? { ...incident, drill: { ...incident.drill, ended: incident.drill.ended + 1 } }
      : incident,
};
