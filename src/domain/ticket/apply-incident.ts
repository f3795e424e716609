import { byAt, type ChangesOf } from './change.ts';

/** Which incident a ticket is part of. */
export const incidentChanges: ChangesOf<
  'incident_declared' | 'incident_joined' | 'incident_left' | 'war_room_offered'
> = {
  incident_declared: (ticket, event) => {
    const { incident, from, visibility, severity, tickets } = event;
    const declared = { from, visibility, severity, tickets };
    return { ...ticket, incident: { incident, ...byAt(event), declared } };
  },
  incident_joined: (ticket, event) => {
    const { incident, room } = event;
    const known = ticket.incident?.incident === incident ? ticket.incident : { incident, ...byAt(event) };
    return {
      ...ticket,
      incident: { ...known, joined: true, ...(room === undefined ? {} : { room }) },
    };
  },
  incident_left: (ticket, { incident }) => {
    const { incident: _left, ...rest } = ticket;
    return { ...rest, pastIncidents: [...new Set([...(ticket.pastIncidents ?? []), incident])] };
  },
  war_room_offered: (ticket, { at, known }) => ({
    ...ticket,
    warRoomOffered: { at, ...(known === undefined ? {} : { known }) },
  }),
};
