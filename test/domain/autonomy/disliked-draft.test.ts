import { expect, test } from 'vitest';
import { proposeDraft, rateDraft, triageTicket } from '../../../src/domain/ticket/judgement.ts';
import { planSending, sendPlanned } from '../../../src/domain/ticket/sending-alone.ts';
import { afterwards, aTicket } from '../../support/a-ticket.ts';
import { aDraft, after, asksAs, aTriage, outcomeOf } from '../../support/builders.ts';

const plan = { topic: 'billing: invoices', dueAt: after(5), leastConfidence: 0.75 };
const rule = { isOn: () => true, leastConfidence: 0.75 };

const planned = afterwards(
  aTicket(),
  (ticket) =>
    triageTicket(
      ticket,
      aTriage({ severity: 'P4', sentiment: 'neutral', frustration: 0 }),
      asksAs.desk(after(1)),
    ),
  (ticket) => proposeDraft(ticket, aDraft({ confidence: 0.9 }), asksAs.desk(after(2))),
  (ticket) => ({ events: planSending(ticket, plan, asksAs.desk(after(3))) }),
);

test('a draft that somebody of the team thinks badly of does not leave by itself', () => {
  expect(outcomeOf(sendPlanned(planned, rule, asksAs.desk(after(5))))).toBe('reply_approved');
  const disliked = afterwards(planned, (ticket) =>
    rateDraft(ticket, { draft: 'd1', rating: 'down' }, asksAs.agent(after(4))),
  );
  expect(outcomeOf(sendPlanned(disliked, rule, asksAs.desk(after(5))))).toBe('sending_stopped');
});
