import type { Agenda } from './agenda.ts';

/** Due: who is asked to lead, and until when. */
export const agendaOfRoles: Agenda = () => [];
