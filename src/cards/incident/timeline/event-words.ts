import type { IncidentEvent, IncidentEventOf, IncidentEventType } from '../../../domain/incident/event.ts';
import type { Line } from '../../card.ts';
import { moment } from '../../moment.ts';
import { bold, counted, plain } from '../../text.ts';
import { customerStatusWords } from '../incident-words.ts';
import { ticketNamed } from '../tickets/ticket-named.ts';
import { leadEventWords } from './lead-event-words.ts';
import { quoted } from './quoted.ts';
import { reviewEventWords } from './review-event-words.ts';
import { roomEventWords } from './room-event-words.ts';
import { updateEventWords } from './update-event-words.ts';

/** For each kind of event what somebody did, read behind their name: `Ana` + `raised it from P2 to P1`. */
export type EventWords<T extends IncidentEventType> = {
  readonly [K in T]: (event: IncidentEventOf<K>, timezone: string) => Line;
};

/** What happened, in words that stand behind the name of whoever did it. */
export function eventWords(event: IncidentEvent, timezone: string): Line {
  // The table pairs each event type with its own words, which the compiler cannot follow through the look-up.
  const words = wordsOf[event.type] as (event: IncidentEvent, timezone: string) => Line;
  return words(event, timezone);
}

/** How it came to be declared, behind `declared`. */
export const declaredFromWords = {
  button: 'from a ticket',
  command: 'by command',
  triage: 'because a ticket was sorted as critical',
  pattern: 'because several tickets tell the same',
  drill: 'as a drill',
} as const;

const wordsOf: EventWords<IncidentEventType> = {
  ...leadEventWords,
  ...roomEventWords,
  ...updateEventWords,
  ...reviewEventWords,

  declared: ({ severity, title, from, tickets, mode }) => [
    { text: `declared ${mode === 'drill' ? 'the drill' : 'the incident'} ` },
    quoted(title),
    { text: ` as ${severity}, ${declaredFromWords[from]}` },
    ...(tickets.length > 0 ? [{ text: `, with ${counted(tickets.length, 'ticket')}` }] : []),
  ],
  ticket_attached: ({ ticket }) => [{ text: 'attached ' }, ...ticketNamed(ticket)],
  ticket_detached: ({ ticket }) => plain(`took ${ticket} out of it`),
  impact_stated: ({ what, since, notAffected }, timezone) => [
    { text: 'stated the impact: ' },
    quoted(what),
    ...(since === undefined ? [] : [{ text: ', since ' }, moment(since, timezone)]),
    ...(notAffected === undefined ? [] : [{ text: ', not affected: ' }, quoted(notAffected)]),
  ],
  status_changed: ({ to, text }) => [
    { text: 'set what customers are told to ' },
    bold(customerStatusWords[to]),
    { text: ': ' },
    quoted(text),
  ],
  severity_changed: ({ was, to, reason }) => [
    { text: `${to < was ? 'raised' : 'lowered'} it from ${was} to ` },
    bold(to),
    { text: ': ' },
    quoted(reason),
  ],
  resolved: ({ text, dataLoss, reviewOwner }) => [
    { text: 'resolved it: ' },
    quoted(text),
    { text: `; data lost: ${dataLoss}; review by ` },
    { person: reviewOwner },
  ],
  reopened: ({ reason }) => [{ text: 'reopened it: ' }, quoted(reason)],
  cancelled: ({ reason }) => [{ text: 'called it off: ' }, quoted(reason)],
  merged: ({ into }) => [{ text: 'merged it into ' }, bold(into)],
  merge_finished: () => plain('has nothing left of its own: everything went over'),
  absorbed: ({ incident, tickets }) => [
    { text: 'took in ' },
    bold(incident),
    { text: `, with ${counted(tickets.length, 'ticket')}` },
  ],
  closed: () => plain('closed it'),
};
