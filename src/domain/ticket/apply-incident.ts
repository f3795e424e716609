import { byAt, type ChangesOf } from './change.ts';

/** Which incident a ticket is part of. */
export const incidentChanges: ChangesOf<'incident_declared' | 'incident_joined' | 'incident_left'> = {
  incident_declared: (ticket, event) => {
    const { incident, from, visibility, severity, tickets } = event;
    const declared = { from, visibility, severity, tickets };
    return { ...ticket, incident: { incident, ...byAt(event), declared } };
  },
  incident_joined: (ticket, event) => ({
    ...ticket,
    incident:
      ticket.incident?.incident === event.incident
        ? { ...ticket.incident, joined: true }
        : { incident: event.incident, ...byAt(event), joined: true },
  }),
  incident_left: (ticket) => {
    const { incident: _left, ...rest } = ticket;
    return rest;
  },
};
