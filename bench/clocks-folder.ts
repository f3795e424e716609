import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { alwaysOpen, type Calendar } from '../src/domain/calendar/calendar.ts';
import { type Edition, Edition as EditionSchema, type TargetTerms } from '../src/domain/sla/policy.ts';
import { policyBook } from '../src/domain/sla/policy-book.ts';
import { applyEvents } from '../src/domain/ticket/apply.ts';
import type { TicketEvent } from '../src/domain/ticket/event.ts';
import type { Ticket } from '../src/domain/ticket/ticket.ts';
import { day, hour, type Instant, instant, laterBy, minute } from '../src/domain/time.ts';
import type { Severity } from '../src/domain/words.ts';
import { summaryOf } from '../src/workflows/change-ticket.ts';

const office: Calendar = {
  name: 'office',
  timezone: 'Europe/Berlin',
  hours: 'week',
  week: Object.fromEntries(
    (['mon', 'tue', 'wed', 'thu', 'fri'] as const).map((weekday) => [
      weekday,
      [
        { from: 9 * 60, to: 12 * 60 + 30 },
        { from: 13 * 60 + 30, to: 18 * 60 },
      ],
    ]),
  ),
  holidays: ['2026-10-03', '2026-11-18', '2026-12-25'].map((date) => ({ day: date })),
};

const promise = (withinMs: number, calendar: string): TargetTerms => ({
  withinMs,
  calendar,
  pauses: ['pending'],
  warn: [50, 75, 90],
});

/** A critical policy around the clock, and office hours for the rest. */
export const benchEdition: Edition = EditionSchema.parse({
  edition: 1,
  since: '2026-01-01T00:00:00.000Z',
  rules: [
    {
      name: 'critical',
      when: { severity: ['P1'] },
      targets: {
        first_response: promise(4 * hour, 'always'),
        next_response: promise(4 * hour, 'always'),
        first_resolution: promise(day, 'always'),
        total_resolution: promise(2 * day, 'always'),
      },
      floorMs: 15 * minute,
      automaticAnswers: false,
    },
    {
      name: 'everyone',
      when: {},
      targets: {
        first_response: promise(8 * hour, 'office'),
        next_response: promise(8 * hour, 'office'),
        first_resolution: promise(40 * hour, 'office'),
        total_resolution: promise(40 * hour, 'office'),
      },
      floorMs: 15 * minute,
      automaticAnswers: false,
    },
  ],
  cadence: { calendar: 'office', bySeverity: { P1: day, P2: day, P3: 2 * day, P4: 7 * day }, byPlan: {} },
  calendars: [office, alwaysOpen],
});
export const benchBook = policyBook([benchEdition]);

export const benchChannels = { intake: 'memory:C1', triage: 'memory:C2' };
const agents = 50;

export type TicketPlan = {
  readonly number: number;
  readonly severity: Severity;
  readonly openedAt: Instant;
  /** How far it has come: nobody answered yet, answered, answered and asked again, or waiting for the requester. */
  readonly stage: 'fresh' | 'answered' | 'asked_again' | 'pending';
};

