import { z } from 'zod';
import { Invalid } from '../../../domain/errors.ts';
import { channelChanged } from './channel-changed.ts';
import { command } from './command.ts';
import type { InboundContext, Translated } from './context.ts';
import { home } from './home.ts';
import { deskLeft, membership } from './membership.ts';
import { message } from './message.ts';
import { pinned } from './pinned.ts';
import { pressed } from './pressed.ts';
import { reaction } from './reaction.ts';
import { shortcut } from './shortcut.ts';
import { submitted } from './submitted.ts';

const Outer = z.object({ type: z.string().optional(), command: z.string().optional() });
const EventCallback = z.object({
  event_id: z.string().min(1),
  team_id: z.string().optional(),
  context_team_id: z
    .string()
    .nullish()
    .transform((id) => id ?? undefined),
  api_app_id: z.string().optional(),
  event: z.object({ type: z.string().min(1) }).loose(),
});

/**
 * The body of any delivery of Slack → one event for the desk, or the reason why there is none. Pure.
 * Slack adds fields at any time, so unknown ones pass; Invalid is thrown when a needed one is missing or wrong.
 */
export function translate(body: unknown, context: InboundContext): Translated {
  const outer = Outer.safeParse(body);
  if (!outer.success) throw new Invalid('The delivery is not an object');
  const type = outer.data.type ?? (outer.data.command === undefined ? 'unknown' : 'command');
  try {
    return byType(type, body, context);
  } catch (error) {
    if (error instanceof z.ZodError || error instanceof SyntaxError) {
      throw new Invalid(`The payload ${shown(type)} of Slack is not as documented: ${fieldsOf(error)}`, {
        cause: error,
      });
    }
    throw error;
  }
}

function byType(type: string, body: unknown, context: InboundContext): Translated {
  switch (type) {
    case 'event_callback':
      return fromEvent(body, context);
    case 'command':
      return command(body, context);
    case 'message_action':
    case 'shortcut':
      return shortcut(body, context);
    case 'block_actions':
      return pressed(body, context);
    case 'view_submission':
      return submitted(body, context);
    default:
      return { ignored: shown(type) };
  }
}

function fromEvent(body: unknown, context: InboundContext): Translated {
  const { event, ...envelope } = EventCallback.parse(body);
  switch (event.type) {
    case 'message':
    case 'app_mention':
      return message(event, envelope, context);
    case 'reaction_added':
      return reaction(event, envelope, context);
    case 'pin_added':
    case 'pin_removed':
      return pinned(event, envelope, context);
    case 'member_joined_channel':
    case 'member_left_channel':
      return membership(event, envelope, context);
    case 'channel_left':
    case 'group_left':
      return deskLeft(event, envelope, context);
    case 'channel_archive':
    case 'channel_unarchive':
    case 'channel_rename':
    case 'channel_deleted':
    case 'group_archive':
    case 'group_unarchive':
    case 'group_rename':
    case 'group_deleted':
      return channelChanged(event, envelope, context);
    case 'app_home_opened':
      return home(event, envelope, context.now);
    default:
      return { ignored: shown(event.type) };
  }
}

/** Types come from outside and go to the log: short, and only letters that a type has. */
function shown(type: string): string {
  return type.replace(/[^\w.]/g, '?').slice(0, 60);
}

/** Paths of wrong fields, never their content. */
function fieldsOf(error: z.ZodError | SyntaxError): string {
  if (error instanceof SyntaxError) return 'a button carries what is not ours';
  return error.issues.map((issue) => issue.path.join('.') || 'the whole').join(', ');
}
