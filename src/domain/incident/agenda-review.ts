import type { Agenda } from './agenda.ts';

/** Due: what is owed after it is over. */
export const agendaOfReview: Agenda = () => [];
