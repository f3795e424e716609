import { type Instant, laterBy } from '../../time.ts';
import { applyIncident } from '../apply.ts';
import { type IncidentDecision, nothingFollows, stampOf } from '../decision.ts';
import type { IncidentEvent } from '../event.ts';
import type { Incident } from '../incident.ts';
import { isOver } from '../words.ts';
import { isUnhanded } from './agenda-delivery.ts';
import type { IncidentUpdate } from './incident-update.ts';
import { factsOf } from './update-facts.ts';
import { type Receipt, type Recording, recordReceipts } from './update-receipts.ts';
import { approvalLastsMs } from './updating.ts';

/** Why what was let go at `since` goes nowhere any more; undefined while it may. */
export function whyNotSent(
  incident: Incident,
  update: IncidentUpdate,
  { since, now }: { readonly since: Instant | undefined; readonly now: Instant },
): string | undefined {
  if (isOver(incident)) return 'The incident was over before it went out';
  if (update.facts !== factsOf(incident)) return 'The facts changed before it went out';
  const from = since ?? update.approved?.at;
  return from !== undefined && laterBy(from, approvalLastsMs) < now
    ? 'The approval ran out before it went out'
    : undefined;
}

/** What became of handing an update over. */
export type HandedOver = {
  readonly update: string;
  /** These tickets have it in their keeping. */
  readonly handed: readonly string[];
  /** In a drill: told to nobody, and that counts. */
  readonly sunk: readonly string[];
  /** These cannot have it, and why. */
  readonly lost: readonly { readonly ticket: string; readonly reason: string }[];
};

/** Every ticket has it, or it is written down why not. When it reached none and has lapsed, the approval is over. */
export function handOver(
  incident: Incident,
  { update: id, handed, sunk, lost }: HandedOver,
  under: Recording,
): IncidentDecision {
  const update = incident.updates.find((known) => known.update === id);
  if (update?.state !== 'approved') return nothingFollows;
  const { at } = under.asked;
  const open = unhanded(update);
  const keeping = open.filter((ticket) => handed.includes(ticket));
  const left = open.filter(
    (ticket) =>
      !keeping.includes(ticket) && !sunk.includes(ticket) && !lost.some((each) => each.ticket === ticket),
  );
  const isUntouched = Object.values(update.deliveries).every(
    (each) => 'waiting' in each && each.handed === undefined && !each.again,
  );
  const reason = whyNotSent(incident, update, { since: undefined, now: at }) ?? 'The approval has lapsed';
  if (left.length === open.length && left.length > 0 && isUntouched) {
    return { events: [{ type: 'update_expired', update: id, reason, ...stampOf(under.asked) }] };
  }
  const events: readonly IncidentEvent[] =
    keeping.length === 0
      ? []
      : [{ type: 'update_handed', update: id, tickets: keeping, ...stampOf(under.asked) }];
  const receipts: readonly Receipt[] = [
    ...sunk.map((ticket) => ({ update: id, ticket, at, message: `drill:${incident.id}:${id}:${ticket}` })),
    ...lost.map((each) => ({ update: id, at, ...each })),
    ...left.map((ticket) => ({ update: id, ticket, at, reason })),
  ];
  const recorded = recordReceipts(applyIncident(incident, events), receipts, under);
  return 'refused' in recorded ? recorded : { events: [...events, ...recorded.events] };
}

function unhanded({ deliveries }: IncidentUpdate): readonly string[] {
  return Object.entries(deliveries).flatMap(([ticket, each]) => (isUnhanded(each) ? [ticket] : []));
}
