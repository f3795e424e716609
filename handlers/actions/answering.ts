import { replyForm } from '../../src/cards/forms/ticket-forms.ts';
import { whyConfidenceForm } from '../../src/cards/forms/why-confidence-form.ts';
import { isTeam } from '../../src/desk.ts';
import { lastPublicAnswer } from '../../src/domain/ticket/conversation.ts';
import { discardDraft, rateDraft, requestDraft } from '../../src/domain/ticket/judgement.ts';
import { approveDraft } from '../../src/domain/ticket/reply.ts';
import { proposedDraft, type Rating, type Ticket } from '../../src/domain/ticket/ticket.ts';
import { millisecondsBetween, minute } from '../../src/domain/time.ts';
import { askedIn, changeAsAsked, loadTicket } from '../../src/workflows/change-ticket.ts';
import { reportOutcome, showCard, showForm, tell } from '../answer.ts';
import type { ActionHandler, Pressed } from '../table.ts';

/** "Approve & send": the draft goes out as it stands, unless somebody answered meanwhile. */
export const approve: ActionHandler = async (desk, event) => {
  const [draft = '', mode] = (event.value ?? '').split(':');
  const asked = askedIn(desk, event);
  const changed = await changeAsAsked(desk, event.subject, asked, (ticket) =>
    approveDraft(ticket, { draft, mode: mode === 'anyway' ? 'anyway' : 'careful' }, asked),
  );
  if (changed.outcome === 'refused' && changed.refusal.refused === 'answered_meanwhile') {
    await offerSendAnyway(desk, event, changed.refusal.by, draft);
    return;
  }
  await reportOutcome(desk, event.handle, changed);
};

async function offerSendAnyway(
  desk: Parameters<ActionHandler>[0],
  event: Pressed,
  answeredBy: string,
  draft: string,
): Promise<void> {
  await showCard(desk, event.handle, {
    summary: 'Somebody answered meanwhile',
    blocks: [
      {
        type: 'text',
        lines: [[{ person: answeredBy }, { text: ' answered after this draft was made. It was not sent.' }]],
      },
      {
        type: 'actions',
        items: [
          { action: 'approve', subject: event.subject, value: `${draft}:anyway`, label: 'Send anyway' },
        ],
      },
    ],
  });
}

export const discard: ActionHandler = async (desk, event) => {
  const asked = askedIn(desk, event);
  const changed = await changeAsAsked(desk, event.subject, asked, (ticket) =>
    discardDraft(ticket, event.value ?? '', asked),
  );
  await reportOutcome(desk, event.handle, changed);
};

export const regenerate: ActionHandler = async (desk, event) => {
  const asked = askedIn(desk, event);
  await reportOutcome(
    desk,
    event.handle,
    await changeAsAsked(desk, event.subject, asked, (ticket) => requestDraft(ticket, asked)),
  );
};

function rating(given: Rating): ActionHandler {
  return async (desk, event) => {
    const asked = askedIn(desk, event);
    const changed = await changeAsAsked(desk, event.subject, asked, (ticket) =>
      rateDraft(ticket, { draft: event.value ?? '', rating: given }, asked),
    );
    await reportOutcome(desk, event.handle, changed);
  };
}

/** 👍 and 👎: what a person of the team thinks of the draft; thinking otherwise later replaces it. */
export const rateUp = rating('up');
export const rateDown = rating('down');

/** The number behind the confidence, and what the draft was made from. */
export const whyConfidence: ActionHandler = async (desk, event) => {
  const ticket = await teamTicket(desk, event);
  const draft = ticket?.drafts.find((known) => known.draft === event.value);
  if (ticket && draft) await showForm(desk, event.handle, whyConfidenceForm(ticket, draft));
};

/** "Edit": the draft in a form, with the requester's last words above it. */
export const editDraft: ActionHandler = async (desk, event) => {
  const ticket = await teamTicket(desk, event);
  const draft = ticket && proposedDraft(ticket);
  if (!ticket) return;
  if (!draft)
    return tell(desk, event.handle, 'That draft is no longer the current one. Look at the card again.');
  // Questions to the requester are no solution: nobody asks whether they help.
  const next = draft.outcome === 'unknown' ? 'wait' : 'ask';
  await openReply(desk, event, ticket, { id: draft.draft, text: draft.text, next });
};

export const reply: ActionHandler = async (desk, event) => {
  const ticket = await teamTicket(desk, event);
  if (ticket) await openReply(desk, event, ticket);
};

async function openReply(
  desk: Parameters<ActionHandler>[0],
  event: Pressed,
  ticket: Ticket,
  draft?: { readonly id: string; readonly text: string; readonly next: 'ask' | 'wait' },
): Promise<void> {
  const answered = lastPublicAnswer(ticket);
  const isRecent =
    answered !== undefined &&
    answered.by !== event.by &&
    millisecondsBetween(answered.at, desk.clock.now()) < minute;
  const form = replyForm(
    ticket,
    {
      ...(draft ? { draft } : {}),
      ...(isRecent ? { answered } : {}),
      context: {
        ticket: ticket.id,
        answers: publicAnswers(ticket),
        ...(draft ? { draft: draft.id } : {}),
        ...(event.handle.channel ? { channel: event.handle.channel } : {}),
      },
    },
    desk.settings,
  );
  await showForm(desk, event.handle, form);
}

/** How often the desk's side has spoken publicly. */
export function publicAnswers(ticket: Ticket): number {
  return ticket.replies.length + ticket.messages.filter((message) => message.from === 'desk').length;
}

/** The ticket of a press, for the team alone; tells the person when there is none or it is not theirs to see. */
export async function teamTicket(
  desk: Parameters<ActionHandler>[0],
  event: Pressed,
): Promise<Ticket | undefined> {
  const ticket = await loadTicket(desk, event.subject);
  if (!ticket) await tell(desk, event.handle, 'There is no such ticket.');
  else if (!isTeam(desk.people, event.by))
    await tell(desk, event.handle, 'Only the support team can do that.');
  else return ticket;
  return undefined;
}
