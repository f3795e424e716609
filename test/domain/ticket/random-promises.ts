import { askWhetherNeeded } from '../../../src/domain/routine/follow-up.ts';
import { applyCurrentPolicy } from '../../../src/domain/sla/apply-policy.ts';
import { stepKey } from '../../../src/domain/sla/clock.ts';
import { dueSteps, liveClocks } from '../../../src/domain/sla/clocks-of.ts';
import { applyEvents } from '../../../src/domain/ticket/apply.ts';
import { type Asked, type Decision, isRefused, nothing } from '../../../src/domain/ticket/decision.ts';
import { agreeToExtension, declineExtension, isOpenProposal } from '../../../src/domain/ticket/extension.ts';
import type { Ticket } from '../../../src/domain/ticket/ticket.ts';
import { prepareUpdate, sendUpdate, snoozeUpdate } from '../../../src/domain/ticket/updating.ts';
import { hour, laterBy } from '../../../src/domain/time.ts';
import { asksAs } from '../../support/builders.ts';
import { laterBook } from './story-book.ts';

type Given = { ticket: Ticket; asked: Asked; move: { readonly pick: number } };

/** What is promised and prepared in a random story. */
export const promiseCommands: readonly ((given: Given) => Decision)[] = [
  (given) => prepare(given),
  ({ ticket, asked }) => sendUpdate(ticket, { update: ticket.updates?.at(-1)?.update ?? 'u1' }, asked),
  ({ ticket, asked, move }) => {
    const update = ticket.updates?.at(-1)?.update ?? 'u1';
    const minutes = [5, 15, 30][move.pick % 3] ?? 5;
    return snoozeUpdate(ticket, { update, minutes, book: laterBook }, asked);
  },
  (given) => {
    const { ticket, asked, move } = given;
    const open = ticket.replies.findLast((reply) => isOpenProposal(ticket, reply));
    if (!open) return proposeLater(given);
    const theirs = asksAs.requester(asked.at, ticket.requester);
    return move.pick % 2 === 0
      ? agreeToExtension(ticket, open.reply, theirs)
      : declineExtension(ticket, open.reply, theirs);
  },
  ({ ticket, asked }) => askWhetherNeeded(ticket, asksAs.desk(asked.at)),
  ({ ticket, asked }) => {
    const steps = dueSteps(ticket, laterBook, asked.at).map(({ clock, step }) => ({
      key: stepKey(clock, step.step),
      target: clock.target,
      step: step.step,
      dueAt: clock.dueAt,
      since: step.at,
    }));
    if (steps.length === 0) return nothing;
    const notice = { steps, to: ['slack:C2TRIAGE'] };
    return { events: [{ type: 'noticed', notice, at: asked.at, by: 'desk' }] };
  },
  ({ ticket, asked }) => applyCurrentPolicy(ticket, laterBook, asked),
];

function prepare({ ticket, asked, move }: Given): Decision {
  const live = liveClocks(ticket, laterBook, asked.at);
  const clock = live[move.pick % Math.max(1, live.length)];
  if (!clock) return nothing;
  const later = { target: clock.target, dueAt: laterBy(clock.dueAt, move.pick * hour) };
  const isDelay = clock.target !== 'next_update';
  const update = {
    update: `u${(ticket.updates ?? []).length + 1}`,
    kind: isDelay ? ('delay' as const) : ('progress' as const),
    clock: clock.id,
    text: 'We are still looking for the cause.',
    ...(isDelay ? { proposes: later } : {}),
  };
  return prepareUpdate(ticket, update, asksAs.desk(asked.at));
}

/** The desk prepares and a person sends it at once. */
function proposeLater(given: Given): Decision {
  const prepared = prepare(given);
  if (isRefused(prepared) || prepared.events.length === 0) return prepared;
  const ticket = applyEvents(given.ticket, prepared.events);
  const update = ticket.updates?.at(-1)?.update ?? 'u1';
  const sent = sendUpdate(ticket, { update }, asksAs.agent(given.asked.at));
  return isRefused(sent) ? sent : { events: [...prepared.events, ...sent.events] };
}
