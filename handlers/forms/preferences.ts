import { isTeam } from '../../src/desk.ts';
import { Preference } from '../../src/domain/notice/preference.ts';
import { quietHoursIn } from '../../src/domain/notice/quiet-hours.ts';
import { setPreference } from '../../src/workflows/preferences.ts';
import { showHomeOf } from '../home.ts';
import type { FormHandler, Submitted } from '../table.ts';

/** How somebody of the team wants to be told; their home shows it at once. */
export const notices: FormHandler = {
  async check(_desk, event) {
    if (quietHoursIn(event.values.quiet ?? '') === undefined) {
      return { quiet: 'Write hours such as 20:00-08:00, or off.' };
    }
    return undefined;
  },
  async submit(desk, event) {
    if (!isTeam(desk.people, event.by)) return;
    await setPreference(desk, chosenIn(event), { by: event.by, at: event.at });
    await showHomeOf(desk, event.by, event.handle);
  },
};

function chosenIn({ values }: Submitted): Preference {
  const { amount, weekends, where } = values;
  return Preference.parse({ amount, weekends, where, quiet: quietHoursIn(values.quiet ?? '') });
}
