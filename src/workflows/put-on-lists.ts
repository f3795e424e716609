import type { Desk } from '../desk.ts';
import { withEntry } from '../domain/routine/routine.ts';
import { type Instant, laterBy, second } from '../domain/time.ts';
import { changeRoutine } from './routine.ts';

/** The quiet hours of a person end for all their tickets at once; these are collected for so long. */
const collectMs = 10 * second;

/** One after the other: they all are written into the same state. */
const running = new WeakMap<Desk['store'], Promise<void>>();

type WhatWaited = {
  readonly people: readonly string[];
  /** Since when something is late, or when the first step that waited came. */
  readonly since: Instant;
  readonly isLate: boolean;
  readonly at: Instant;
};

/** What waited for the end of quiet hours goes into one message for each person, with all their tickets. */
export async function putOnLists(desk: Desk, ticket: string, told: WhatWaited): Promise<void> {
  const { store } = desk;
  const mine = (running.get(store) ?? Promise.resolve())
    .catch(() => undefined)
    .then(() => put(desk, ticket, told));
  running.set(store, mine);
  await mine;
}

async function put(desk: Desk, ticket: string, told: WhatWaited): Promise<void> {
  const { people, since, isLate, at } = told;
  const reason = { reason: isLate ? ('overdue' as const) : ('due_soon' as const), since };
  await changeRoutine(
    desk,
    (routine) =>
      people.reduce((all, person) => withEntry(all, { person, at }, { ticket, reasons: [reason] }), routine),
    {
      timers: people.map((person) => ({
        set: `list:${person}`,
        kind: 'tell_list',
        dueAt: laterBy(at, collectMs),
      })),
    },
  );
}
