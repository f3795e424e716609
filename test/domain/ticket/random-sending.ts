import { applyEvents } from '../../../src/domain/ticket/apply.ts';
import { type Asked, type Decision, isRefused, nothing } from '../../../src/domain/ticket/decision.ts';
import { proposeDraft } from '../../../src/domain/ticket/judgement.ts';
import { planSending, sendPlanned, stopSending } from '../../../src/domain/ticket/sending-alone.ts';
import { proposedDraft, type Ticket } from '../../../src/domain/ticket/ticket.ts';
import { laterBy, minute } from '../../../src/domain/time.ts';
import { aDraft, asksAs } from '../../support/builders.ts';

type Given = { ticket: Ticket; asked: Asked; move: { readonly pick: number } };

/** What earned rules and those who stop them do in a random story. */
export const sendingCommands: readonly ((given: Given) => Decision)[] = [
  plan,
  (given) => (given.ticket.planned ? stopSending(given.ticket, given.asked) : plan(given)),
  ({ ticket, asked, move }) =>
    sendPlanned(calm(ticket), { isOn: () => move.pick > 0, leastConfidence: 0 }, asksAs.desk(asked.at)),
];

function plan({ ticket: before, asked }: Given): Decision {
  const draft = aDraft({ draft: `d${before.drafts.length + 1}`, at: asked.at });
  const drafted = proposedDraft(before) ? nothing : proposeDraft(before, draft, asksAs.desk(asked.at));
  if (isRefused(drafted)) return drafted;
  const ticket = applyEvents(before, drafted.events);
  const sending = { topic: 'account: password', dueAt: laterBy(asked.at, minute), leastConfidence: 0 };
  return { events: [...drafted.events, ...planSending(calm(ticket), sending, asksAs.desk(asked.at))] };
}

/** Random tickets are rarely as calm as a rule wants them. */
function calm(ticket: Ticket): Ticket {
  const { triage } = ticket;
  return triage
    ? { ...ticket, triage: { ...triage, severity: 'P3', sentiment: 'neutral', frustration: 0 } }
    : ticket;
}
