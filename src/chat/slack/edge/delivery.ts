import { z } from 'zod';
import type { FieldProblems } from '../../../cards/card.ts';
import type { ChatEvent, Place } from '../../../domain/chat-event.ts';
import { Unreachable } from '../../../domain/errors.ts';
import type { Log } from '../../../ports.ts';
import { fieldBlockId } from '../field-id.ts';
import type { InboundContext } from '../inbound/context.ts';
import { kindOfType } from '../inbound/place.ts';
import { translate } from '../inbound/translate.ts';

export type OnEvent = (event: ChatEvent) => Promise<FieldProblems | undefined>;
/** The part of a receiver's delivery that is needed here. */
export type Delivery = { readonly body: unknown; readonly ack: (answer?: unknown) => Promise<void> };

export type Deliveries = {
  /**
   * Stores before it acknowledges: translates the delivery, waits until the desk has it, and only then calls
   * `handOn`, which acknowledges. Rejects when the desk could not take it, so that Slack delivers again.
   */
  take(delivery: Delivery, handOn: (ack: Delivery['ack']) => Promise<void>): Promise<void>;
  /** Refuses new deliveries from now on and resolves when none is under way. */
  drain(): Promise<void>;
  kindOf(channel: string): Place['kind'] | undefined;
};

export function openDeliveries(desk: {
  readonly onEvent: OnEvent;
  readonly context: () => Promise<InboundContext>;
  readonly log: Log;
}): Deliveries {
  const { log } = desk;
  const kinds = new Map<string, Place['kind']>();
  const underway = new Set<Promise<void>>();
  let draining = false;

  async function work(delivery: Delivery, handOn: (ack: Delivery['ack']) => Promise<void>): Promise<void> {
    learnKind(delivery.body, kinds);
    const translated = translate(delivery.body, await desk.context());
    if ('ignored' in translated) {
      log.debug('A delivery of Slack needs nothing done', { type: translated.ignored });
    } else {
      const problems = await desk.onEvent(translated.event);
      if (problems && Object.keys(problems).length > 0) {
        await delivery.ack({ response_action: 'errors', errors: besideFields(delivery.body, problems) });
        return;
      }
    }
    await acknowledge(delivery, handOn, log);
  }

  return {
    async take(delivery, handOn) {
      if (draining) throw new Unreachable('The desk is stopping', { unknownOutcome: false });
      const worked = work(delivery, handOn);
      underway.add(worked);
      try {
        await worked;
      } finally {
        underway.delete(worked);
      }
    },
    async drain() {
      draining = true;
      while (underway.size > 0) await Promise.allSettled(underway);
    },
    kindOf: (channel) => kinds.get(channel),
  };
}

/** The desk has the event, so whatever fails from here on must not make Slack deliver it again. */
async function acknowledge(
  delivery: Delivery,
  handOn: (ack: Delivery['ack']) => Promise<void>,
  log: Log,
): Promise<void> {
  let acknowledged = false;
  const ack: Delivery['ack'] = async (answer) => {
    if (acknowledged) return;
    acknowledged = true;
    await delivery.ack(answer);
  };
  try {
    await handOn(ack);
    await ack();
  } catch (error) {
    // The connection is gone or the three seconds are over: Slack delivers again, and the keys tell that it did.
    log.warn('An acknowledgement came too late', { reason: error instanceof Error ? error.name : 'unknown' });
  }
}

const Typed = z.object({ event: z.object({ channel: z.string(), channel_type: z.string() }) });

function learnKind(body: unknown, kinds: Map<string, Place['kind']>): void {
  const typed = Typed.safeParse(body);
  const kind = typed.success ? kindOfType(typed.data.event.channel_type) : undefined;
  if (typed.success && kind) kinds.set(typed.data.event.channel, kind);
}

const Shown = z.object({
  view: z.object({ state: z.object({ values: z.record(z.string(), z.unknown()) }) }),
});

/** Slack drops a problem of a field it does not show, so such a one stands beside the first field. */
function besideFields(body: unknown, problems: FieldProblems): Record<string, string> {
  const shown = Shown.safeParse(body);
  const blocks = shown.success ? Object.keys(shown.data.view.state.values) : [];
  const errors: Record<string, string> = {};
  for (const [field, problem] of Object.entries(problems)) {
    const block = fieldBlockId(field);
    const place = blocks.length === 0 || blocks.includes(block) ? block : (blocks[0] ?? block);
    errors[place] = errors[place] === undefined ? problem : `${errors[place]} ${problem}`;
  }
  return errors;
}
