import { z } from 'zod';
import type { AnswerHandle } from '../../../domain/chat-event.ts';
import { type Carried, fromActionId, fromButtonValue, linkAction, subjectOfMenu } from '../button-value.ts';
import { toDeskId, toMessageId } from '../ids.ts';
import type { InboundContext, Translated } from './context.ts';

const Action = z.object({
  type: z.string(),
  action_id: z.string(),
  block_id: z.string().optional(),
  action_ts: z.string().optional(),
  value: z.string().optional(),
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_user: z.string().nullish(),
});
type Action = z.infer<typeof Action>;

const BlockActions = z.object({
  user: z.object({ id: z.string() }),
  trigger_id: z.string().optional(),
  response_url: z.string().optional(),
  channel: z.object({ id: z.string() }).nullish(),
  container: z
    .object({
      channel_id: z.string().optional(),
      message_ts: z.string().optional(),
      thread_ts: z.string().optional(),
      is_ephemeral: z.boolean().optional(),
    })
    .optional(),
  message: z.object({ thread_ts: z.string().optional() }).nullish(),
  view: z.object({ id: z.string(), type: z.string() }).nullish(),
  actions: z.array(Action).min(1),
});
type BlockActions = z.infer<typeof BlockActions>;

/** `block_actions`: somebody pressed a button or picked an entry of a menu. */
export function pressed(body: unknown, context: InboundContext): Translated {
  const slack = BlockActions.parse(body);
  const action = slack.actions[0];
  if (!action) return { ignored: 'block_actions without an action' };
  if (fromActionId(action.action_id) === linkAction) return { ignored: 'a link was opened' };
  const carried = carriedBy(action);
  if (!carried) return { ignored: `block_actions.${action.type}` };
  const { container } = slack;
  const channel = slack.channel?.id ?? container?.channel_id;
  const ts = container?.message_ts;
  const shownToAll = channel !== undefined && ts !== undefined && !container?.is_ephemeral;
  return {
    event: {
      type: 'pressed',
      keys: [pressKey(slack, action)],
      at: context.now,
      action: fromActionId(action.action_id),
      subject: carried.subject,
      ...(carried.value !== undefined && { value: carried.value }),
      by: toDeskId(slack.user.id),
      ...(shownToAll && { message: toMessageId({ channel, ts }) }),
      handle: handleOf(slack, channel),
    },
  };
}

function carriedBy(action: Action): Carried | undefined {
  if (action.type === 'button') return action.value === undefined ? undefined : fromButtonValue(action.value);
  const subject = subjectOfMenu(action.block_id ?? '');
  if (subject === undefined) return undefined;
  if (action.selected_option) return { subject, value: action.selected_option.value };
  return action.selected_user ? { subject, value: toDeskId(action.selected_user) } : undefined;
}

/** A trigger is made for one press; a payload without one is named by its place and moment. */
function pressKey(slack: BlockActions, action: Action): string {
  if (slack.trigger_id !== undefined) return `press:${slack.trigger_id}`;
  const place = slack.container?.message_ts ?? slack.view?.id ?? '';
  return `press:${slack.user.id}/${place}/${action.action_id}/${action.action_ts ?? ''}`;
}

function handleOf(slack: BlockActions, channel: string | undefined): AnswerHandle {
  const thread = slack.container?.thread_ts ?? slack.message?.thread_ts;
  return {
    person: toDeskId(slack.user.id),
    ...(channel !== undefined && { channel: toDeskId(channel) }),
    ...(channel !== undefined && thread !== undefined && { thread: toMessageId({ channel, ts: thread }) }),
    ...(slack.trigger_id !== undefined && { trigger: slack.trigger_id }),
    ...(slack.response_url !== undefined && { respond: slack.response_url }),
    // A home page is published, not updated; only a form can be replaced.
    ...(slack.view?.type === 'modal' && { view: slack.view.id }),
  };
}
