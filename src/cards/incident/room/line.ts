import { applyIncident } from '../../../domain/incident/apply.ts';
import type { IncidentEvent, IncidentEventOf } from '../../../domain/incident/event.ts';
import { holderOf, type Incident } from '../../../domain/incident/incident.ts';
import type { LogEntry } from '../../../domain/incident/log/log.ts';
import { isArrival } from '../../../domain/incident/room/line-worthy.ts';
import { millisecondsBetween } from '../../../domain/time.ts';
import type { TeamCard } from '../../../ports.ts';
import type { Block, Line } from '../../card.ts';
import { moment } from '../../moment.ts';
import { actor } from '../../team/actor.ts';
import { bold, counted, plain } from '../../text.ts';
import { roleWords, roomStepWords } from '../incident-words.ts';
import { ticketNamed } from '../tickets/ticket-named.ts';
import { eventWords } from '../timeline/event-words.ts';
import { briefly, said } from '../timeline/quoted.ts';
import { deliveryLines } from '../updates/delivery-lines.ts';
import { drillLine } from './drill-line.ts';
import { resolvedBlocks } from './resolved-line.ts';
import type { RoomView } from './room-view.ts';
import { welcomeBlocks } from './welcome.ts';

/** A line, and the incident as it stood right after what the line tells. */
type Told = RoomView & { readonly number: number; readonly then: Incident; readonly was: Incident };

/** One line in the room for one entry of the log; the same whenever it is drawn. Undefined when there is no such entry. */
export function lineCard(incident: Incident, number: number, view: RoomView): TeamCard | undefined {
  const entry = view.log[number];
  if (!entry || number === 0) return undefined;
  const events = view.log.slice(0, number).map(({ event }) => event);
  const was = applyIncident(undefined, events);
  const then = applyIncident(was, [entry.event]);
  const blocks = blocksOf(entry, { ...view, number, was, then });
  const mark: readonly Block[] =
    incident.mode === 'drill'
      ? [{ type: 'context', line: plain('🔴 DRILL. Nothing here reaches a customer.') }]
      : [];
  return { audience: 'team', summary: summaryOf(incident, entry.event), blocks: [...mark, ...blocks] };
}

/** Read in notifications, so it holds nothing but what kind of thing happened. */
function summaryOf({ id, mode }: Incident, { type }: IncidentEvent): string {
  const isRoom = type.startsWith('room_');
  return `${mode === 'drill' ? 'DRILL ' : ''}${id}: ${isRoom ? 'war room' : type.replaceAll('_', ' ')}`;
}

function blocksOf({ event, recordedAt }: LogEntry, told: Told): readonly Block[] {
  if (isArrival({ before: told.was, after: told.then })) return arrival(told);
  switch (event.type) {
    case 'resolved':
      return resolvedBlocks(event, told.then, told);
    default: {
      const lines = linesOf(event, told);
      const [first = [], ...rest] = lines;
      const later = millisecondsBetween(event.at, recordedAt) > 60_000 ? ', written down later' : '';
      const time: Line = [{ text: ' · ' }, moment(event.at, told.timezone, 'time'), { text: later }];
      return [{ type: 'text', lines: [[...first, ...time], ...rest] }];
    }
  }
}

/** The room is there for the first time, or somewhere else, or again. */
function arrival(told: Told): readonly Block[] {
  const { was, then, log, number, timezone } = told;
  if (was.room.readyAt === undefined) return welcomeBlocks(then, { ...told, log: log.slice(0, number) });
  const lost = log.slice(0, number).findLast(({ event }) => event.type === 'room_lost');
  const since: Line =
    lost === undefined
      ? []
      : [{ text: ' It was away since ' }, moment(lost.event.at, timezone, 'time'), { text: '.' }];
  const where =
    then.room.state === 'degraded'
      ? 'This thread is the room from now on.'
      : was.room.channel === then.room.channel
        ? 'The room is back.'
        : 'The room is here from now on.';
  return [
    {
      type: 'text',
      lines: [
        [bold(`📍 ${where}`), ...since],
        plain('The card and the timeline hold everything that happened meanwhile.'),
      ],
    },
  ];
}

