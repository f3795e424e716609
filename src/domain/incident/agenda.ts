import type { Instant } from '../time.ts';
import { agendaOfCadence } from './cadence/agenda-cadence.ts';
import { agendaOfDrill, postponed } from './drill/agenda-drill.ts';
import type { Incident } from './incident.ts';
import { agendaOfReview } from './review/agenda-review.ts';
import { agendaOfRoles } from './roles/agenda-roles.ts';
import { agendaOfRoom } from './room/agenda-room.ts';
import type { IncidentSettings } from './settings.ts';
import { agendaOfTickets } from './tickets/agenda-tickets.ts';
import { agendaOfDelivery } from './updates/agenda-delivery.ts';

/** What of an incident can be due. */
export type IncidentTimer =
  | 'incident_room'
  | 'incident_room_late'
  | 'incident_room_lost'
  | 'incident_archive'
  | 'incident_role'
  | 'incident_acting'
  | 'incident_long_command'
  | 'incident_prepare'
  | 'incident_deliver'
  | 'incident_cadence'
  | 'incident_internal'
  | 'incident_stale'
  | 'incident_tickets'
  | 'incident_merge'
  | 'incident_review'
  | 'incident_action'
  | 'incident_recurrence'
  | 'incident_drill';

/** Something due. `key` is unique within the incident. */
export type Due = { readonly key: string; readonly kind: IncidentTimer; readonly dueAt: Instant };

/** What of one area is due. Pure: whoever was late or away finds the same. */
export type Agenda = (incident: Incident, settings: IncidentSettings) => readonly Due[];

/** Everything that is due some time, from the state alone: nothing is armed by hand, so nothing is forgotten. */
export const agendaOf: Agenda = (incident, settings) =>
  postponed(incident, [
    ...agendaOfRoom(incident, settings),
    ...agendaOfRoles(incident, settings),
    ...agendaOfDelivery(incident, settings),
    ...agendaOfCadence(incident, settings),
    ...agendaOfTickets(incident, settings),
    ...agendaOfReview(incident, settings),
    ...agendaOfDrill(incident, settings),
  ]);
