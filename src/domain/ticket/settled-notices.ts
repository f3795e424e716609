import type { Saying } from './consequences.ts';
import type { NoticeMessage } from './promises.ts';
import type { Ticket } from './ticket.ts';
import { proposedUpdate } from './updating.ts';

/** What can be sent from a notice was sent, or does not fit any more: its buttons go. */
export function settledNotices(before: Ticket | undefined, after: Ticket): readonly Saying[] {
  const was = before && proposedUpdate(before)?.update;
  if (was === undefined || proposedUpdate(after)?.update === was) return [];
  return (after.noticeMessages ?? []).filter(({ update }) => update === was).map(settledNotice);
}

/** Row that puts one message right: `<moment>|<recipient>|settled|<message>`. */
export function settledNotice({ id, to, notice }: Pick<NoticeMessage, 'id' | 'to' | 'notice'>): Saying {
  return {
    add: `clock_notice:settled:${id}`,
    kind: 'clock_notice',
    channel: to,
    ref: `${notice}|${to}|settled|${id}`,
    priority: 4,
  };
}
