import { z } from 'zod';
import { instantOf } from '../ids.ts';
import type { Envelope, InboundContext } from './context.ts';

/** A timestamp of Slack, which names a message or an event. */
export const Stamp = z.string().regex(/^\d{1,12}\.\d+$/);

/** Slack leaves the time of some events about channels out. */
export const EventStamp = Stamp.nullish();

/** The names and the moment of an event. `natural` says what it is about, without its time. */
export function stamped(
  event: { readonly natural: string; readonly event_ts?: string | null | undefined },
  envelope: Envelope,
  context: InboundContext,
): { keys: string[]; at: string } {
  const { natural, event_ts } = event;
  const keys = [`event:${envelope.event_id}`, ...(event_ts ? [`${natural}/${event_ts}`] : [])];
  return { keys, at: event_ts ? instantOf(event_ts) : context.now };
}
