import { z } from 'zod';
import { PersonId } from '../chat-event.ts';
import type { DeskRole } from '../person.ts';
import { Instant } from '../time.ts';
import { type EarningRule, mustStop, recordOfPeople, type Settled, stillLacks } from './track-record.ts';

const By = z.union([z.literal('desk'), PersonId]);
const base = { topic: z.string(), at: Instant, by: By };

/** What can happen to the desk's right to answer a topic by itself. */
export const AutonomyEvent = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('offered'), ...base, why: z.string() }),
  /** What had been earned no longer is; nobody had said yes. */
  z.strictObject({ type: z.literal('withdrawn'), ...base, why: z.string() }),
  z.strictObject({ type: z.literal('declined'), ...base }),
  z.strictObject({ type: z.literal('turned_on'), ...base }),
  z.strictObject({ type: z.literal('turned_off'), ...base, why: z.string() }),
]);
export type AutonomyEvent = z.infer<typeof AutonomyEvent>;

const TopicState = z.strictObject({
  state: z.enum(['offered', 'declined', 'on', 'off']),
  at: Instant,
  by: By,
  why: z.string().optional(),
});

/** Which topics the desk may answer by itself, and since when. A topic that is not listed never could. */
export const Autonomy = z.strictObject({ topics: z.record(z.string(), TopicState) });
export type Autonomy = z.infer<typeof Autonomy>;

export const noAutonomy: Autonomy = { topics: {} };

/** The state after more events. Pure: the same events give the same state. */
export function applyAutonomy(autonomy: Autonomy, events: readonly AutonomyEvent[]): Autonomy {
  const topics = { ...autonomy.topics };
  for (const event of events) {
    const { topic, at, by } = event;
    const why = 'why' in event ? { why: event.why } : {};
    if (event.type === 'withdrawn') delete topics[topic];
    else topics[topic] = { state: stateAfter[event.type], at, by, ...why };
  }
  return Autonomy.parse({ topics });
}

const stateAfter = { offered: 'offered', declined: 'declined', turned_on: 'on', turned_off: 'off' } as const;

export function isOn(autonomy: Autonomy, topic: string): boolean {
  return Object.hasOwn(autonomy.topics, topic) && autonomy.topics[topic]?.state === 'on';
}

/** What the desk itself decides when it looks at what became of its drafts: offers, withdrawals, and stopping. */
export function reviewAutonomy(
  autonomy: Autonomy,
  byTopic: ReadonlyMap<string, readonly Settled[]>,
  { now, rule }: { readonly now: Instant; readonly rule: EarningRule },
): readonly AutonomyEvent[] {
  const asDesk = { at: now, by: 'desk' as const };
  const names = new Set([...byTopic.keys(), ...Object.keys(autonomy.topics)]);
  return [...names].sort().flatMap((topic): AutonomyEvent[] => {
    const known = Object.hasOwn(autonomy.topics, topic) ? autonomy.topics[topic] : undefined;
    const all = byTopic.get(topic) ?? [];
    // What had been said no to, or went wrong, is earned anew from then on.
    const fresh =
      known === undefined || known.state === 'offered' ? all : all.filter(({ at }) => at > known.at);
    if (known?.state === 'on') {
      const why = mustStop(fresh, known.at);
      return why === undefined ? [] : [{ type: 'turned_off', topic, why, ...asDesk }];
    }
    const lacks = stillLacks(fresh, now, rule);
    if (known?.state === 'offered') {
      return lacks.length === 0 ? [] : [{ type: 'withdrawn', topic, why: lacks.join('; '), ...asDesk }];
    }
    if (lacks.length > 0) return [];
    const { unchanged, all: decided } = recordOfPeople(fresh, now, rule);
    return [
      { type: 'offered', topic, why: `${unchanged} of ${decided} drafts were sent unchanged`, ...asDesk },
    ];
  });
}

/** Why a manager's wish cannot be granted. */
export type AutonomyRefusal = { readonly refused: 'not_allowed' | 'not_offered' };
type Asked = { readonly by: string; readonly role: DeskRole; readonly at: Instant };
type Decided = { readonly events: readonly AutonomyEvent[] } | AutonomyRefusal;

/** A manager lets the desk answer a topic by itself. Only what is on offer can be turned on. */
export function turnOn(autonomy: Autonomy, topic: string, asked: Asked): Decided {
  if (asked.role !== 'manager') return { refused: 'not_allowed' };
  if (isOn(autonomy, topic)) return { events: [] };
  if (autonomy.topics[topic]?.state !== 'offered') return { refused: 'not_offered' };
  return { events: [{ type: 'turned_on', topic, at: asked.at, by: asked.by }] };
}

/** A manager says no to an offer; the topic is offered again only when it is earned anew. */
export function decline(autonomy: Autonomy, topic: string, asked: Asked): Decided {
  if (asked.role !== 'manager') return { refused: 'not_allowed' };
  if (autonomy.topics[topic]?.state !== 'offered') return { events: [] };
  return { events: [{ type: 'declined', topic, at: asked.at, by: asked.by }] };
}

/** Any member of the team can stop it, at once and without a reason. */
export function turnOff(autonomy: Autonomy, topic: string, asked: Asked): Decided {
  if (asked.role === 'requester') return { refused: 'not_allowed' };
  if (!isOn(autonomy, topic)) return { events: [] };
  return {
    events: [{ type: 'turned_off', topic, at: asked.at, by: asked.by, why: 'somebody turned it off' }],
  };
}
