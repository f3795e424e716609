import { clocksOf } from '../sla/clocks-of.ts';
import type { PolicyBook } from '../sla/policy-book.ts';
import { type Instant, laterBy, millisecondsBetween, minute } from '../time.ts';
import { toldNextUpdateAt } from '../update/next-update-in.ts';
import { requestWords, withoutQuoted } from '../update/request-words.ts';
import { lastPublicAnswer, takenByAnswering } from './conversation.ts';
import { type Asked, type Decision, nothing, stamp } from './decision.ts';
import type { TicketEventOf } from './event.ts';
import { may } from './permission.ts';
import type { CustomerUpdate } from './promises.ts';
import { isLive, type Ticket } from './ticket.ts';

/** An update as its event holds it. */
export type PreparedUpdate = TicketEventOf<'update_prepared'>['update'];

/** The update a person may send now, if there is one: prepared, and nothing was said publicly since. */
export function proposedUpdate(ticket: Ticket): CustomerUpdate | undefined {
  const latest = ticket.updates?.at(-1);
  if (latest?.state !== 'proposed' || ticket.merged || !isLive(ticket)) return undefined;
  const answered = lastPublicAnswer(ticket);
  return answered && answered.at > latest.at ? undefined : latest;
}

/** The proposed update while it can go out as it stands: no time it names has passed. */
export function standingUpdate(ticket: Ticket, now: Instant): CustomerUpdate | undefined {
  const update = proposedUpdate(ticket);
  if (!update) return undefined;
  const told = update.nextAt ?? toldNextUpdateAt(update);
  const isOver = [told, update.proposes?.dueAt].some((at) => at !== undefined && at <= now);
  return isOver ? undefined : update;
}

const freshMs = 10 * minute;

/** So old that it is written afresh before it goes out, unless a person changes its words. */
export function isStale(update: Pick<CustomerUpdate, 'at'>, now: Instant): boolean {
  return millisecondsBetween(update.at, now) > freshMs;
}

/** What the desk prepared is proposed to the team. The same clock has one at a time. */
export function prepareUpdate(ticket: Ticket, update: PreparedUpdate, asked: Asked): Decision {
  if (ticket.merged || !isLive(ticket)) return nothing;
  if (standingUpdate(ticket, asked.at)?.clock === update.clock) return nothing;
  return { events: [{ type: 'update_prepared', update, ...stamp(asked) }] };
}

/** A person wants one now: it takes the place of any that stands. */
export function prepareUpdateNow(ticket: Ticket, update: PreparedUpdate, asked: Asked): Decision {
  if (!may(asked.role, 'work')) return { refused: 'not_allowed' };
  if (ticket.merged) return { refused: 'merged' };
  if (!isLive(ticket)) return { refused: 'closed' };
  // Another one was prepared in the same moment.
  if (ticket.updates?.some((known) => known.update === update.update)) return nothing;
  return { events: [{ type: 'update_prepared', update, ...stamp(asked) }] };
}

/** An update to send: as it was prepared, as the desk writes it `fresh`, or in a person's own words. */
export type Sending = {
  readonly update: string;
  readonly publicText?: string | undefined;
  readonly fresh?: Pick<PreparedUpdate, 'text' | 'nextAt'> | undefined;
  /** In which a time without a zone is read. */
  readonly zone?: string | undefined;
};

/** A person lets a prepared update go out, as it is or in their own words. It answers nothing, so a draft stays. */
export function sendUpdate(ticket: Ticket, sending: Sending, asked: Asked): Decision {
  if (!may(asked.role, 'approve')) return { refused: 'not_allowed' };
  if (ticket.merged) return { refused: 'merged' };
  const sent = ticket.replies.find((reply) => reply.update === sending.update);
  if (sent) return { refused: 'already_sent', by: sent.by, at: sent.at };
  if (!isLive(ticket)) return { refused: 'closed' };
  const known = ticket.updates?.find(({ update }) => update === sending.update);
  if (!known) return { refused: 'no_update' };
  const answered = lastPublicAnswer(ticket);
  if (answered && answered.at > known.at) {
    return { refused: 'answered_meanwhile', by: answered.by, at: answered.at };
  }
  if (known.state !== 'proposed') return { refused: 'no_update' };
  if (known.proposes && known.proposes.dueAt <= asked.at) return { refused: 'late_update' };
  const written = sending.fresh ?? known;
  const publicText = sending.publicText ?? written.text;
  if (publicText.trim() === '') return { refused: 'empty' };
  const isEdited = publicText !== written.text;
  const said = { text: withoutQuoted(publicText, requestWords(ticket)), at: asked.at };
  const nextUpdateAt = (isEdited ? undefined : written.nextAt) ?? toldNextUpdateAt(said, sending.zone);
  const reply = {
    reply: `r${ticket.replies.length + 1}`,
    publicText,
    edited: isEdited,
    next: 'keep' as const,
    update: known.update,
    ...(nextUpdateAt === undefined ? {} : { nextUpdateAt }),
    ...(known.proposes ? { proposes: known.proposes } : {}),
  };
  return {
    events: [...takenByAnswering(ticket, asked), { type: 'reply_approved', reply, ...stamp(asked) }],
  };
}

/** For how many minutes an update may be put off. */
const snoozeMinutes = [5, 15, 30] as const;
const mostSnoozes = 2;

/** For how long the update may be put off at this moment: at most twice, and never past what was promised. */
export function snoozesAllowed(
  ticket: Ticket,
  update: CustomerUpdate,
  open: { readonly book: PolicyBook; readonly now: Instant },
): readonly number[] {
  if (update.snoozes.length >= mostSnoozes) return [];
  const latest = latestSnooze(ticket, update, open);
  return snoozeMinutes.filter((minutes) => laterBy(open.now, minutes * minute) < latest);
}

/** A person puts the update off for a while. */
export function snoozeUpdate(
  ticket: Ticket,
  snooze: { readonly update: string; readonly minutes: number; readonly book: PolicyBook },
  asked: Asked,
): Decision {
  if (!may(asked.role, 'work')) return { refused: 'not_allowed' };
  if (ticket.merged) return { refused: 'merged' };
  const update = proposedUpdate(ticket);
  if (update?.update !== snooze.update) return { refused: 'no_update' };
  if (update.snoozes.length >= mostSnoozes) return { refused: 'snoozed_enough' };
  const allowed = snoozesAllowed(ticket, update, { book: snooze.book, now: asked.at });
  if (!allowed.includes(snooze.minutes)) return { refused: 'past_promise' };
  const until = laterBy(asked.at, snooze.minutes * minute);
  return { events: [{ type: 'update_snoozed', update: update.update, until, ...stamp(asked) }] };
}

/** What it was prepared for, or the next update by what was promised and told, whichever is due first. */
function latestSnooze(
  ticket: Ticket,
  update: CustomerUpdate,
  { book, now }: { readonly book: PolicyBook; readonly now: Instant },
): Instant {
  const clocks = clocksOf(ticket, book, now);
  const own = clocks.find(({ id }) => id === update.clock)?.dueAt ?? now;
  const owed = clocks.filter(({ target, state }) => target === 'next_update' && state === 'running');
  return [own, ...owed.map(({ dueAt }) => dueAt)].sort()[0] ?? now;
}
