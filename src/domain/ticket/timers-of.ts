import type { DeskSettings } from '../desk-settings.ts';
import { isChatter } from '../intake.ts';
import { nextTellingAt } from '../notice/tellings.ts';
import { isAnswered } from '../sla/answered.ts';
import { type Instant, laterBy, second } from '../time.ts';
import type { TicketEvent } from './event.ts';
import { mayHaveWarRoom } from './incident.ts';
import { quietTimers } from './quiet-timers.ts';
import { isLive, requesterMessages, type Ticket, type TicketMessage } from './ticket.ts';
import type { TicketTimer, TimerStep } from './timer-step.ts';

/** Time for a burst of messages to end before the ticket is judged again. */
const settleMs = 2 * second;

/** What will be due because of some events. */
export function timersOf(
  before: Ticket | undefined,
  after: Ticket,
  events: readonly TicketEvent[],
  settings: DeskSettings,
): readonly TimerStep[] {
  return [
    ...events.flatMap((event) => timersAfter(event, after, settings)),
    ...quietTimers(before, after, events, settings),
    ...untilTimers(before, after),
    ...warRoomTimer(after, events),
    ...clockTimer(before, after, settings),
  ];
}

type TimerList = TimerStep[];

function timersAfter(event: TicketEvent, after: Ticket, settings: DeskSettings): TimerList {
  switch (event.type) {
    case 'opened':
      return [
        { set: 'work', kind: 'work', dueAt: event.at },
        { set: 'show', kind: 'show', dueAt: laterBy(event.at, settings.automation.showAfterMs) },
      ];
    case 'message_joined':
      return after.merged
        ? [finish('finish_merge', after.merged.into, event.at)]
        : judgeAgain([event.message], event.at, after);
    case 'absorbed':
      return judgeAgain(event.messages, event.at, after);
    case 'message_edited':
      return isAnswered(after) || isOurs(after, event.message)
        ? []
        : [{ set: 'work', kind: 'work', dueAt: laterBy(event.at, settleMs) }];
    case 'message_deleted':
      return isLive(after) &&
        !isAnswered(after) &&
        !isOurs(after, event.message) &&
        requesterMessages(after).length > 0
        ? [{ set: 'work', kind: 'work', dueAt: laterBy(event.at, settleMs) }]
        : [];
    case 'backfilled':
    case 'draft_requested':
      return [{ set: 'work', kind: 'work', dueAt: event.at }];
    case 'drafted':
      return [{ cancel: 'show' }];
    case 'merged':
      return [
        finish('finish_merge', event.into, event.at),
        { cancel: 'work' },
        { cancel: 'show' },
        ...mergedAway(event, after),
      ];
    case 'unmerged':
      return [
        finish('finish_unmerge', event.from, event.at),
        { set: 'work', kind: 'work', dueAt: event.at },
        ...(after.hold?.until
          ? [{ set: 'hold_ends', kind: 'hold_ends' as const, dueAt: after.hold.until }]
          : []),
        ...(after.snooze ? [{ set: 'wake', kind: 'wake' as const, dueAt: after.snooze.until }] : []),
      ];
    case 'split':
      return [finish('finish_split', event.into, event.at), { set: 'work', kind: 'work', dueAt: event.at }];
    case 'update_snoozed':
      return [{ set: 'remind_update', kind: 'remind_update', dueAt: event.until }];
    case 'incident_declared':
      return [{ set: 'declare', kind: 'declare', dueAt: event.at }];
    case 'disputed':
      return isBack(event, after);
    case 'reply_delivered':
    case 'not_delivered':
      return tellIncident(event, after);
    case 'linked':
      return [finish('finish_link', event.ticket, event.at)];
    default:
      return [];
  }
}

