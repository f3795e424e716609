import { z } from 'zod';
import { roleOf } from '../../src/desk.ts';
import { turnOn } from '../../src/domain/autonomy/autonomy.ts';
import { changeAutonomy } from '../../src/workflows/autonomy.ts';
import { refusals } from '../actions/autonomy.ts';
import { tell } from '../answer.ts';
import type { FormHandler } from '../table.ts';

const Context = z.strictObject({ topic: z.string() });

/** A manager has seen the dry run and turns the topic on. */
export const autonomyOn: FormHandler = {
  async submit(desk, event) {
    const { topic } = Context.parse(JSON.parse(event.context));
    const asked = { by: event.by, at: event.at, role: roleOf(desk.people, event.by) };
    const refusal = await changeAutonomy(desk, (autonomy) => turnOn(autonomy, topic, asked));
    const words = `${topic} is answered by the desk from now on. Each answer can be stopped on its card.`;
    await tell(desk, event.handle, refusal ? refusals[refusal.refused] : words);
  },
};