function linesOf(event: IncidentEvent, told: Told): readonly Line[] {
  const { then, was } = told;
  switch (event.type) {
    case 'role_accepted':
      return [accepted(event, was)];
    case 'role_exhausted':
      return [
        [
          bold(`🚨 Nobody is ${roleWords[event.role]}: `),
          { text: 'everybody was asked. Take the role on the card.' },
        ],
      ];
    case 'role_acting':
      return [
        [
          { text: '👤 ' },
          { person: event.person },
          bold(` acts as ${roleWords[event.role]}`),
          { text: ' until somebody accepts.' },
        ],
      ];
    case 'role_offered':
      return [
        [
          ...sentence('👤', event, told),
          { text: '. ' },
          { person: holderOf(then, event.role) ?? event.by },
          { text: ' keeps it until then' },
        ],
      ];
    case 'ticket_attached':
      return [attached(event, told)];
    case 'update_delivered':
    case 'update_failed':
      return deliveryLines(event.update, then, told);
    case 'room_step_refused':
      return [
        plain(
          `⚠️ Could not ${roomStepWords[event.step]}: ${said(event.reason, 200).replace(/\.$/, '')}${instead[event.step] ?? ''}`,
        ),
      ];
    case 'merged':
      return [
        [...sentence('➡️', event, told), { text: '. Its customers hear from there; write there from now on' }],
      ];
    case 'drill_step_begun':
    case 'drill_step_ended':
      return [drillLine(event, then, told.timezone)];
    case 'noted':
      return [
        [
          bold(`📨 ${said(event.text, 300).replace(/\.$/, '')}`),
          { text: '. It can be reopened on the card' },
        ],
      ];
    case 'task_added':
      return [
        // Whoever is to do it is called, unless they gave it to themselves.
        sentence('☑️', event, told).map((span) =>
          'person' in span && span.person === event.owner && span.person !== event.by
            ? { ...span, notify: true as const }
            : span,
        ),
      ];
    default:
      return [sentence(emojiOf[event.type] ?? '•', event, told)];
  }
}

/** `👤 Ana is commander`: the words of the timeline behind a name. */
function sentence(emoji: string, event: IncidentEvent, { timezone }: Told): Line {
  return [
    { text: `${emoji} ` },
    event.by === 'desk' ? { text: 'The desk' } : actor(event.by),
    { text: ' ' },
    ...briefly(eventWords(event, timezone), 500),
  ];
}

const emojiOf: { readonly [K in IncidentEvent['type']]?: string } = {
  role_declined: '👤',
  role_left: '👤',
  specialist_named: '👤',
  status_changed: '🔄',
  severity_changed: '🔄',
  impact_stated: '💥',
  ticket_detached: '🎫',
  absorbed: '🎫',
  people_missing: '⚠️',
  room_renamed: '📍',
  task_done: '✅',
  reopened: '🔴',
  cancelled: '⏹',
};

/** What stands in for a step that was refused. */
const instead: { readonly [step: string]: string } = {
  canvas: '. The log stands in a message here instead, changed in place.',
  pin: '. The card is the first message here.',
};

function accepted({ role, person, instead: after }: IncidentEventOf<'role_accepted'>, was: Incident): Line {
  const before = after ?? holderOf(was, role);
  return [
    { text: '👤 ' },
    { person },
    bold(` is ${roleWords[role]}`),
    ...(before === undefined || before === person ? [] : [{ text: ', after ' }, { person: before }]),
  ];
}

/** Together with those that were attached right after it: they get no lines of their own. */
function attached(event: IncidentEventOf<'ticket_attached'>, { log, number, then }: Told): Line {
  const others = log
    .slice(number + 1)
    .flatMap(({ event: other }) =>
      other.type === 'ticket_attached' && millisecondsBetween(event.at, other.at) < 60_000
        ? [other.ticket]
        : [],
    );
  const all = [event.ticket, ...others];
  const shown = all
    .slice(0, 5)
    .flatMap((ticket, index): Line => [...(index === 0 ? [] : [{ text: ', ' }]), ...ticketNamed(ticket)]);
  return [
    { text: '🎫 ' },
    event.by === 'desk' ? { text: 'The desk' } : actor(event.by),
    { text: ' attached ' },
    ...shown,
    ...(all.length > 5 ? [{ text: ` and ${all.length - 5} more` }] : []),
    { text: `; ${counted(then.tickets.length + others.length, 'ticket')} in all` },
  ];
}
