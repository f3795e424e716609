import { createHash } from 'node:crypto';
import { z } from 'zod';
import { instant } from '../../../domain/time.ts';
import { fieldOf } from '../field-id.ts';
import { toDeskId } from '../ids.ts';
import type { InboundContext, Translated } from './context.ts';

const State = z.object({
  type: z.string(),
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_user: z.string().nullish(),
  selected_date_time: z.number().nullish(),
});
type State = z.infer<typeof State>;

const ViewSubmission = z.object({
  user: z.object({ id: z.string() }),
  trigger_id: z.string().optional(),
  view: z.object({
    id: z.string(),
    hash: z.string().optional(),
    callback_id: z.string(),
    private_metadata: z.string().optional(),
    state: z.object({ values: z.record(z.string(), z.record(z.string(), State)) }),
  }),
});

/**
 * `view_submission`. The key is the trigger; the same form sent a second time with the same content (the first
 * acknowledgement came late) is told by the second key. A form sent again with other content is another event.
 * The handle has no view: a form that was sent closes, so the next one opens as a new one.
 */
export function submitted(body: unknown, context: InboundContext): Translated {
  const { user, view, trigger_id: trigger } = ViewSubmission.parse(body);
  const by = toDeskId(user.id);
  const values: Record<string, string> = {};
  for (const [blockId, states] of Object.entries(view.state.values)) {
    const name = fieldOf(blockId);
    const value = Object.values(states).map(chosenIn)[0];
    if (name !== undefined && value !== undefined) values[name] = value;
  }
  const content = createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, 24);
  return {
    event: {
      type: 'submitted',
      keys: [
        ...(trigger === undefined ? [] : [`submit:${trigger}`]),
        `submit:${view.id}/${view.hash ?? ''}/${content}`,
      ],
      at: context.now,
      form: view.callback_id,
      context: view.private_metadata ?? '',
      values,
      by,
      handle: { person: by, ...(trigger !== undefined && { trigger }) },
    },
  };
}

function chosenIn(state: State): string | undefined {
  if (state.selected_option) return state.selected_option.value;
  if (state.selected_user) return toDeskId(state.selected_user);
  if (typeof state.selected_date_time === 'number') return instant(state.selected_date_time * 1000);
  return state.value === '' ? undefined : (state.value ?? undefined);
}
