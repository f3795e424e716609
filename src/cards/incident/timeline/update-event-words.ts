import type { Line } from '../../card.ts';
import { moment } from '../../moment.ts';
import { counted, plain } from '../../text.ts';
import { updateKindWords, updateName } from '../incident-words.ts';
import type { EventWords } from './event-words.ts';
import { quoted, said } from './quoted.ts';

/** Why the next update is due when it is. */
const because = {
  first: 'the first one',
  cadence: 'by the cadence',
  change: 'at once, because something changed',
  final: 'the final one',
} as const;

/** What customers are told, and what of it was owed. */
export const updateEventWords: EventWords<
  | 'cadence_set'
  | 'cadence_ended'
  | 'update_drafted'
  | 'update_submitted'
  | 'update_approved'
  | 'update_rejected'
  | 'update_expired'
  | 'update_delivered'
  | 'update_failed'
  | 'update_retried'
  | 'update_handed'
  | 'customer_called'
  | 'reminded'
  | 'update_snoozed'
  | 'internal_update'
> = {
  cadence_set: ({ dueAt, because: why }, timezone): Line => [
    { text: 'set the next customer update to ' },
    moment(dueAt, timezone),
    { text: `, ${because[why]}` },
  ],
  cadence_ended: () => plain('saw that customers know the end: no further update is owed'),
  update_drafted: ({ update: { update, kind, fields, promises, corrects } }, timezone) => [
    { text: `drafted ${updateName(update)} (${updateKindWords[kind]}` },
    ...(corrects === undefined ? [] : [{ text: ` of ${updateName(corrects)}` }]),
    { text: fields.status.trim() === '' ? ')' : '): ' },
    // What is worded beforehand has no words of its own.
    ...(fields.status.trim() === '' ? [] : [quoted(fields.status)]),
    ...(promises === undefined ? [] : [{ text: ', promises the next one by ' }, moment(promises, timezone)]),
  ],
  update_submitted: ({ update }) => plain(`asked to approve ${updateName(update)}`),
  update_approved: ({ update, tickets, insteadOfCommander }) =>
    plain(
      `approved ${updateName(update)} for ${counted(tickets.length, 'ticket')}${
        insteadOfCommander ? ', in place of the commander, who did not answer' : ''
      }`,
    ),
  update_rejected: ({ update, reason }) => [{ text: `sent ${updateName(update)} back: ` }, quoted(reason)],
  update_expired: ({ update, reason }) =>
    plain(`let the approval of ${updateName(update)} lapse: ${said(reason)}`),
  update_delivered: ({ update, ticket }) => plain(`delivered ${updateName(update)} to ${ticket}`),
  update_failed: ({ update, ticket, reason }) =>
    plain(`could not deliver ${updateName(update)} to ${ticket}: ${said(reason)}`),
  update_retried: ({ update, tickets }) =>
    plain(`sent ${updateName(update)} again to ${counted(tickets.length, 'ticket')}`),
  update_handed: ({ update, tickets }) =>
    plain(`handed ${updateName(update)} over to ${counted(tickets.length, 'ticket')}`),
  customer_called: ({ update, ticket }) =>
    plain(`told the customer of ${ticket} another way (${updateName(update)})`),
  reminded: ({ rung, dueAt, missed }, timezone) => [
    { text: 'reminded of the customer update due ' },
    moment(dueAt, timezone, 'time'),
    { text: ` (${said(rung, 40)}${missed > 0 ? `, ${missed} missed` : ''})` },
  ],
  update_snoozed: ({ until, reason }, timezone) => [
    { text: 'put the reminder off until ' },
    moment(until, timezone, 'time'),
    { text: ': ' },
    quoted(reason),
  ],
  internal_update: ({ conditions, actions, needs }) => [
    { text: 'told the team where things stand: ' },
    quoted([conditions, actions, needs].filter((each) => each.trim() !== '').join(' · '), 600),
  ],
};
