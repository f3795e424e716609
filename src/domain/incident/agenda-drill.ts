import type { Agenda } from './agenda.ts';

/** Due: what goes wrong next in a drill. */
export const agendaOfDrill: Agenda = () => [];
