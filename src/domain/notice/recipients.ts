import type { PersonId } from '../chat-event.ts';
import { channelOfQueue, type DeskSettings } from '../desk-settings.ts';
import { type Clock, isLate } from '../sla/clock.ts';
import { isHeldBack } from '../ticket/copies.ts';
import type { Ticket } from '../ticket/ticket.ts';
import type { Instant } from '../time.ts';
import type { Preference } from './preference.ts';
import { type Quiet, quietUntil } from './quiet-hours.ts';
import { isLastWarning, type Telling } from './tellings.ts';

/** Who works at the desk; nobody else is ever told of a clock. */
export type Team = { readonly agents: ReadonlySet<PersonId>; readonly managers: ReadonlySet<PersonId> };

/** How a person wants to be told, and in which IANA zone they live. */
export type Habit = { readonly preference: Preference; readonly timezone: string };

/** What decides who is told when, beside the ticket. */
export type NoticeFacts = {
  readonly settings: DeskSettings;
  readonly team: Team;
  readonly habitOf: (person: PersonId) => Habit;
  readonly now: Instant;
  /** The desk was not there in this time. */
  readonly away?: { readonly from: Instant; readonly to: Instant } | undefined;
};

/** Whom to tell, and since when they may be told; `at` in the future means that they are left in peace until then. */
export type Address = {
  readonly to: readonly string[];
  readonly from: Instant;
  /** People who were left in peace when its moment came. */
  readonly hasWaited?: true;
};

/**
 * Whom a telling is for now. Nobody (`to` is empty) when all of them caused it or do not want to hear it. What is late is
 * never dropped for the wishes of who has the ticket: then the queue hears it.
 */
export function addressOf(ticket: Ticket, telling: Telling, facts: NoticeFacts): Address {
  const { settings, team, now } = facts;
  const { clock, step, audience } = telling;
  const queue = channelOfQueue(settings, ticket.triage?.queue);
  const worker = workerOf(ticket, team);
  // Of a flood one ticket is worked; the copies in line behind it are spoken of only once they are late.
  if (isHeldBack(ticket) && worker === undefined && !isLate(step.step)) return { to: [], from: now };
  const wants = (person: PersonId) => wantsIt(ticket, telling, facts.habitOf(person).preference.amount);
  const inPeace = (to: readonly string[], quiet: Quiet): Address => {
    const from = waitFor(ticket, quiet, now);
    const hasWaited = from <= now && step.at < now && waitFor(ticket, quiet, step.at) > step.at;
    return { to, from, ...(hasWaited && isOfTeam(to, team) ? { hasWaited } : {}) };
  };
  const forAll = (to: readonly string[]) => inPeace(to, deskQuiet(settings));
  if (audience === 'worker' && worker !== undefined) {
    if (isCausedBy(worker, ticket, clock, step.at)) return { to: [], from: now };
    if (!wants(worker)) return isLate(step.step) ? forAll([queue]) : { to: [], from: now };
    return inPeace([worker], quietOf(facts.habitOf(worker)));
  }
  if (audience === 'managers') {
    const others = [...team.managers].filter((manager) => manager !== worker || isLate(step.step));
    const told = others.filter((manager) => wants(manager) && !isCausedBy(manager, ticket, clock, step.at));
    if (told.length > 0 || (others.length > 0 && !isLate(step.step))) return forAll(told);
    // Nobody leads this desk, or nobody who leads it wants to know: the last step is not lost.
    return forAll(isLate(step.step) ? [queue] : []);
  }
  return forAll([queue]);
}

function isOfTeam(to: readonly string[], { agents, managers }: Team): boolean {
  return to.every((person) => agents.has(person) || managers.has(person));
}

/** Who has the ticket, if they are (still) of the team. */
export function workerOf(ticket: Pick<Ticket, 'assignee'>, { agents, managers }: Team): PersonId | undefined {
  const person = ticket.assignee?.person;
  return person !== undefined && (agents.has(person) || managers.has(person)) ? person : undefined;
}

function wantsIt(ticket: Ticket, { clock, step }: Telling, amount: Preference['amount']): boolean {
  switch (amount) {
    case 'all':
      return true;
    case 'last':
      return isLate(step.step) || isLastWarning(clock, step);
    case 'due':
      return isLate(step.step);
    case 'critical':
      return isCritical(ticket);
  }
}

/** A critical ticket waits for nobody's quiet hours. */
export function isCritical(ticket: Pick<Ticket, 'triage'>): boolean {
  return ticket.triage?.severity === 'P1';
}

/**
 * The rule for "who caused it": a step whose moment had come by the time at which the person took the ticket, reopened
 * it, or moved this due time themselves (severity, policy) is one they saw before them when they acted.
 */
function isCausedBy(person: PersonId, ticket: Ticket, clock: Clock, stepAt: Instant): boolean {
  const own = ({ by }: { readonly by: string }) => by === person;
  const acts = [
    ...(ticket.assignee?.person === person ? [ticket.assignee.at] : []),
    ...clock.changes.filter(own).map(({ at }) => at),
    ...(ticket.policies ?? []).filter(own).map(({ at }) => at),
    ...ticket.reopened.filter(own).map(({ at }) => at),
  ];
  return acts.some((at) => stepAt <= at);
}

/** The queue's channel and those who lead keep the desk's own hours. */
function deskQuiet({ notices, timezone }: DeskSettings): Quiet {
  return { hours: notices.quietHours, weekends: 'as_other_days', timezone };
}

/** When a person is left in peace. */
export function quietOf({ preference, timezone }: Habit): Quiet {
  return { hours: preference.quiet, weekends: preference.weekends, timezone };
}

function waitFor(ticket: Ticket, quiet: Quiet, now: Instant): Instant {
  return isCritical(ticket) ? now : (quietUntil(quiet, now) ?? now);
}
