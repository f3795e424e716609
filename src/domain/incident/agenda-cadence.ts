import type { Agenda } from './agenda.ts';

/** Due: when customers and the team are owed the next word. */
export const agendaOfCadence: Agenda = () => [];
