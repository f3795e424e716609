import { policyForm } from '../../src/cards/forms/policy-form.ts';
import { roleOf } from '../../src/desk.ts';
import type { ReapplyRefusal } from '../../src/domain/sla/policies.ts';
import { askedBy } from '../../src/workflows/change-ticket.ts';
import { previewReapply } from '../../src/workflows/reapply-policies.ts';
import { showForm, tell } from '../answer.ts';
import type { ActionHandler } from '../table.ts';

/** "See what would change" on a manager's home. */
export const policyPreview: ActionHandler = async (desk, event) => {
  if (roleOf(desk.people, event.by) !== 'manager') {
    return tell(desk, event.handle, reapplyRefusals.not_allowed);
  }
  const preview = await previewReapply(desk, askedBy(desk, event.by, desk.clock.now()));
  await showForm(desk, event.handle, policyForm(preview, desk.settings.timezone));
};

export const reapplyRefusals: Readonly<Record<ReapplyRefusal['refused'], string>> = {
  not_allowed: 'Only a manager can apply other promises to open tickets.',
  running: 'This is being done already. The home page shows how far it is.',
  outdated: 'The settings changed since you looked. Open “See what would change” again on the home page.',
  nothing_left: 'Every open ticket runs on the current edition. There is nothing left to apply.',
};
