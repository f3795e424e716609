import { lateAfterMs } from '../../../domain/incident/cadence/rungs.ts';
import type { Incident } from '../../../domain/incident/incident.ts';
import type { IncidentUpdate } from '../../../domain/incident/updates/incident-update.ts';
import { isUnderWay } from '../../../domain/incident/words.ts';
import { laterBy } from '../../../domain/time.ts';
import type { Block, Line } from '../../card.ts';
import { isSameLocalDay, moment } from '../../moment.ts';
import { actor } from '../../team/actor.ts';
import { bold, plain } from '../../text.ts';
import { updateKindWords, updateName } from '../incident-words.ts';
import { capital } from '../roles/role-items.ts';
import { deliveryCounts, deliveryWords } from '../updates/delivery-words.ts';
import type { RoomView } from './room-view.ts';

type Items = Extract<Block, { type: 'facts' }>['items'];

/** What customers are owed, what they were promised, and what became of the last update. */
export function customerItems(incident: Incident, view: RoomView): Items {
  const due = dueLine(incident, view);
  const last = lastUpdate(incident, view);
  return [...(due ? [{ label: 'Next customer update', value: due }] : []), ...(last ? [last] : [])];
}

function dueLine(incident: Incident, { now, timezone }: RoomView): Line | undefined {
  const { cadence, lifecycle, tickets, updates } = incident;
  if (!cadence) return undefined;
  const isFinalOwed =
    (lifecycle === 'resolved' || lifecycle === 'in_review') &&
    !updates.some(({ kind, state }) => kind === 'final' && state === 'delivered');
  if (!isUnderWay(lifecycle) && !isFinalOwed) return undefined;
  if (tickets.length === 0) return plain('nobody to tell: no ticket is attached');
  const when = moment(
    cadence.dueAt,
    timezone,
    isSameLocalDay(cadence.dueAt, now, timezone) ? 'time' : 'date_time',
  );
  const what = isFinalOwed ? 'the final one ' : '';
  const snoozed = cadence.snoozes.at(-1);
  const { promisedAt } = cadence;
  return [
    ...(laterBy(cadence.dueAt, lateAfterMs) <= now
      ? [bold(`🔴 ${what}overdue since `)]
      : [{ text: cadence.dueAt <= now ? `⏰ ${what}due now, since ` : `⏱ ${what}by ` }]),
    when,
    ...(promisedAt !== undefined && promisedAt >= now
      ? [{ text: ' · promised to customers by ' }, moment(promisedAt, timezone, 'time')]
      : []),
    ...(snoozed && snoozed.until > now
      ? [
          { text: ' · reminder off until ' },
          moment(snoozed.until, timezone, 'time'),
          { text: ' by ' },
          actor(snoozed.by),
        ]
      : []),
  ];
}

function lastUpdate(incident: Incident, view: RoomView): Items[number] | undefined {
  const update = incident.updates.findLast(({ state }) => state !== 'superseded');
  if (!update) {
    return isUnderWay(incident.lifecycle) && incident.tickets.length > 0
      ? { label: 'Last update', value: plain('customers have heard nothing yet') }
      : undefined;
  }
  const label = `${capital(updateName(update.update))}${
    update.kind === 'update' ? '' : ` (${updateKindWords[update.kind]})`
  }`;
  return { label, value: stateLine(update, view) };
}

function stateLine(update: IncidentUpdate, { timezone }: RoomView): Line {
  const drafted: Line = [
    { text: 'by ' },
    actor(update.draftedBy),
    { text: ', ' },
    moment(update.draftedAt, timezone, 'time'),
  ];
  switch (update.state) {
    case 'draft':
    case 'pending':
      return [bold('waits for approval'), { text: ', drafted ' }, ...drafted];
    case 'rejected':
      return [{ text: 'sent back, drafted ' }, ...drafted];
    case 'expired':
      return [{ text: 'approval lapsed because the facts changed, drafted ' }, ...drafted];
    case 'superseded':
      return plain('replaced');
    default: {
      const { approved } = update;
      const by: Line = approved
        ? [
            { text: ', approved by ' },
            actor(approved.by),
            { text: ' ' },
            moment(approved.at, timezone, 'time'),
          ]
        : [];
      const isOnItsWay = deliveryCounts(update).waiting > 0;
      return [{ text: `${isOnItsWay ? 'on its way, ' : ''}${deliveryWords(update)}` }, ...by];
    }
  }
}
