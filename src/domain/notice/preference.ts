import { z } from 'zod';
import { PersonId } from '../chat-event.ts';
import { Instant } from '../time.ts';
import { QuietHours } from './quiet-hours.ts';

/**
 * How much somebody wants to hear of clocks. `all`: every step. `last`: the last warning and what is due or late. `due`:
 * only what is due or late. `critical`: everything of P1, nothing else.
 */
export const amounts = ['all', 'last', 'due', 'critical'] as const;
export type Amount = (typeof amounts)[number];

/** How one member of the team wants to be told. */
export const Preference = z.strictObject({
  amount: z.enum(amounts),
  /** In the person's own zone; P1 does not wait for their end. */
  quiet: z.union([z.literal('off'), QuietHours]),
  weekends: z.enum(['quiet', 'as_other_days']),
  /** In a direct message, or under the ticket's card with a mention. */
  where: z.enum(['direct', 'thread']),
});
export type Preference = z.infer<typeof Preference>;

/** What everybody of the team chose; who is not in it never chose. */
export const Preferences = z.strictObject({ people: z.record(PersonId, Preference) });
export type Preferences = z.infer<typeof Preferences>;

export const PreferenceEvent = z.strictObject({
  type: z.literal('preference_set'),
  by: PersonId,
  at: Instant,
  preference: Preference,
});
export type PreferenceEvent = z.infer<typeof PreferenceEvent>;

export const noPreferences: Preferences = { people: {} };

/** Somebody chooses for themselves; choosing the same again changes nothing. */
export function choosePreference(
  preferences: Preferences,
  preference: Preference,
  asked: { readonly by: PersonId; readonly at: Instant },
): readonly PreferenceEvent[] {
  const known = preferences.people[asked.by];
  if (known !== undefined && JSON.stringify(known) === JSON.stringify(Preference.parse(preference)))
    return [];
  return [{ type: 'preference_set', by: asked.by, at: asked.at, preference }];
}

export function applyPreferences(preferences: Preferences, events: readonly PreferenceEvent[]): Preferences {
  return events.reduce<Preferences>(
    ({ people }, { by, preference }) => ({ people: { ...people, [by]: preference } }),
    preferences,
  );
}

/** What holds for a person: what they chose, else all of it, at once, in the hours that are nobody's quiet ones. */
export function preferenceOf(
  preferences: Preferences,
  person: PersonId,
  quietHours: QuietHours | 'off',
): Preference {
  const chosen = Object.hasOwn(preferences.people, person) ? preferences.people[person] : undefined;
  return chosen ?? { amount: 'all', quiet: quietHours, weekends: 'as_other_days', where: 'direct' };
}
