import { dueForm } from '../../src/cards/forms/due-form.ts';
import { showForm } from '../answer.ts';
import type { ActionHandler } from '../table.ts';
import { teamTicket } from './answering.ts';

/** The due time on a card: how it and every other one of the ticket came about. */
export const explainDue: ActionHandler = async (desk, event) => {
  const ticket = await teamTicket(desk, event);
  if (ticket) await showForm(desk, event.handle, dueForm(ticket, desk.settings, desk.clock.now()));
};
