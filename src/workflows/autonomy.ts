import type { Desk } from '../desk.ts';
import { topicName } from '../domain/autonomy/alone.ts';
import {
  Autonomy,
  type AutonomyEvent,
  type AutonomyRefusal,
  applyAutonomy,
  isOn,
  noAutonomy,
  reviewAutonomy,
} from '../domain/autonomy/autonomy.ts';
import { settledByTopic } from '../domain/autonomy/settled-drafts.ts';
import { earningRule, type Settled } from '../domain/autonomy/track-record.ts';
import type { TicketEvent } from '../domain/ticket/event.ts';
import { planSending } from '../domain/ticket/sending-alone.ts';
import type { Ticket } from '../domain/ticket/ticket.ts';
import { laterBy } from '../domain/time.ts';
import { untilNoConflict } from '../domain/until-no-conflict.ts';
import type { Change, Claims, OutboxAdd, Timer } from '../store-port.ts';
import { askedByDesk } from './change-ticket.ts';
import type { RoutineOutcome } from './routine.ts';

const aggregate = { kind: 'autonomy', id: 'desk' } as const;

/** Which topics may be answered alone, as it is stored. */
export async function loadAutonomy(
  desk: Pick<Desk, 'store'>,
): Promise<{ readonly autonomy: Autonomy; readonly version: number; readonly timers: readonly Timer[] }> {
  const stored = await desk.store.load(aggregate.kind, aggregate.id);
  return {
    autonomy: stored ? Autonomy.parse(stored.state) : noAutonomy,
    version: stored?.version ?? 0,
    timers: stored?.timers ?? [],
  };
}

/** Load, decide, commit; again when somebody else was quicker. The team is told in the triage channel of what changed by itself. */
export async function changeAutonomy(
  desk: Desk,
  decide: (autonomy: Autonomy) => { readonly events: readonly AutonomyEvent[] } | AutonomyRefusal,
  { timers = [], outbox = [] }: Pick<Change, 'timers' | 'outbox'> = {},
): Promise<AutonomyRefusal | undefined> {
  return untilNoConflict(async () => {
    const { autonomy, version } = await loadAutonomy(desk);
    const decision = decide(autonomy);
    if ('refused' in decision) return decision;
    const { events } = decision;
    if (events.length + timers.length + outbox.length === 0) return undefined;
    await desk.store.commit({
      ...aggregate,
      expectedVersion: version,
      events,
      state: applyAutonomy(autonomy, events),
      at: desk.clock.now(),
      timers,
      outbox: [...events.flatMap((event) => newsOf(event, desk)), ...outbox],
    });
    return undefined;
  });
}

/** What managers ask for by name is answered at once; what the desk decides itself is said where the team works. */
function newsOf(event: AutonomyEvent, desk: Desk): OutboxAdd[] {
  const isNews = event.type === 'offered' || event.type === 'turned_off' || event.type === 'turned_on';
  if (!isNews) return [];
  const ref = JSON.stringify([event.type, event.topic, event.at]);
  return [
    {
      add: `autonomy:${ref}`,
      kind: 'autonomy',
      channel: desk.settings.channels.triage,
      ref,
      priority: 6,
    },
  ];
}

/** What was said to the team is said. */
export async function endSaying(desk: Desk, { row }: Claims['outbox']): Promise<void> {
  await changeAutonomy(desk, () => ({ events: [] }), {
    outbox: [{ done: row.key, generation: row.generation }],
  });
}

/** The look that recurs. */
export async function reviewTopics(desk: Desk): Promise<RoutineOutcome> {
  await reviewNow(desk);
  return {};
}

/** Looks at what became of drafts; offers, withdraws and stops. Nothing is written when nothing follows from it. */
export async function reviewNow(desk: Desk): Promise<void> {
  // What is half remembered looks worse or better than it was.
  await desk.learned;
  const now = desk.clock.now();
  const settled = settledOf(desk);
  const mayOffer = desk.settings.automation.autoSend === 'earned';
  const rule = { ...earningRule, needed: desk.settings.automation.autoSendAfter };
  await changeAutonomy(desk, (autonomy) => ({
    events: reviewAutonomy(autonomy, settled, { now, rule }).filter(
      ({ type }) => mayOffer || type !== 'offered',
    ),
  }));
}

/** The look had a timer of its own before it stood in the list of what recurs. */
export async function endOwnReview(desk: Desk): Promise<void> {
  const { timers } = await loadAutonomy(desk);
  if (timers.length === 0) return;
  await changeAutonomy(desk, () => ({ events: [] }), { timers: timers.map(({ key }) => ({ cancel: key })) });
}

/** What became of drafts, by topic, as far as it is decided. */
export function settledOf(desk: Desk): ReadonlyMap<string, readonly Settled[]> {
  return settledByTopic(desk.experience.outcomes(), desk.settings.automation.confidence);
}

/** After a draft was proposed: the plan that it leaves by itself, when its topic has earned that. */
export async function planFor(desk: Desk): Promise<(ticket: Ticket) => readonly TicketEvent[]> {
  const { automation } = desk.settings;
  if (automation.autoSend !== 'earned') return () => [];
  const { autonomy } = await loadAutonomy(desk);
  return (ticket) => {
    const topic = ticket.triage && topicName(ticket.triage);
    if (topic === undefined || !isOn(autonomy, topic)) return [];
    const asked = askedByDesk(desk);
    const dueAt = laterBy(asked.at, automation.autoSendDelayMs);
    return planSending(ticket, { topic, dueAt, leastConfidence: automation.confidence }, asked);
  };
}