/** What became of an incident's update here is news for the incident. */
function tellIncident(
  event: Extract<TicketEvent, { type: 'reply_delivered' | 'not_delivered' }>,
  after: Ticket,
): TimerList {
  const id = event.type === 'reply_delivered' ? event.reply : event.key.split(':')[1];
  const of = after.replies.find(({ reply }) => reply === id)?.incident;
  if (!of) return [];
  const dueAt = laterBy(event.at, gatherMs - (Date.parse(event.at) % gatherMs));
  return [{ set: `tell_incident:${of.incident}`, kind: 'tell_incident', dueAt }];
}

/** Tickets with news at about the same time tell it at one moment: the first of them writes down what all have. */
const gatherMs = 2 * second;

/** It may have become critical. */
function warRoomTimer(after: Ticket, events: readonly TicketEvent[]): TimerList {
  const isSorted = events.some(({ type }) => type === 'triaged' || type === 'corrected');
  if (!isSorted || after.warRoomOffered || !mayHaveWarRoom(after)) return [];
  return [{ set: 'consider_war_room', kind: 'consider_war_room', dueAt: after.changedAt }];
}

/** Asked by an incident's last word whether it works, the requester says no. */
function isBack({ at }: TicketEvent, after: Ticket): TimerList {
  const of = after.replies.findLast(({ next }) => next === 'ask')?.incident;
  return of ? [{ set: `incident_back:${of.incident}`, kind: 'incident_back', dueAt: at }] : [];
}

/** The ticket it went into hears for both; the incident counts it no more. */
function mergedAway({ at }: TicketEvent, { incident }: Ticket): TimerList {
  if (!incident) return [];
  return [{ set: `incident_merged:${incident.incident}`, kind: 'incident_merged', dueAt: at }];
}

/** The second step of something that spans two tickets. The other ticket's id is part of the key. */
function finish(kind: TicketTimer, other: string, dueAt: Instant): TimerList[number] {
  return { set: `${kind}:${other}`, kind, dueAt };
}

function judgeAgain(messages: readonly TicketMessage[], at: Instant, after: Ticket): TimerList {
  const asks = messages.some(
    (message) => message.from === 'requester' && !isChatter(message.text, message.files.length),
  );
  return asks && after.status !== 'closed'
    ? [{ set: 'work', kind: 'work', dueAt: laterBy(at, settleMs) }]
    : [];
}

/** Words of ours that are put right or taken back change nothing about what was asked. */
function isOurs(ticket: Ticket, id: string): boolean {
  return ticket.messages.some((message) => message.id === id && message.from === 'desk');
}

/** One timer for all clocks of the ticket: the next moment at which somebody is to be told of one. */
function clockTimer(before: Ticket | undefined, after: Ticket, { policies }: DeskSettings): TimerList {
  const at = after.changedAt;
  const was = before && nextTellingAt(before, policies, at);
  const dueAt = nextTellingAt(after, policies, at);
  // Who is told now may hear it at once where the one before was left in peace.
  const isForOthers =
    before?.assignee?.person !== after.assignee?.person ||
    before?.triage?.severity !== after.triage?.severity;
  if (dueAt === was && (dueAt === undefined || !isForOthers)) return [];
  return dueAt === undefined ? [{ cancel: 'clock' }] : [{ set: 'clock', kind: 'clock', dueAt }];
}

function untilTimers(before: Ticket | undefined, after: Ticket): TimerList {
  const timers: TimerList = [];
  if (after.snooze?.until !== before?.snooze?.until) {
    timers.push(after.snooze ? { set: 'wake', kind: 'wake', dueAt: after.snooze.until } : { cancel: 'wake' });
  }
  if (after.hold?.until !== before?.hold?.until) {
    const until = after.hold?.until;
    timers.push(until ? { set: 'hold_ends', kind: 'hold_ends', dueAt: until } : { cancel: 'hold_ends' });
  }
  if (after.planned?.dueAt !== before?.planned?.dueAt) {
    const dueAt = after.planned?.dueAt;
    timers.push(dueAt ? { set: 'send_alone', kind: 'send_alone', dueAt } : { cancel: 'send_alone' });
  }
  return timers;
}
