import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  amounts,
  applyPreferences,
  choosePreference,
  noPreferences,
  type Preference,
  type PreferenceEvent,
  Preferences,
  preferenceOf,
} from '../../../src/domain/notice/preference.ts';
import { after, ana, ben, mia, ten } from '../../support/builders.ts';

const night = { from: '20:00', to: '08:00' };
const rare: Preference = { amount: 'due', quiet: 'off', weekends: 'quiet', where: 'thread' };

test('who never chose hears of every step, by day, in a direct message', () => {
  const holds = { amount: 'all', quiet: night, weekends: 'as_other_days', where: 'direct' };
  expect(preferenceOf(noPreferences, ana, night)).toEqual(holds);
});

test('what one chooses holds for them alone', () => {
  const chosen = applyPreferences(noPreferences, choosePreference(noPreferences, rare, { by: ana, at: ten }));
  expect(preferenceOf(chosen, ana, night)).toEqual(rare);
  expect(preferenceOf(chosen, ben, night).amount).toBe('all');
});

test('choosing the same again is no event', () => {
  const chosen = applyPreferences(noPreferences, choosePreference(noPreferences, rare, { by: ana, at: ten }));
  expect(choosePreference(chosen, { ...rare }, { by: ana, at: after(1) })).toEqual([]);
});

test('the log gives the same preferences as living through it', () => {
  const preference = fc.record<Preference>({
    amount: fc.constantFrom(...amounts),
    quiet: fc.constantFrom('off' as const, night, { from: '12:00', to: '13:00' }),
    weekends: fc.constantFrom('quiet' as const, 'as_other_days' as const),
    where: fc.constantFrom('direct' as const, 'thread' as const),
  });
  const acts = fc.array(fc.tuple(fc.constantFrom(ana, ben, mia), preference), { maxLength: 30 });
  fc.assert(
    fc.property(acts, (list) => {
      const log: PreferenceEvent[] = [];
      let lived = noPreferences;
      for (const [index, [by, chosen]] of list.entries()) {
        const events = choosePreference(lived, chosen, { by, at: after(index) });
        log.push(...events);
        lived = Preferences.parse(JSON.parse(JSON.stringify(applyPreferences(lived, events))));
        expect(preferenceOf(lived, by, 'off')).toEqual(chosen);
      }
      expect(applyPreferences(noPreferences, log)).toEqual(lived);
    }),
  );
});
