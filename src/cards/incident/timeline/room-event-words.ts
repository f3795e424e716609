import type { DrillFault } from '../../../domain/incident/drill/drill.ts';
import { millisecondsBetween } from '../../../domain/time.ts';
import type { Line } from '../../card.ts';
import { lasting } from '../../lasting.ts';
import { moment } from '../../moment.ts';
import { counted, plain } from '../../text.ts';
import { roomStepWords } from '../incident-words.ts';
import { messageWords, nudgeWords } from './desk-words.ts';
import type { EventWords } from './event-words.ts';
import { peopleNamed, quoted, said } from './quoted.ts';

/** The room, what was said in it, and what the desk did by itself. */
export const roomEventWords: EventWords<
  | 'room_step_done'
  | 'room_step_refused'
  | 'room_degraded'
  | 'room_blocked'
  | 'room_lost'
  | 'room_wanted'
  | 'room_back'
  | 'room_renamed'
  | 'room_archived'
  | 'room_asked_again'
  | 'asked_in'
  | 'people_invited'
  | 'people_missing'
  | 'noted'
  | 'message_kept'
  | 'kept_message_edited'
  | 'kept_message_deleted'
  | 'joined'
  | 'left'
  | 'task_added'
  | 'task_given'
  | 'task_done'
  | 'desk_was_away'
  | 'message_stands'
  | 'message_gone'
  | 'tickets_marked'
  | 'timeline_filed'
  | 'nudged'
  | 'drill_step_begun'
  | 'drill_step_ended'
> = {
  room_step_done: ({ step, name, channel }) =>
    step === 'create'
      ? [{ text: 'made the room ' }, ...roomNamed(name, channel)]
      : plain(`finished a step of the room: ${roomStepWords[step]}`),
  room_step_refused: ({ step, reason }) => plain(`could not ${roomStepWords[step]}: ${said(reason)}`),
  room_degraded: ({ reason }) =>
    plain(`made a thread the room, because there can be no channel: ${said(reason)}`),
  room_blocked: ({ reason }) => plain(`could make no private room: ${said(reason)}`),
  room_lost: ({ reason }) => plain(`lost the room: ${said(reason)}`),
  room_wanted: ({ as, name }) =>
    plain(as === 'thread' ? 'asked to go on in a thread' : `asked for a new room, #${said(name, 80)}`),
  room_back: () => plain('brought the room back'),
  room_renamed: ({ name }) => plain(`renamed the room to #${said(name, 80)}`),
  room_archived: () => plain('archived the room'),
  room_asked_again: () => plain('asked to repair the room'),
  asked_in: () => [{ text: 'asked to come into the room' }],
  people_invited: ({ people }) => [{ text: 'let in ' }, ...peopleNamed(people)],
  people_missing: ({ people }) => [
    { text: 'could not let in ' },
    ...people
      .slice(0, 8)
      .flatMap(
        ({ person, reason }, index): Line => [
          ...(index === 0 ? [] : [{ text: '; ' }]),
          { person },
          { text: ` (${said(reason, 120)})` },
        ],
      ),
    ...(people.length > 8 ? [{ text: ` and ${people.length - 8} more` }] : []),
  ],
  noted: ({ text }) => [{ text: 'noted: ' }, quoted(text)],
  message_kept: ({ author, text, how }) => [
    { text: how === 'pinned' ? 'pinned what ' : 'kept what ' },
    { person: author },
    { text: ' wrote: ' },
    quoted(text),
  ],
  kept_message_edited: ({ text }) => [{ text: 'changed a kept message to: ' }, quoted(text)],
  kept_message_deleted: () => plain('deleted a kept message in chat; the log keeps its words'),
  joined: ({ person, by }) =>
    by === person ? plain('joined the room') : [{ text: 'saw ' }, { person }, { text: ' join the room' }],
  left: ({ person, by }) =>
    by === person ? plain('left the room') : [{ text: 'saw ' }, { person }, { text: ' leave the room' }],
  task_added: ({ task, text, owner }) => [
    { text: `added task ${task.replace(/^\D+/, '')}: ` },
    quoted(text),
    ...(owner === undefined ? [] : [{ text: ', for ' }, { person: owner }]),
  ],
  task_given: ({ task, owner }) => [{ text: `gave task ${task.replace(/^\D+/, '')} to ` }, { person: owner }],
  task_done: ({ task }) => plain(`finished task ${task.replace(/^\D+/, '')}`),
  desk_was_away: ({ from, to }, timezone) => [
    { text: 'was not running from ' },
    moment(from, timezone, 'time'),
    { text: ' to ' },
    moment(to, timezone, 'time'),
    { text: ` (${lasting(millisecondsBetween(from, to))})` },
  ],
  message_stands: ({ key }) => plain(`posted its message: ${messageWords(key)}`),
  message_gone: ({ key }) => plain(`found its message gone: ${messageWords(key)}`),
  timeline_filed: ({ entries }) =>
    plain(`put the whole timeline into the room as a file (${counted(entries, 'entry', 'entries')})`),
  tickets_marked: ({ tickets }) => plain(`marked ${counted(tickets.length, 'ticket')} as part of it`),
  nudged: ({ about, to }) => [
    { text: 'reminded ' },
    ...peopleNamed(to),
    { text: ` of ${nudgeWords(about)}` },
  ],
  // What a step does is told when it is over: whoever reads the timeline meanwhile is part of the drill.
  drill_step_begun: ({ step }) => plain(`began step ${step + 1} of the drill`),
  drill_step_ended: ({ step, fault }) => plain(`ended step ${step + 1} of the drill: ${faultWords[fault]}`),
};

const faultWords: Readonly<Record<DrillFault, string>> = {
  liaison_silent: 'the first liaison heard nothing',
  chat_fails: 'chat failed',
  customer_asks: 'a customer asked',
  desk_away: 'the desk was away',
};

function roomNamed(name: string | undefined, channel: string | undefined): Line {
  if (name !== undefined) return plain(`#${name}`);
  return channel === undefined ? plain('anew') : [{ channel }];
}
