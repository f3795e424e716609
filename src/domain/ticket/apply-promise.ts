import { isReminder } from '../sla/clock.ts';
import { byAt, type ChangesOf } from './change.ts';
import { earlierStatusLog } from './earlier-status-log.ts';
import type { TicketEvent } from './event.ts';
import type { Notice, StatusEntry } from './promises.ts';
import type { Ticket } from './ticket.ts';

/** Those of promises that are over; as many as a person may want to look back on. */
const mostNotices = 50;

/** The latest of each recipient, and those from which something can be sent; more are not put right afterwards. */
const mostNoticeMessages = 20;

/** Who was told of a promise that may still be owed is never forgotten: it would be told again, and again. */
function remembered(notices: readonly Notice[]): Notice[] {
  const from = notices.length - mostNotices;
  if (from <= 0) return [...notices];
  const clockOf = (key: string) => key.split('#')[0] ?? key;
  // Answers and updates are owed anew again and again, the latest may still be; a solution is owed to the end.
  const latest = new Map(
    notices.flatMap(({ steps }) => steps.map(({ target, key }) => [target, clockOf(key)])),
  );
  return notices.filter(
    ({ steps }, index) =>
      index >= from ||
      steps.some(
        ({ target, key, step }) =>
          // A reminder is followed by the next; only the last one counts.
          !isReminder(step) && (target.endsWith('resolution') || latest.get(target) === clockOf(key)),
      ),
  );
}

/** What was promised to the requester, who was told of it, and what was prepared to keep it. */
export const promiseChanges: ChangesOf<
  | 'policy_applied'
  | 'noticed'
  | 'notice_said'
  | 'update_prepared'
  | 'update_snoozed'
  | 'extension_agreed'
  | 'extension_declined'
  | 'followed_up'
> = {
  policy_applied: (ticket, event) => ({
    ...ticket,
    policies: [...(ticket.policies ?? []), { edition: event.edition, facts: event.facts, ...byAt(event) }],
  }),
  noticed: (ticket, { notice, at }) => ({
    ...ticket,
    notices: remembered([...(ticket.notices ?? []), { ...notice, at }]),
  }),
  notice_said: (ticket, { message, at }) => {
    const known = ticket.noticeMessages ?? [];
    const first = known.find(({ id }) => id === message.id);
    const others = known.filter(({ id, to, update }) => id !== message.id && (to !== message.to || update));
    return {
      ...ticket,
      noticeMessages: [...others, { ...message, at: first?.at ?? at }].slice(-mostNoticeMessages),
    };
  },
  update_prepared: (ticket, { update, at }) => ({
    ...ticket,
    updates: [
      ...(settledUpdates(ticket, undefined).updates ?? []),
      { ...update, at, state: 'proposed', snoozes: [] },
    ],
  }),
  update_snoozed: (ticket, event) => ({
    ...ticket,
    updates: (ticket.updates ?? []).map((known) =>
      known.update === event.update
        ? { ...known, snoozes: [...known.snoozes, { ...byAt(event), until: event.until }] }
        : known,
    ),
  }),
  extension_agreed: (ticket, event) => {
    const proposed = ticket.replies.find(({ reply }) => reply === event.reply)?.proposes;
    if (!proposed) return ticket;
    const extension = { ...proposed, reply: event.reply, ...byAt(event) };
    return { ...answered(ticket, event, true), extensions: [...(ticket.extensions ?? []), extension] };
  },
  extension_declined: (ticket, event) => answered(ticket, event, false),
  followed_up: (ticket, { at }) => ({ ...ticket, followedUpAt: at }),
};

function answered(ticket: Ticket, event: TicketEvent & { readonly reply: string }, yes: boolean): Ticket {
  return {
    ...ticket,
    replies: ticket.replies.map((known) =>
      known.reply === event.reply ? { ...known, agreed: { ...byAt(event), yes } } : known,
    ),
  };
}

/** Once something was said in public, what had been prepared is sent or no longer fits. */
export function settledUpdates(ticket: Ticket, sent: string | undefined): Pick<Ticket, 'updates'> {
  if (ticket.updates === undefined) return {};
  const updates = ticket.updates.map((known) => {
    if (known.state !== 'proposed') return known;
    return { ...known, state: known.update === sent ? ('sent' as const) : ('outdated' as const) };
  });
  return { updates };
}

/** The ticket with the change of its status written down; a merge that is taken back never was. */
export function withStatusLog(before: Ticket, changed: Ticket, event: TicketEvent): Ticket {
  const since = before.merged?.at;
  const log = before.statusLog.length > 0 ? before.statusLog : [...earlierStatusLog(before)];
  const after = { ...changed, statusLog: log };
  if (event.type === 'unmerged' && since !== undefined) {
    const kept = log.filter((entry) => entry.why !== 'merged' || entry.at < since);
    return logged({ ...after, statusLog: kept }, { status: after.status, at: event.at });
  }
  const why = event.type === 'closed' ? event.reason : event.type === 'merged' ? 'merged' : undefined;
  return logged(after, { status: after.status, at: event.at, ...(why === undefined ? {} : { why }) });
}

/** Words that came late carry the time at which they were written; the log never goes back before what was known. */
function logged(ticket: Ticket, entry: StatusEntry): Ticket {
  const last = ticket.statusLog.at(-1);
  if (last?.status === entry.status) return waited(ticket);
  const at = last && last.at > entry.at ? last.at : entry.at;
  return waited({ ...ticket, statusLog: [...ticket.statusLog, { ...entry, at }] });
}

/** Who wrote again, or is not waited for any more, has not been asked yet when we wait the next time. */
function waited(ticket: Ticket): Ticket {
  if (ticket.followedUpAt === undefined || ticket.status === 'pending') return ticket;
  const { followedUpAt: _asked, ...rest } = ticket;
  return rest;
}
