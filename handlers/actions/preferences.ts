import { preferencesForm } from '../../src/cards/forms/preferences-form.ts';
import { isTeam } from '../../src/desk.ts';
import { ownPreference } from '../../src/workflows/preferences.ts';
import { showForm, tell } from '../answer.ts';
import type { ActionHandler } from '../table.ts';

/** "Change notices" on the home page of a member of the team. */
export const changeNotices: ActionHandler = async (desk, event) => {
  if (!isTeam(desk.people, event.by)) return tell(desk, event.handle, 'Only the support team has notices.');
  await showForm(desk, event.handle, preferencesForm(await ownPreference(desk, event.by)));
};
