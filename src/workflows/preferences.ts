import type { Desk } from '../desk.ts';
import type { PersonId } from '../domain/chat-event.ts';
import {
  applyPreferences,
  choosePreference,
  noPreferences,
  type Preference,
  Preferences,
  preferenceOf,
} from '../domain/notice/preference.ts';
import type { Habit } from '../domain/notice/recipients.ts';
import type { Instant } from '../domain/time.ts';
import { untilNoConflict } from '../domain/until-no-conflict.ts';
import { zoneOf } from './zone-of.ts';

const aggregate = { kind: 'preferences', id: 'desk' } as const;

/** How members of the team want to be told, as it is stored. */
export async function loadPreferences(
  desk: Pick<Desk, 'store'>,
): Promise<{ readonly preferences: Preferences; readonly version: number }> {
  const stored = await desk.store.load(aggregate.kind, aggregate.id);
  return {
    preferences: stored ? Preferences.parse(stored.state) : noPreferences,
    version: stored?.version ?? 0,
  };
}

/** A person chooses for themselves; again when somebody else was quicker. */
export async function setPreference(
  desk: Pick<Desk, 'store'>,
  preference: Preference,
  asked: { readonly by: PersonId; readonly at: Instant },
): Promise<void> {
  return untilNoConflict(async () => {
    const { preferences, version } = await loadPreferences(desk);
    const events = choosePreference(preferences, preference, asked);
    if (events.length === 0) return;
    const state = applyPreferences(preferences, events);
    await desk.store.commit({ ...aggregate, expectedVersion: version, events, state, at: asked.at });
  });
}

type Living = Pick<Desk, 'store' | 'chat' | 'settings' | 'log'>;

/** How each of these people wants to be told, and where they live. */
export async function habitsOf(
  desk: Living,
  people: Iterable<PersonId>,
): Promise<(person: PersonId) => Habit> {
  const { preferences } = await loadPreferences(desk);
  const { notices, timezone } = desk.settings;
  const zones = new Map<PersonId, string>();
  for (const person of people) zones.set(person, await zoneOf(desk, person));
  return (person) => ({
    preference: preferenceOf(preferences, person, notices.quietHours),
    timezone: zones.get(person) ?? timezone,
  });
}

/** What holds for one person now. */
export async function ownPreference(
  desk: Pick<Desk, 'store' | 'settings'>,
  person: PersonId,
): Promise<Preference> {
  const { preferences } = await loadPreferences(desk);
  return preferenceOf(preferences, person, desk.settings.notices.quietHours);
}
