import type { Form } from '../../src/cards/card.ts';
import {
  escalateForm,
  holdForm,
  mergeForm,
  noteForm,
  snoozeForm,
  solveForm,
  splitForm,
} from '../../src/cards/forms/ticket-forms.ts';
import { wholeTicketForm } from '../../src/cards/forms/whole-ticket-form.ts';
import { refusalWords } from '../../src/cards/wording.ts';
import type { Desk } from '../../src/desk.ts';
import type { Asked, Decision } from '../../src/domain/ticket/decision.ts';
import { closeTicket, reopenTicket } from '../../src/domain/ticket/ending.ts';
import { linkTicket, unmerge as unmergeTicket } from '../../src/domain/ticket/relation.ts';
import { retryDelivery } from '../../src/domain/ticket/reply.ts';
import type { CorrectableField, Ticket } from '../../src/domain/ticket/ticket.ts';
import {
  claimTicket,
  releaseTicket,
  resumeTicket,
  waitForRequester,
  wakeTicket,
} from '../../src/domain/ticket/work.ts';
import { askedIn, changeAsAsked, loadTicket } from '../../src/workflows/change-ticket.ts';
import { correctSorting } from '../../src/workflows/correct-sorting.ts';
import { joinCopies } from '../../src/workflows/join-copies.ts';
import { mergeTickets } from '../../src/workflows/merge-tickets.ts';
import { reportOutcome, showForm, tell } from '../answer.ts';
import { effectOfMerge } from '../merge-effect.ts';
import type { ActionHandler, Pressed } from '../table.ts';
import { teamTicket } from './answering.ts';
import { addTicket, declareByForm } from './incident-tickets.ts';
import { prepareUpdateNow } from './updates.ts';

type Decide = (ticket: Ticket, asked: Asked, event: Pressed, desk: Desk) => Decision;

/** A press that is one decision about the ticket. */
function deciding(decide: Decide): ActionHandler {
  return async (desk, event) => {
    const asked = askedIn(desk, event);
    const changed = await changeAsAsked(desk, event.subject, asked, (ticket) =>
      decide(ticket, asked, event, desk),
    );
    await reportOutcome(desk, event.handle, changed);
  };
}

/** A press that opens a form about the ticket, for the team. */
function opening(form: (ticket: Ticket, desk: Desk) => Form): ActionHandler {
  return async (desk, event) => {
    const ticket = await teamTicket(desk, event);
    if (ticket) await showForm(desk, event.handle, form(ticket, desk));
  };
}

export const claim = deciding(claimTicket);
export const release = deciding(releaseTicket);
export const reopen = deciding((ticket, asked) => reopenTicket(ticket, 'Reopened by the team', asked));
export const unmerge = deciding(unmergeTicket);
export const link = deciding((ticket, asked, event) =>
  linkTicket(ticket, { ticket: event.value ?? '', kind: 'duplicate' }, asked),
);

function correct(field: CorrectableField): ActionHandler {
  return deciding((ticket, asked, event, desk) =>
    correctSorting(desk, ticket, { field, to: event.value ?? '', asked }),
  );
}
export const correctCategory = correct('category');
export const correctSeverity = correct('severity');
export const correctQueue = correct('queue');
export const correctSentiment = correct('sentiment');

export const retry = deciding(retryDelivery);

export const note = opening(noteForm);
/** Nobody fills in a form that is refused afterwards. */
export const solve: ActionHandler = async (desk, event) => {
  const ticket = await teamTicket(desk, event);
  if (!ticket) return;
  if (ticket.incident) return tell(desk, event.handle, refusalWords.in_incident);
  await showForm(desk, event.handle, solveForm(ticket));
};
export const showAll = opening((ticket, desk) => wholeTicketForm(ticket, desk.settings, desk.clock.now()));

export const merge: ActionHandler = async (desk, event) => {
  const asked = askedIn(desk, event);
  const [ticket, target] = await Promise.all([
    loadTicket(desk, event.subject),
    loadTicket(desk, event.value ?? ''),
  ]);
  const effect = ticket && target && (await effectOfMerge(desk, ticket, target, asked));
  const changed = await mergeTickets(desk, event.subject, event.value ?? '', asked);
  const isDone = await reportOutcome(desk, event.handle, changed);
  if (isDone && effect !== undefined) await tell(desk, event.handle, effect);
};

export const joinAllCopies: ActionHandler = async (desk, event) => {
  const joined = await joinCopies(desk, event.subject, askedIn(desk, event));
  if (!joined) return;
  const parts = [
    ...(joined.merged > 0 ? [`${joined.merged} merged`] : []),
    ...(joined.linked > 0 ? [`${joined.linked} linked`] : []),
    ...(joined.refused > 0 ? [`${joined.refused} left as they are`] : []),
  ];
  await tell(
    desk,
    event.handle,
    parts.length > 0 ? `Done: ${parts.join(', ')}.` : 'They are together already.',
  );
};

const more: Readonly<Record<string, ActionHandler>> = {
  show_all: showAll,
  resume: deciding(resumeTicket),
  wait: deciding(waitForRequester),
  wake: deciding(wakeTicket),
  not_a_request: deciding((ticket, asked) => closeTicket(ticket, 'not_a_request', asked)),
  prepare_update: prepareUpdateNow,
  hold: opening(holdForm),
  snooze: opening(snoozeForm),
  escalate: opening(escalateForm),
  war_room: declareByForm,
  add_to_war_room: addTicket,
  merge_with: opening(mergeForm),
  split: opening(splitForm),
};

/** "More…": the entry chosen is the action. */
export const moreMenu: ActionHandler = async (desk, event) => {
  const action = more[event.value ?? ''];
  if (!action) return tell(desk, event.handle, 'That choice is no longer offered. Look at the card again.');
  await action(desk, event);
};
