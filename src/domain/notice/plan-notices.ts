import { type Clock, isLate, isReminder } from '../sla/clock.ts';
import { toldSteps, watchedClocks } from '../sla/clocks-of.ts';
import type { Notice } from '../ticket/promises.ts';
import type { Ticket } from '../ticket/ticket.ts';
import { type Instant, laterBy, millisecondsBetween, minute } from '../time.ts';
import { addressOf, type NoticeFacts } from './recipients.ts';
import { isLastWarning, type Telling, tellingsOf } from './tellings.ts';

/** Who is told of what now, and when to look again. */
export type NoticePlan = {
  /** One for each set of people; an empty set marks steps as told that nobody is told of. */
  readonly notices: readonly Omit<Notice, 'at'>[];
  /** The clock for which a message to the requester is to be prepared. */
  readonly prepare?: { readonly clock: Clock; readonly kind: 'progress' | 'delay' };
  readonly lookAgainAt?: Instant;
};

type Group = { readonly to: readonly string[]; readonly tellings: Telling[]; hasWaited: boolean };

/** Told later than this after its moment, a step was missed; what a running desk needs is a second or two. */
const missedMs = 2 * minute;
/** After a message about what was missed nothing more is said about the ticket for so long, however critical. */
const silenceMs = 5 * minute;

/**
 * Everything due by now, in one message for each who hears of it. What waits for the end of somebody's quiet hours is
 * left for later; so is everything for a while after a message about what was missed.
 */
export function planNotices(ticket: Ticket, facts: NoticeFacts): NoticePlan {
  const { now } = facts;
  const told = toldSteps(ticket);
  const open = tellingsOf(ticket, facts.settings.policies, now).filter(({ key }) => !told.has(key));
  const due = open.filter(({ step }) => step.at <= now);
  const next = open.find(({ step }) => step.at > now)?.step.at;
  const silentUntil = due.length > 0 ? silenceOf(ticket, now) : undefined;
  if (silentUntil !== undefined && silentUntil > now) return { notices: [], lookAgainAt: silentUntil };
  const groups = new Map<string, Group>();
  const later: Instant[] = next === undefined ? [] : [next];
  for (const telling of due) {
    const { to, from, hasWaited } = addressOf(ticket, telling, facts);
    if (from > now && to.length > 0) {
      later.push(from);
      continue;
    }
    const group = groups.get(to.join(' ')) ?? { to, tellings: [], hasWaited: false };
    group.hasWaited ||= hasWaited ?? false;
    groups.set(to.join(' '), group);
    group.tellings.push(telling);
  }
  const notices = [...groups.values()].map((group) => noticeOf(group, facts));
  const toldNow = [...groups.values()].flatMap(({ tellings }) => tellings);
  if (toldNow.some(({ step }) => isLate(step.step))) later.push(...reminderAfter(ticket, notices, facts));
  return { notices, ...preparation(toldNow), ...lookAgain(later) };
}

/** What is late and critical is spoken of again, so long after this. */
function reminderAfter(
  ticket: Ticket,
  notices: readonly Omit<Notice, 'at'>[],
  { settings, now }: NoticeFacts,
): readonly Instant[] {
  const told = {
    ...ticket,
    notices: [...(ticket.notices ?? []), ...notices.map((each) => ({ ...each, at: now }))],
  };
  return watchedClocks(told, settings.policies, now)
    .flatMap(({ steps }) => steps)
    .filter(({ step }) => isReminder(step))
    .map(({ at }) => at);
}

function lookAgain(moments: readonly Instant[]): Pick<NoticePlan, 'lookAgainAt'> {
  const [lookAgainAt] = [...moments].sort();
  return lookAgainAt === undefined ? {} : { lookAgainAt };
}

function noticeOf({ to, tellings, hasWaited }: Group, { away }: NoticeFacts): Omit<Notice, 'at'> {
  const steps = tellings.map(({ key, clock, step }) => ({
    key,
    target: clock.target,
    step: step.step,
    dueAt: clock.dueAt,
    since: step.at,
  }));
  const wasAway = away && steps.some(({ since }) => since >= away.from && since <= away.to);
  // What nobody was there to tell is told honestly, each for itself.
  return { steps, to: [...to], ...(wasAway ? { away } : hasWaited ? { waited: true } : {}) };
}

/** What is about to be late is announced before what is owed by cadence: it counts as an update too. */
function preparation(told: readonly Telling[]): Pick<NoticePlan, 'prepare'> {
  const wanted = told.filter(
    ({ audience, clock, step }) => audience === 'worker' && isLastWarning(clock, step),
  );
  const late = wanted.find(({ clock }) => clock.target !== 'next_update');
  const one = late ?? wanted[0];
  return one ? { prepare: { clock: one.clock, kind: late ? 'delay' : 'progress' } } : {};
}

/** Until when nothing is said after a message about what was missed. One from ahead was sent by a clock that was wrong. */
function silenceOf(ticket: Ticket, now: Instant): Instant | undefined {
  const missed = (ticket.notices ?? []).findLast(
    ({ at, steps, to }) =>
      at <= now && to.length > 0 && steps.some(({ since }) => millisecondsBetween(since, at) > missedMs),
  );
  return missed && laterBy(missed.at, silenceMs);
}
