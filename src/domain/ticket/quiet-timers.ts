import type { DeskSettings } from '../desk-settings.ts';
import { followUpDueAt, quietCloseAt } from '../routine/follow-up.ts';
import { laterBy } from '../time.ts';
import type { TicketEvent } from './event.ts';
import type { Ticket } from './ticket.ts';
import type { TimerStep } from './timer-step.ts';

/** While the requester is waited for: when they are asked whether they still need us, and when the ticket closes. */
export function quietTimers(
  before: Ticket | undefined,
  after: Ticket,
  events: readonly TicketEvent[],
  settings: DeskSettings,
): readonly TimerStep[] {
  const { quietCloseMs } = settings.automation;
  const isAnew =
    after.status !== before?.status ||
    events.some(({ type }) => type === 'reply_approved' || type === 'incident_left');
  if (after.status === 'pending') {
    const follow: readonly TimerStep[] = isAnew
      ? [{ set: 'follow_up', kind: 'follow_up', dueAt: followUpDueAt(after, quietCloseMs) }]
      : [];
    const isAsked = events.some(({ type }) => type === 'followed_up');
    if (!isAnew && !isAsked) return [];
    return [...follow, { set: 'quiet', kind: 'quiet', dueAt: quietCloseAt(after, quietCloseMs) }];
  }
  const asking: readonly TimerStep[] = before?.status === 'pending' ? [{ cancel: 'follow_up' }] : [];
  if (after.status === 'solved') {
    if (!isAnew) return asking;
    return [...asking, { set: 'quiet', kind: 'quiet', dueAt: laterBy(after.changedAt, quietCloseMs) }];
  }
  const waited = before?.status === 'pending' || before?.status === 'solved';
  return waited ? [...asking, { cancel: 'quiet' }] : asking;
}
