import { updateForm } from '../../src/cards/forms/update-form.ts';
import type { Desk } from '../../src/desk.ts';
import type { Decision } from '../../src/domain/ticket/decision.ts';
import { agreeToExtension, declineExtension } from '../../src/domain/ticket/extension.ts';
import type { CustomerUpdate } from '../../src/domain/ticket/promises.ts';
import type { Ticket } from '../../src/domain/ticket/ticket.ts';
import {
  isStale,
  proposedUpdate,
  prepareUpdateNow as putUpdate,
  sendUpdate,
  snoozeUpdate,
} from '../../src/domain/ticket/updating.ts';
import { isUnsendable } from '../../src/domain/update/lint-update.ts';
import { askedIn, changeAsAsked } from '../../src/workflows/change-ticket.ts';
import { findingsIn, updateOnDemand, writtenAfresh } from '../../src/workflows/prepare-update.ts';
import { reportOutcome, showForm, tell } from '../answer.ts';
import type { ActionHandler } from '../table.ts';
import { teamTicket } from './answering.ts';

/** "Send update": it goes out unless somebody answered meanwhile; one that stood for a while with the times of now. */
export const sendPreparedUpdate: ActionHandler = async (desk, event) => {
  const ticket = await teamTicket(desk, event);
  if (!ticket) return;
  const update = event.value ?? '';
  const proposed = proposedUpdate(ticket);
  const fresh = proposed && (await freshly(desk, ticket, proposed));
  const text = fresh?.text ?? proposed?.text ?? '';
  // An update that does not stand any more is refused in its own words.
  const findings = text === '' ? [] : await findingsIn(desk, ticket, { text, by: event.by });
  const asked = askedIn(desk, event);
  const changed = await changeAsAsked(desk, event.subject, asked, (current): Decision => {
    const decision = sendUpdate(current, { update, fresh }, asked);
    return 'refused' in decision || !isUnsendable(findings) ? decision : { refused: 'update_blocked' };
  });
  await reportOutcome(desk, event.handle, changed);
};

/** What stood for a while is written again as things are now. */
function freshly(desk: Desk, ticket: Ticket, update: CustomerUpdate) {
  const now = desk.clock.now();
  const isOver = update.nextAt !== undefined && update.nextAt <= now;
  return isOver || isStale(update, now) ? writtenAfresh(desk, ticket, update) : undefined;
}

/** "Prepare update": one for whoever wants it now, in place of any that stands. */
export const prepareUpdateNow: ActionHandler = async (desk, event) => {
  const ticket = await teamTicket(desk, event);
  if (!ticket) return;
  const asked = askedIn(desk, event);
  const update = await updateOnDemand(desk, ticket);
  const changed = await changeAsAsked(
    desk,
    event.subject,
    asked,
    (current): Decision => (update ? putUpdate(current, update, asked) : { refused: 'no_cadence' }),
  );
  await reportOutcome(desk, event.handle, changed);
};

/** "Edit update": its words in a form. */
export const editUpdate: ActionHandler = async (desk, event) => {
  const ticket = await teamTicket(desk, event);
  if (!ticket) return;
  const update = proposedUpdate(ticket);
  if (!update || update.update !== event.value) {
    return tell(desk, event.handle, 'That update is no longer the current one. Look at the card again.');
  }
  const context = {
    ticket: ticket.id,
    update: update.update,
    ...(event.handle.channel ? { channel: event.handle.channel } : {}),
  };
  const { text } = (await freshly(desk, ticket, update)) ?? update;
  await showForm(
    desk,
    event.handle,
    updateForm(ticket, { update: { ...update, text }, context }, desk.settings),
  );
};

/** "Snooze update": put off for some minutes, within what was promised. */
export const snoozePreparedUpdate: ActionHandler = async (desk, event) => {
  const [update = '', minutes] = (event.value ?? '').split(':');
  const asked = askedIn(desk, event);
  const book = desk.settings.policies;
  const changed = await changeAsAsked(desk, event.subject, asked, (ticket) =>
    snoozeUpdate(ticket, { update, minutes: Number(minutes), book }, asked),
  );
  await reportOutcome(desk, event.handle, changed);
};

function answering(decide: typeof agreeToExtension): ActionHandler {
  return async (desk, event) => {
    const asked = askedIn(desk, event);
    const changed = await changeAsAsked(desk, event.subject, asked, (ticket: Ticket) =>
      decide(ticket, event.value ?? '', asked),
    );
    if (changed.outcome === 'refused' && changed.refusal.refused === 'not_allowed') {
      return tell(desk, event.handle, 'Only the person who asked can say whether that is fine.');
    }
    await reportOutcome(desk, event.handle, changed);
  };
}

/** "That is fine": the requester agrees to a later time. */
export const laterIsFine = answering(agreeToExtension);

/** "I need it sooner". */
export const neededSooner = answering(declineExtension);