/** A ticket with live clocks, by its events. */
export function aClockedTicket({ number, severity, openedAt, stage }: TicketPlan): {
  readonly ticket: Ticket;
  readonly events: readonly TicketEvent[];
} {
  const requester = `memory:U${number % 500}`;
  const ana = `memory:UAGENT${number % agents}`;
  const thread = `${benchChannels.intake}:${number}`;
  const message = (id: string, at: Instant, text: string) => ({
    id,
    thread,
    author: requester,
    text,
    files: [],
    at,
    from: 'requester' as const,
    edits: [],
  });
  const at = (minutes: number) => laterBy(openedAt, minutes * minute);
  const words = `The checkout of shop ${number} fails with error 502 since this morning, for every order above 100.`;
  const desk = 'desk' as const;
  const opening: TicketEvent[] = [
    {
      type: 'opened',
      at: at(0),
      by: requester,
      id: `T-${number}`,
      door: 'channel',
      requester,
      subject: `Checkout of shop ${number} fails with error 502`,
      conversation: { channel: benchChannels.intake, kind: 'channel', thread },
      messages: [message(thread, at(0), words)],
    },
    {
      type: 'triaged',
      at: at(0),
      by: desk,
      triage: {
        category: 'technical',
        severity,
        severityReasons: ['orders fail'],
        queue: 'technical',
        tier: 2,
        sentiment: 'negative',
        frustration: 0.4,
        productArea: 'checkout',
        language: 'en',
        duplicates: [],
        stakeholders: [],
        confidence: 0.8,
        reasons: { category: 'error 502', queue: 'category technical' },
        at: at(0),
        engine: 'offline',
        model: 'rules-1',
        persona: { id: 'triage-controller', hash: 'abcdef012345' },
      },
    },
    {
      type: 'policy_applied',
      at: at(0),
      by: desk,
      edition: 1,
      facts: { plan: 'standard', severity, category: 'technical', channel: benchChannels.intake },
    },
    { type: 'card_posted', at: at(0), by: desk, channel: benchChannels.triage, id: `memory:card${number}` },
    { type: 'claimed', at: at(1), by: ana },
  ];
  const answer: TicketEvent[] = [
    {
      type: 'reply_approved',
      at: at(2),
      by: ana,
      reply: {
        reply: 'r1',
        publicText: 'We see it and are working on it.',
        edited: false,
        next: stage === 'pending' ? 'wait' : 'open',
      },
    },
    { type: 'reply_delivered', at: at(3), by: desk, reply: 'r1', thread, id: `${thread}.r1` },
  ];
  const again: TicketEvent[] = [
    {
      type: 'message_joined',
      at: at(4),
      by: requester,
      message: message(`${thread}.2`, at(4), 'It still fails for us. Can you tell us when it will work?'),
    },
  ];
  const events = [
    ...opening,
    ...(stage === 'fresh' ? [] : answer),
    ...(stage === 'asked_again' ? again : []),
  ];
  return { ticket: applyEvents(undefined, events), events };
}

/** Writes the ticket's case file as a desk would have left it, with its one clock timer. */
export function writeCase(folder: string, plan: TicketPlan, timerDueAt: Instant): Ticket {
  const { ticket, events } = aClockedTicket(plan);
  const file = {
    format: 1,
    kind: 'ticket',
    id: ticket.id,
    version: events.length,
    revision: events.length,
    summary: summaryOf(ticket, benchBook),
    state: ticket,
    timers: [{ key: 'clock', kind: 'clock', dueAt: timerDueAt, generation: 1 }],
    outbox: [],
    events: events.map((event, n) => ({ seq: Date.parse(event.at) * 1000 + n, at: event.at, event })),
  };
  writeFileSync(join(openFolder(folder), `${ticket.id}.json`), JSON.stringify(file, null, 2));
  return ticket;
}

/** The folder's tickets are pinned to this edition. */
export function writeEdition(folder: string): void {
  const desk = join(folder, 'desk');
  mkdirSync(desk, { recursive: true });
  mkdirSync(openFolder(folder), { recursive: true });
  const state = { editions: [benchEdition] };
  const file = {
    format: 1,
    kind: 'policies',
    id: 'desk',
    version: 1,
    revision: 1,
    state,
    timers: [],
    outbox: [],
  };
  writeFileSync(join(desk, 'policies.json'), JSON.stringify({ ...file, events: [] }, null, 2));
}

const openFolder = (folder: string) => join(folder, 'tickets', 'open');

const stages = ['fresh', 'answered', 'asked_again', 'pending'] as const;
const mix: readonly Severity[] = ['P1', 'P2', 'P3', 'P3', 'P3', 'P4', 'P2', 'P3', 'P4', 'P3'];

/** Tickets of the last day, a quarter of them in each stage. */
export function planOf(number: number, now: number): TicketPlan {
  return {
    number,
    severity: mix[number % mix.length] ?? 'P3',
    openedAt: instant(now - 10 * minute - ((number * 7919) % (24 * 60)) * minute),
    stage: stages[number % stages.length] ?? 'fresh',
  };
}
