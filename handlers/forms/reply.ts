import { momentText } from '../../src/cards/moment.ts';
import { shortened } from '../../src/cards/text.ts';
import { type Desk, isTeam } from '../../src/desk.ts';
import { lastPublicAnswer } from '../../src/domain/ticket/conversation.ts';
import { replyPublicly } from '../../src/domain/ticket/reply.ts';
import { askedIn, changeAsAsked, loadTicket } from '../../src/workflows/change-ticket.ts';
import { publicAnswers } from '../actions/answering.ts';
import { reportOutcome } from '../answer.ts';
import type { FormHandler, Submitted } from '../table.ts';
import { handleOf, readContext } from './context.ts';
import { hasSeen } from './seen.ts';

/** A public reply. Somebody else's answer since the form was opened stops it once, so that nobody answers twice. */
export const reply: FormHandler = {
  async check(desk, event) {
    if (!event.values.text?.trim()) return { text: 'Write what the requester should read.' };
    if (!isTeam(desk.people, event.by)) return { text: 'Only the support team can reply.' };
    return answeredSince(desk, event);
  },
  async submit(desk, event) {
    const context = readContext(event);
    const asked = askedIn(desk, event);
    const then = event.values.then;
    const changed = await changeAsAsked(desk, context.ticket, asked, (ticket) =>
      replyPublicly(
        ticket,
        {
          publicText: event.values.text ?? '',
          next: then === 'ask' || then === 'open' ? then : 'wait',
          ...(context.draft === undefined ? {} : { draft: context.draft }),
        },
        asked,
      ),
    );
    await reportOutcome(desk, handleOf(event), changed);
  },
};

async function answeredSince(desk: Desk, event: Submitted) {
  const context = readContext(event);
  const ticket = await loadTicket(desk, context.ticket);
  if (!ticket || context.answers === undefined) return undefined;
  const now = publicAnswers(ticket);
  const answered = lastPublicAnswer(ticket);
  const key = `${event.by} ${event.handle.view ?? context.ticket}`;
  if (now <= context.answers || !answered || hasSeen(desk, key, now)) return undefined;
  const time = momentText(answered.at, desk.settings.timezone, 'time');
  const words = answered.text ? `: “${shortened(answered.text, 90)}”` : '';
  return {
    text: `Somebody answered at ${time}, after you opened this${words}. Send again to send yours too.`,
  };
}
