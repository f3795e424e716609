import { z } from 'zod';
import { roleOf } from '../../src/desk.ts';
import { askReapply } from '../../src/workflows/reapply-policies.ts';
import { reapplyRefusals } from '../actions/policies.ts';
import { tell } from '../answer.ts';
import type { FormHandler } from '../table.ts';

const Context = z.strictObject({ edition: z.int().positive() });

/** A manager has seen what would change and applies the edition to the open tickets. */
export const policyApply: FormHandler = {
  async submit(desk, event) {
    const { edition } = Context.parse(JSON.parse(event.context));
    const role = roleOf(desk.people, event.by);
    const [cause] = event.keys;
    const refusal = await askReapply(desk, edition, { by: event.by, role, at: desk.clock.now(), cause });
    const words = `Edition ${edition} is being applied to the open tickets. The home page shows how far it is, and the team is told when it is done.`;
    await tell(desk, event.handle, refusal ? reapplyRefusals[refusal.refused] : words);
  },
};
