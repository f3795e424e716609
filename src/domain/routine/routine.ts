import { z } from 'zod';
import type { Instant } from '../time.ts';
import { nextRun, type Recurrence } from './recurrence.ts';
import { type ListEntry, MorningList } from './reminders.ts';

/** What recurs, as it is stored: which rules have a timer, and the lists that are still to be said. */
export const Routine = z.strictObject({
  /** By name: the rule as it was when its timer was set. */
  armed: z.record(z.string(), z.string()),
  lists: z.array(MorningList),
});
export type Routine = z.infer<typeof Routine>;

export const noRoutine: Routine = { armed: {}, lists: [] };

/** Something that recurs, by its name. */
export type NamedRule = { readonly name: string; readonly when: Recurrence };

/** What follows from the rules as they are now: timers to set for new and changed ones, names of those that are gone. */
export type Arming = {
  readonly set: readonly { readonly name: string; readonly dueAt: Instant }[];
  readonly cancel: readonly string[];
  readonly armed: Routine['armed'];
};

/** `waiting`: names of the timers that are there. A rule that has its timer keeps it, whenever it is due. */
export function armRules(
  routine: Routine,
  rules: readonly NamedRule[],
  facts: { readonly waiting: ReadonlySet<string>; readonly now: Instant; readonly timezone: string },
): Arming {
  const armed = Object.fromEntries(rules.map(({ name, when }) => [name, ruleText(when, facts.timezone)]));
  return {
    armed,
    set: rules
      .filter(({ name }) => routine.armed[name] !== armed[name] || !facts.waiting.has(name))
      .map(({ name, when }) => ({ name, dueAt: nextRun(when, facts.now, facts.timezone) })),
    cancel: Object.keys(routine.armed).filter((name) => armed[name] === undefined),
  };
}

/** A rule of the wall clock is another one in another zone. */
function ruleText(when: Recurrence, timezone: string): string {
  return 'every' in when ? `every ${when.every} ms` : `${when.at} ${when.days.join(' ')} ${timezone}`;
}

/** What was listed today takes the place of what nobody has been told yet, but for what waited for somebody's morning. */
export function withLists(routine: Routine, lists: readonly MorningList[]): Routine {
  const waiting = routine.lists.flatMap(({ person, at, entries }) =>
    entries.flatMap(({ ticket, reasons }) => {
      const kept = reasons.filter(({ reason }) => reason === 'due_soon');
      return kept.length === 0 ? [] : [{ person, at, entry: { ticket, reasons: kept } }];
    }),
  );
  return waiting.reduce<Routine>(
    (all, { person, at, entry }) =>
      withEntry(all, { person, at: lists.find((list) => list.person === person)?.at ?? at }, entry),
    { ...routine, lists: [...lists] },
  );
}

/** Something more for the list of a person, who has not been told of it yet. */
export function withEntry(
  routine: Routine,
  { person, at }: Pick<MorningList, 'person' | 'at'>,
  entry: ListEntry,
): Routine {
  const known = routine.lists.find((list) => list.person === person);
  const others = routine.lists.filter((list) => list.person !== person);
  const entries = (known?.entries ?? []).filter(({ ticket }) => ticket !== entry.ticket);
  const before = known?.entries.find(({ ticket }) => ticket === entry.ticket);
  const isNew = ({ reason }: ListEntry['reasons'][number]) =>
    !entry.reasons.some((each) => each.reason === reason);
  const reasons = [...entry.reasons, ...(before?.reasons.filter(isNew) ?? [])];
  return {
    ...routine,
    lists: [...others, { person, at, entries: [...entries, { ticket: entry.ticket, reasons }] }],
  };
}

/** The person has been told. */
export function withoutList(routine: Routine, told: Pick<MorningList, 'person' | 'at'>): Routine {
  const lists = routine.lists.filter(({ person, at }) => person !== told.person || at !== told.at);
  return { ...routine, lists };
}
