import type { Asked, Decision } from '../../../src/domain/ticket/decision.ts';
import { planSending, sendPlanned, stopSending } from '../../../src/domain/ticket/sending-alone.ts';
import type { Ticket } from '../../../src/domain/ticket/ticket.ts';
import { laterBy, minute } from '../../../src/domain/time.ts';
import { asksAs } from '../../support/builders.ts';

type Given = { ticket: Ticket; asked: Asked; move: { readonly pick: number } };

/** What earned rules and those who stop them do in a random story. */
export const sendingCommands: readonly ((given: Given) => Decision)[] = [
  ({ ticket, asked }) => {
    const plan = { topic: 'account: password', dueAt: laterBy(asked.at, minute), leastConfidence: 0 };
    return { events: planSending(calm(ticket), plan, asksAs.desk(asked.at)) };
  },
  ({ ticket, asked }) => stopSending(ticket, asked),
  ({ ticket, asked, move }) =>
    sendPlanned(calm(ticket), { isOn: () => move.pick > 0, leastConfidence: 0 }, asksAs.desk(asked.at)),
];

/** Random tickets are rarely as calm as a rule wants them. */
function calm(ticket: Ticket): Ticket {
  const { triage } = ticket;
  return triage
    ? { ...ticket, triage: { ...triage, severity: 'P3', sentiment: 'neutral', frustration: 0 } }
    : ticket;
}
