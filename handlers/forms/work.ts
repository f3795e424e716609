import { addMilliseconds } from 'date-fns/addMilliseconds';
import { refusalWords } from '../../src/cards/wording.ts';
import { type Asked, type Decision, isRefused } from '../../src/domain/ticket/decision.ts';
import { solveTicket } from '../../src/domain/ticket/ending.ts';
import { linkTicket, mergeInto } from '../../src/domain/ticket/relation.ts';
import { requesterMessages, type Ticket } from '../../src/domain/ticket/ticket.ts';
import { ticketIdIn } from '../../src/domain/ticket/ticket-number.ts';
import { addNote, escalateTicket, holdTicket, snoozeTicket } from '../../src/domain/ticket/work.ts';
import { day, hour, instant } from '../../src/domain/time.ts';
import { askedIn, changeAsAsked, loadTicket } from '../../src/workflows/change-ticket.ts';
import { mergeTickets } from '../../src/workflows/merge-tickets.ts';
import { splitOff } from '../../src/workflows/split-ticket.ts';
import { reportOutcome } from '../answer.ts';
import { effectOfMerge } from '../merge-effect.ts';
import type { FormHandler, Submitted } from '../table.ts';
import { handleOf, readContext } from './context.ts';
import { hasSeen } from './seen.ts';

/** A form that is one decision about its ticket. */
function deciding(
  decide: (ticket: Ticket, event: Submitted, asked: Asked) => Decision,
): Pick<FormHandler, 'submit'> {
  return {
    async submit(desk, event) {
      const asked = askedIn(desk, event);
      const changed = await changeAsAsked(desk, readContext(event).ticket, asked, (ticket) =>
        decide(ticket, event, asked),
      );
      await reportOutcome(desk, handleOf(event), changed);
    },
  };
}

function needed(field: string, problem: string): Pick<FormHandler, 'check'> {
  return {
    async check(_desk, event) {
      return event.values[field]?.trim() ? undefined : { [field]: problem };
    },
  };
}

export const note: FormHandler = {
  ...needed('text', 'Write the note.'),
  ...deciding((ticket, event, asked) => addNote(ticket, { internalText: event.values.text ?? '' }, asked)),
};

export const solve: FormHandler = {
  async check(desk, event) {
    const ticket = await loadTicket(desk, readContext(event).ticket);
    // It became part of an incident while the form was open.
    return ticket?.incident ? { resolution: refusalWords.in_incident } : undefined;
  },
  ...deciding((ticket, event, asked) => solveTicket(ticket, event.values.resolution, asked)),
};

export const escalate: FormHandler = {
  ...needed('reason', 'Say what you need, and from whom.'),
  ...deciding((ticket, event, asked) => escalateTicket(ticket, event.values.reason ?? '', asked)),
};

export const hold: FormHandler = {
  async check(desk, event) {
    if (!event.values.reason?.trim()) return { reason: 'Say what we are waiting for.' };
    const until = untilOf(event);
    if (event.values.until && (!until || until <= desk.clock.now())) return { until: 'Choose a later time.' };
    return undefined;
  },
  ...deciding((ticket, event, asked) => {
    const until = untilOf(event);
    return holdTicket(ticket, { reason: event.values.reason ?? '', ...(until ? { until } : {}) }, asked);
  }),
};

function untilOf(event: Submitted): string | undefined {
  const value = event.values.until;
  const time = value ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? undefined : instant(time);
}

const spans: Readonly<Record<string, number>> = {
  '1h': hour,
  '4h': 4 * hour,
  '1d': day,
  '3d': 3 * day,
  '1w': 7 * day,
};

export const snooze: FormHandler = deciding((ticket, event, asked) =>
  snoozeTicket(ticket, instant(addMilliseconds(asked.at, spans[event.values.for ?? ''] ?? hour)), asked),
);

export const merge: FormHandler = {
  async check(desk, event) {
    const other = otherTicket(event);
    const { ticket } = readContext(event);
    if (other === ticket) return { other: 'That is the same ticket.' };
    const known = other === '' ? undefined : await loadTicket(desk, other);
    if (!known) return { other: 'There is no ticket with that number. Write it like T-12.' };
    const current = event.values.how === 'link' ? undefined : await loadTicket(desk, ticket);
    if (!current) return undefined;
    const asked = askedIn(desk, event);
    const decision = mergeInto(current, known, asked);
    if (isRefused(decision)) return { other: refusalWords[decision.refused] };
    const effect = await effectOfMerge(desk, current, known, asked);
    const key = `merge ${event.by} ${event.handle.view ?? ticket} ${other}`;
    return effect === undefined || hasSeen(desk, key, 1)
      ? undefined
      : { other: `${effect} Continue again to merge.` };
  },
  async submit(desk, event) {
    const { ticket } = readContext(event);
    const asked = askedIn(desk, event);
    const other = otherTicket(event);
    const changed =
      event.values.how === 'link'
        ? await changeAsAsked(desk, ticket, asked, (current) =>
            linkTicket(current, { ticket: other, kind: 'related' }, asked),
          )
        : await mergeTickets(desk, ticket, other, asked);
    await reportOutcome(desk, handleOf(event), changed);
  },
};

function otherTicket(event: Submitted): string {
  return ticketIdIn(event.values.other ?? '') ?? '';
}

export const split: FormHandler = {
  ...needed('from', 'Choose the first message of the new ticket.'),
  async submit(desk, event) {
    const { ticket } = readContext(event);
    const asked = askedIn(desk, event);
    const changed = await splitOff(
      desk,
      ticket,
      (current) => {
        const messages = requesterMessages(current).map((message) => message.id);
        return messages.slice(messages.indexOf(event.values.from ?? ''));
      },
      asked,
    );
    await reportOutcome(desk, handleOf(event), changed);
  },
};
