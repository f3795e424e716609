import type { Agenda } from './agenda.ts';

/** Due: what makes the room and brings it back. */
export const agendaOfRoom: Agenda = () => [];
