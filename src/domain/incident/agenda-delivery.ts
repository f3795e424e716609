import type { Agenda } from './agenda.ts';

/** Due: updates on their way to customers. */
export const agendaOfDelivery: Agenda = () => [];
