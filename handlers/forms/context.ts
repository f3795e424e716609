import { z } from 'zod';
import type { FormContext } from '../../src/cards/forms/form-context.ts';
import type { AnswerHandle } from '../../src/domain/chat-event.ts';
import { Invalid } from '../../src/domain/errors.ts';
import type { Submitted } from '../table.ts';

const Context = z.strictObject({
  ticket: z.string(),
  draft: z.string().optional(),
  update: z.string().optional(),
  answers: z.number().optional(),
  channel: z.string().optional(),
});

/** What the form was opened with. */
export function readContext(event: Submitted): FormContext {
  try {
    const { ticket, draft, update, answers, channel } = Context.parse(JSON.parse(event.context));
    return {
      ticket,
      ...(draft === undefined ? {} : { draft }),
      ...(update === undefined ? {} : { update }),
      ...(answers === undefined ? {} : { answers }),
      ...(channel === undefined ? {} : { channel }),
    };
  } catch (error) {
    throw new Invalid(`The form "${event.form}" came back without its context`, { cause: error });
  }
}

/** Where to tell the person something: forms do not know their channel, so it travels in the context. */
export function handleOf(event: Submitted): AnswerHandle {
  const channel = event.handle.channel ?? readContext(event).channel;
  return channel === undefined ? event.handle : { ...event.handle, channel };
}
