import { type Instant, laterBy, minute } from '../../time.ts';
import type { Incident } from '../incident.ts';
import { isUnderWay } from '../words.ts';
import type { DrillStep } from './drill-step.ts';

export type DrillFault = DrillStep['fault'];

/** The scripts somebody can choose from. Spans are short enough for a game day of half an hour. */
export const drillScripts = {
  /** Everything that breaks in practice, one after the other. */
  full: [
    { fault: 'liaison_silent', afterMs: 0, forMs: 10 * minute },
    { fault: 'chat_fails', afterMs: 4 * minute, forMs: 3 * minute },
    { fault: 'customer_asks', afterMs: 9 * minute, forMs: 0 },
    { fault: 'desk_away', afterMs: 12 * minute, forMs: 5 * minute },
  ],
  liaison: [{ fault: 'liaison_silent', afterMs: 0, forMs: 10 * minute }],
  chat: [{ fault: 'chat_fails', afterMs: 2 * minute, forMs: 5 * minute }],
  away: [{ fault: 'desk_away', afterMs: 5 * minute, forMs: 10 * minute }],
  /** Nothing goes wrong but the incident itself. */
  calm: [{ fault: 'customer_asks', afterMs: 5 * minute, forMs: 0 }],
} as const satisfies Readonly<Record<string, readonly DrillStep[]>>;
export type DrillName = keyof typeof drillScripts;

/** What a drill invents: three customers who are told nothing, because they do not exist. */
export const drillTickets = ['A', 'B', 'C'].map((letter, index) => ({
  ticket: `DRILL-${index + 1}`,
  account: `drill-${letter.toLowerCase()}`,
  accountName: `Practice customer ${letter}`,
}));

/** What the first of them asks in a drill, when the script says so. */
export const drillQuestion = 'We cannot take payments and our guests are waiting. When will it work again?';

/** From when to when a step of the script goes wrong. */
export function spanOf(
  { declared }: Pick<Incident, 'declared'>,
  { afterMs, forMs }: DrillStep,
): { readonly from: Instant; readonly to: Instant } {
  const from = laterBy(declared.at, afterMs);
  return { from, to: laterBy(from, forMs) };
}

/** The steps that have begun, in the order in which they end; those before `drill.ended` have. */
function endings(incident: Incident): readonly { readonly index: number; readonly step: DrillStep }[] {
  const { drill } = incident;
  return (drill?.script ?? [])
    .map((step, index) => ({ index, step, to: spanOf(incident, step).to }))
    .filter(({ index }) => index < (drill?.begun ?? 0))
    .sort((one, other) => (one.to === other.to ? one.index - other.index : one.to < other.to ? -1 : 1));
}

/** What goes wrong now, as far as the log says. */
export function goingWrong(incident: Incident): readonly DrillStep[] {
  return endings(incident)
    .slice(incident.drill?.ended ?? 0)
    .map(({ step }) => step);
}

/** The step that ends next, and its place in the script. */
export function nextEnd(
  incident: Incident,
): { readonly index: number; readonly step: DrillStep } | undefined {
  return endings(incident)[incident.drill?.ended ?? 0];
}

/** Until when a fault lasts that is under way; undefined in real incidents and when it is over. */
export function faultUntil(incident: Incident, fault: DrillFault, now: Instant): Instant | undefined {
  const spans = (incident.drill?.script ?? [])
    .filter((step) => step.fault === fault)
    .map((step) => spanOf(incident, step))
    .filter(({ from, to }) => from <= now && now < to);
  return spans
    .map(({ to }) => to)
    .sort()
    .at(-1);
}

/** Until when nothing of this incident can be said: chat fails, or the desk plays dead. With the drill its faults are over. */
export function silentUntil(incident: Incident, now: Instant): Instant | undefined {
  if (!isUnderWay(incident.lifecycle)) return undefined;
  return [faultUntil(incident, 'chat_fails', now), faultUntil(incident, 'desk_away', now)]
    .filter((at) => at !== undefined)
    .sort()
    .at(-1);
}
