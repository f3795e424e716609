import { type Instant, laterBy, millisecondsBetween, minute } from '../../time.ts';
import { type IncidentAsked, type IncidentDecision, nothingFollows, stampOf } from '../decision.ts';
import type { Incident } from '../incident.ts';
import { cadenceMs } from '../lifecycle.ts';
import type { IncidentSettings } from '../settings.ts';
import { isUnderWay } from '../words.ts';
import { toldAt } from './after-the-end.ts';
import type { CadenceState } from './cadence-state.ts';
import { kindOf, type RungKind, rankBy, rankOf, rungAt, rungOf } from './rungs.ts';

/** After something was said late, or the desk came back, people are left alone for so long. */
const silenceMs = 5 * minute;
/** A rung that is told later than this after its time was held up. */
const inTimeMs = minute;
const leastStillMs = 15 * minute;

/** A step of the ladder and when it comes. */
export type Rung = { readonly rung: string; readonly at: Instant };

/** Somebody outside waits for an update: the ladder runs. Without tickets nobody does. */
export function isUpdateOwed(incident: Incident): boolean {
  const { cadence, lifecycle, tickets } = incident;
  if (!cadence || tickets.length === 0) return false;
  if (isUnderWay(lifecycle)) return true;
  // That the review has begun meanwhile takes nothing from customers.
  const isOver = lifecycle === 'resolved' || lifecycle === 'in_review';
  return isOver && cadence.because === 'final' && !hasFinal(incident);
}

function hasFinal({ updates, resolved }: Incident): boolean {
  return updates.some(
    ({ kind, state, approved }) =>
      kind === 'final' &&
      (state === 'delivered' || state === 'partial') &&
      approved !== undefined &&
      (resolved === undefined || approved.at >= resolved.at),
  );
}

/** From when reminders count: the due time, or what somebody put them off to. Figures count from the due time alone. */
export function remindersFrom({ dueAt, snoozes }: CadenceState): Instant {
  const until = snoozes.at(-1)?.until;
  return until !== undefined && until > dueAt ? until : dueAt;
}

/** The next step and when it comes; undefined while nobody is owed anything. */
export function nextRung(incident: Incident, settings: IncidentSettings): Rung | undefined {
  const { cadence } = incident;
  if (!cadence || !isUpdateOwed(incident)) return undefined;
  const steps = stepsOf(incident, cadence, settings);
  const told = cadence.rungs.at(-1);
  const rank = told === undefined ? 0 : rankOf(told.rung) + 1;
  const at = [rungAt(rank, steps), ...silences(incident, cadence, steps)].sort().at(-1);
  const comesAt = at === undefined ? undefined : toldAt(incident, cadence, at);
  return comesAt === undefined ? undefined : { rung: rungOf(rank), at: comesAt };
}

/** What the time that has passed deserves now, if anything has not been told yet: the highest step, and only that. */
function deservedRung(incident: Incident, settings: IncidentSettings, at: Instant): string | undefined {
  const next = nextRung(incident, settings);
  if (!next || !incident.cadence || next.at > at) return undefined;
  const rank = rankBy(at, stepsOf(incident, incident.cadence, settings));
  return rank === undefined ? undefined : rungOf(rank);
}

/** How many due times have passed by then without an update: the one that is owed, and one each cadence after it. */
export function missedUpdates(incident: Incident, settings: IncidentSettings, at: Instant): number {
  const { cadence, customerStatus } = incident;
  if (!cadence || !isUpdateOwed(incident) || at < cadence.dueAt) return 0;
  // After it no other is owed.
  if (cadence.because === 'final') return 1;
  const overdueMs = millisecondsBetween(cadence.dueAt, at);
  return 1 + Math.floor(overdueMs / cadenceMs(settings.cadence, customerStatus));
}

/** The step told last for what is owed now; for cards. */
export function toldRung(incident: Incident): RungKind | undefined {
  const told = incident.cadence?.rungs.at(-1);
  return told === undefined || !isUpdateOwed(incident) ? undefined : kindOf(told.rung);
}

/** Writes down that people are told of what is deserved by `at`: one event however many steps went by. */
export function remind(
  incident: Incident,
  { settings, at }: { readonly settings: IncidentSettings; readonly at: Instant },
  asked: IncidentAsked,
): IncidentDecision {
  const rung = deservedRung(incident, settings, at);
  const { cadence } = incident;
  if (rung === undefined || !cadence) return nothingFollows;
  const isMissed = rankOf(rung) >= rankOf('missed');
  const missed = isMissed ? missedUpdates(incident, settings, at) : 0;
  return { events: [{ type: 'reminded', rung, dueAt: cadence.dueAt, missed, ...stampOf(asked) }] };
}

function stepsOf(incident: Incident, cadence: CadenceState, settings: IncidentSettings) {
  const half = cadenceMs(settings.cadence, incident.customerStatus) / 2;
  return { base: remindersFrom(cadence), stillEveryMs: Math.max(leastStillMs, half) };
}

/** Until when the room is left alone after the desk has told of an absence. */
export function quietUntil({ away }: Pick<Incident, 'away'>): readonly Instant[] {
  return away === undefined ? [] : [laterBy(away.at, silenceMs)];
}

/** Until when people are left alone, because what they were told came late or tells of an absence. */
function silences(
  { away }: Incident,
  { rungs }: CadenceState,
  steps: { readonly base: Instant; readonly stillEveryMs: number },
): readonly Instant[] {
  const told = rungs.at(-1);
  const isLate =
    told !== undefined && millisecondsBetween(rungAt(rankOf(told.rung), steps), told.at) > inTimeMs;
  return [...(isLate ? [laterBy(told.at, silenceMs)] : []), ...quietUntil({ away })];
}

/** An update has been late for so long that somebody else may speak to customers in the liaison's place. */
export function isTakeoverOffered(incident: Incident): boolean {
  const told = toldRung(incident);
  return told === 'takeover' || told === 'missed' || told === 'still';
}
