import { type Instant, laterBy, minute } from '../../time.ts';
import { type IncidentAsked, type IncidentDecision, stampOf } from '../decision.ts';
import type { Incident } from '../incident.ts';
import { mayDo } from '../permission.ts';
import type { CadenceState } from './cadence-state.ts';
import { isUpdateOwed, remindersFrom } from './ladder.ts';

/** A reminder is put off by so many minutes. */
export const snoozeChoices = [5, 10, 15] as const;

/** A reminder can be put off so often for one update. */
export const mostSnoozes = 2;

/** Until when the reminder may be put off; `any` while customers were told no time, `none_left` after two. */
export function latestSnooze({ snoozes, promisedAt }: CadenceState): Instant | 'any' | 'none_left' {
  if (snoozes.length >= mostSnoozes) return 'none_left';
  return promisedAt ?? 'any';
}

/** The choices that end in time. */
export function snoozeMinutes(now: Instant, latest: Instant | 'any'): readonly number[] {
  return snoozeChoices.filter((minutes) => latest === 'any' || laterBy(now, minutes * minute) <= latest);
}

/** The reminder is put off: a few times, with a reason, and never past what customers were told. */
export function snoozeUpdate(
  incident: Incident,
  { minutes, reason }: { readonly minutes: number; readonly reason: string },
  asked: IncidentAsked,
): IncidentDecision {
  if (!mayDo(incident, 'snooze', asked)) return { refused: 'not_allowed' };
  const { cadence } = incident;
  if (!cadence || !isUpdateOwed(incident)) return { refused: 'ended' };
  if (reason.trim() === '') return { refused: 'empty' };
  const latest = latestSnooze(cadence);
  if (latest === 'none_left') return { refused: 'snoozed_enough' };
  const until = laterBy(asked.at, minutes * minute);
  if (latest !== 'any' && until > latest) return { refused: 'past_promise' };
  if (until <= remindersFrom(cadence)) return { refused: 'not_due_then' };
  return { events: [{ type: 'update_snoozed', until, reason, ...stampOf(asked) }] };
}
