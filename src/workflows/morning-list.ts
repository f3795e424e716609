import { setImmediate } from 'node:timers/promises';
import { type Desk, isTeam } from '../desk.ts';
import { quietUntil } from '../domain/notice/quiet-hours.ts';
import { quietOf } from '../domain/notice/recipients.ts';
import { type MorningList, mayBeListed, morningLists } from '../domain/routine/reminders.ts';
import { withLists } from '../domain/routine/routine.ts';
import type { Ticket } from '../domain/ticket/ticket.ts';
import type { Instant } from '../domain/time.ts';
import { liveStatuses } from '../domain/words.ts';
import type { Claims, OutboxAdd, TimerChange } from '../store-port.ts';
import { habitsOf } from './preferences.ts';
import { readableTicket } from './readable-ticket.ts';
import { changeRoutine, type RoutineOutcome } from './routine.ts';

/** Read at once, between other work: some milliseconds' worth. */
const atOnce = 10;

/** What nobody looks after: each person whom it concerns gets one message with everything, the others get none. */
export async function listMorning(desk: Desk): Promise<RoutineOutcome> {
  const { settings, people, clock } = desk;
  const now = clock.now();
  const lists = morningLists(await liveTickets(desk, now), {
    now,
    policies: settings.policies,
    timezone: settings.timezone,
    // Where nobody leads, what nobody follows is everybody's.
    managers: people.managers.size > 0 ? people.managers : people.agents,
    isTeam: (person) => isTeam(people, person),
    ...settings.routine,
  });
  const habitOf = await habitsOf(
    desk,
    lists.map(({ person }) => person),
  );
  const outbox: OutboxAdd[] = [];
  const timers: TimerChange[] = [];
  for (const { person } of lists) {
    const until = quietUntil(quietOf(habitOf(person)), now);
    if (until === undefined) outbox.push(listRow(person));
    else timers.push({ set: `list:${person}`, kind: 'tell_list', dueAt: until });
  }
  return {
    change: (routine) => withLists(routine, lists),
    events: lists.length === 0 ? [] : [{ type: 'listed', at: now, lists: lists.map(countsOf) }],
    outbox,
    timers,
  };
}

/** Somebody's quiet hours are over: now they get their list. */
export async function tellList(desk: Desk, { timer }: Claims['timers']): Promise<void> {
  const person = timer.key.slice('list:'.length);
  const { preference, timezone } = (await habitsOf(desk, [person]))(person);
  const quiet = { hours: preference.quiet, weekends: preference.weekends, timezone };
  const until = quietUntil(quiet, desk.clock.now());
  if (until !== undefined) {
    // What waited for the desk's own hours may come in those of this person.
    const later = { set: timer.key, kind: timer.kind, dueAt: until };
    return changeRoutine(desk, (routine) => routine, { timers: [later] });
  }
  await changeRoutine(desk, (routine) => routine, {
    timers: [{ cancel: timer.key }],
    outbox: [listRow(person)],
  });
}

/** A person stands for the direct conversation with them. */
function listRow(person: string): OutboxAdd {
  return { add: `list:${person}`, kind: 'morning_list', channel: person, ref: person, priority: 5 };
}

/** The log grows with every morning, so it keeps numbers only. */
function countsOf({ person, entries }: MorningList) {
  return { person, tickets: entries.length };
}

async function liveTickets(desk: Desk, now: Instant): Promise<readonly Ticket[]> {
  const live = await desk.store.tickets({ status: liveStatuses, order: 'oldest' });
  const tickets: Ticket[] = [];
  for (const [index, { id }] of live.entries()) {
    const ticket = await readableTicket(desk, id);
    if (ticket && mayBeListed(ticket, { policies: desk.settings.policies, now })) tickets.push(ticket);
    if (index % atOnce === atOnce - 1) await setImmediate();
  }
  return tickets;
}
