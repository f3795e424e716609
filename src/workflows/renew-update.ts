import type { Desk } from '../desk.ts';
import { isLastWarning } from '../domain/notice/tellings.ts';
import type { Clock } from '../domain/sla/clock.ts';
import { liveClocks } from '../domain/sla/clocks-of.ts';
import type { PolicyBook } from '../domain/sla/policy-book.ts';
import { lastPublicAnswer } from '../domain/ticket/conversation.ts';
import { nothing } from '../domain/ticket/decision.ts';
import type { Ticket } from '../domain/ticket/ticket.ts';
import { prepareUpdate } from '../domain/ticket/updating.ts';
import type { Instant } from '../domain/time.ts';
import { askedByDesk, changeTicket } from './change-ticket.ts';
import { preparedUpdate } from './prepare-update.ts';

/**
 * A requester wrote more while an update stood, which took it away: a fresh one that knows of it is prepared while one
 * is still owed. Nobody is told anew; who was told finds it on the card.
 */
export async function renewUpdate(desk: Desk, ticket: Ticket): Promise<void> {
  const asked = askedByDesk(desk);
  const at = { book: desk.settings.policies, now: asked.at };
  const clock = overtakenClock(ticket, at);
  if (!clock) return;
  const kind = clock.target === 'next_update' ? 'progress' : 'delay';
  const update = await preparedUpdate(desk, ticket, clock, kind);
  if (!update) return;
  await changeTicket(desk, ticket.id, (current) => {
    // Another message came while it was written: the look that follows that one writes it.
    const isSameStory = current.messages.length === ticket.messages.length;
    const isSameClock = overtakenClock(current, at)?.id === clock.id;
    return isSameStory && isSameClock ? prepareUpdate(current, update, asked) : nothing;
  });
}

/** The promise whose update the requester's words overtook, where it still runs and one is to stand by now. */
function overtakenClock(
  ticket: Ticket,
  { book, now }: { readonly book: PolicyBook; readonly now: Instant },
): Clock | undefined {
  const latest = ticket.updates?.at(-1);
  if (latest?.state !== 'outdated') return undefined;
  // An answer takes it away, too, and needs no other in its place.
  const answered = lastPublicAnswer(ticket);
  if (answered && answered.at >= latest.at) return undefined;
  const clock = liveClocks(ticket, book, now).find(({ id }) => id === latest.clock);
  if (clock?.state !== 'running') return undefined;
  const last = clock.steps.findLast((step) => isLastWarning(clock, step));
  return (last?.at ?? clock.dueAt) <= now ? clock : undefined;
}
