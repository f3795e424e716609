import { businessElapsed } from '../../domain/calendar/working-time.ts';
import type { DeskSettings } from '../../domain/desk-settings.ts';
import type { Clock } from '../../domain/sla/clock.ts';
import type { CustomerUpdate, Notice } from '../../domain/ticket/promises.ts';
import type { Ticket } from '../../domain/ticket/ticket.ts';
import { type Instant, millisecondsBetween, minute } from '../../domain/time.ts';
import type { TeamCard } from '../../ports.ts';
import type { Block, Line, Span } from '../card.ts';
import { lasting } from '../lasting.ts';
import { isSameLocalDay, moment, momentText } from '../moment.ts';
import { promiseWords } from '../promise-words.ts';
import { bold, plain } from '../text.ts';
import { actor } from './actor.ts';
import { headOf, mentioned, noticeActions } from './notice-parts.ts';
import { updateBlocks } from './update-blocks.ts';

/** A clock somebody is told of, as it stands now, with the steps they are told of, oldest first. */
export type ToldClock = {
  readonly clock: Clock;
  readonly steps: readonly { readonly step: string; readonly since: Instant }[];
};

/** How a notice is told: to whom it calls out, as one of those who lead or not, and since when nobody was there to tell it. */
export type NoticeView = {
  readonly settings: DeskSettings;
  readonly now: Instant;
  /** Called by name, where the message stands among others. */
  readonly mentions: readonly string[];
  /** The words prepared for the requester are shown once; later there are their buttons alone. */
  readonly update: 'quoted' | 'offered';
  readonly reader: 'worker' | 'manager' | 'queue';
  readonly away?: Notice['away'];
};

type Reading = Pick<NoticeView, 'settings' | 'now'>;

/** One message with every reason for it; what was prepared for the requester can be sent from it. */
export function clockNoticeCard(ticket: Ticket, told: readonly ToldClock[], view: NoticeView): TeamCard {
  const { settings, now, reader } = view;
  const head = headOf(ticket);
  const lines = told.map((each) => clockLine(ticket, each, view));
  const first = told[0];
  const time = first ? momentText(first.clock.dueAt, settings.timezone, 'time') : '';
  return {
    audience: 'team',
    summary: `${head} — ${first ? `${dueText(ticket, first.clock, view)} ${time}${leftWords(first.clock, view)}` : ''}`,
    blocks: [
      {
        type: 'text',
        lines: [[...view.mentions.flatMap(mentioned), bold(head)], ...lines, ...askOf(told, reader, now)],
      },
      ...awayBlocks(told, view),
      ...updateBlocks(ticket, settings).filter(({ type }) => view.update === 'quoted' || type !== 'quote'),
      noticeActions(ticket),
    ],
  };
}

/** A notice from which an update could be sent, once that is over: what became of it, and what is still owed. */
export function settledNoticeCard(
  ticket: Ticket,
  told: { readonly clocks: readonly ToldClock[]; readonly update: CustomerUpdate },
  view: Reading,
): TeamCard {
  const head = headOf(ticket);
  return {
    audience: 'team',
    summary: `${head} — the update was settled`,
    blocks: [
      {
        type: 'text',
        lines: [
          [bold(head)],
          becameOf(ticket, told.update, view),
          ...told.clocks.map((each) => clockLine(ticket, each, view)),
        ],
      },
      noticeActions(ticket),
    ],
  };
}

function becameOf(ticket: Ticket, { update }: CustomerUpdate, view: Reading): Line {
  const reply = ticket.replies.find((each) => each.update === update);
  if (!reply) return plain('The update that was prepared here does not fit any more.');
  return [{ text: '✅ Update sent by ' }, actor(reply.by), { text: ' at ' }, shortMoment(reply.at, view)];
}

function clockLine(ticket: Ticket, { clock }: ToldClock, view: Reading): Line {
  return [
    { text: `${dueText(ticket, clock, view)} ` },
    shortMoment(clock.dueAt, view),
    { text: leftWords(clock, view) },
  ];
}

/** The time alone, where the day is today's at the desk. */
function shortMoment(at: Instant, { settings: { timezone }, now }: Reading): Span {
  return moment(at, timezone, isSameLocalDay(at, now, timezone) ? 'time' : 'date_time');
}

function dueText(ticket: Ticket, { target, dueAt }: Clock, { settings, now }: Reading): string {
  const isDueNow = isDue(dueAt, now);
  return `${promiseWords(target, ticket, settings.policies)} ${isDueNow ? 'due now,' : dueAt <= now ? 'was due' : 'due'}`;
}

/** In this very minute. */
function isDue(dueAt: Instant, now: Instant): boolean {
  return dueAt <= now && millisecondsBetween(dueAt, now) < minute;
}

/** ` (in 6 min of 15 min)` in working time of its calendar, or ` (25 min late)`. */
function leftWords(clock: Clock, { settings, now }: Reading): string {
  if (isDue(clock.dueAt, now)) return '';
  if (clock.dueAt <= now) return ` (${lasting(millisecondsBetween(clock.dueAt, now))} late)`;
  const calendar = settings.policies.calendar(clock.edition, clock.calendar);
  const left = lasting(businessElapsed(now, clock.dueAt, calendar));
  const isAsPromised = clock.counted.ms === clock.promised.withinMs;
  return isAsPromised ? ` (in ${left} of ${lasting(clock.promised.withinMs)})` : ` (in ${left})`;
}

function askOf(told: readonly ToldClock[], reader: NoticeView['reader'], now: Instant): readonly Line[] {
  const late = told.filter(({ clock }) => clock.dueAt <= now);
  if (reader === 'worker' || (reader === 'queue' && late.length === 0)) return [];
  if (reader === 'queue') return [plain('Who can take it now?')];
  if (late.length === 0) return [plain('Can somebody help to get it done in time?')];
  const isSilent = late.some(({ clock }) => clock.target === 'next_update');
  return [
    plain(
      isSilent
        ? 'The requester still waits for an update. Please see to it.'
        : 'It is late. Can somebody help?',
    ),
  ];
}

const stepWords = (step: string): string => {
  if (step.startsWith('warn_')) return 'warning';
  return step === 'prepare' ? 'update to prepare' : step === 'due' ? 'due' : 'reminder';
};

/** Honest about the gap: when nobody was there, and what should have been said meanwhile. */
function awayBlocks(told: readonly ToldClock[], { away, settings, now }: NoticeView): readonly Block[] {
  if (!away) return [];
  const at = (when: Instant) => shortMoment(when, { settings, now });
  const missed = told
    .flatMap(({ steps }) => steps)
    .filter(({ since }) => since >= away.from && since <= away.to)
    .sort((one, other) => (one.since < other.since ? -1 : 1))
    // Two promises with the same moment are one thing that was missed.
    .filter(({ step, since }, index, all) => {
      const before = all[index - 1];
      return before?.since !== since || stepWords(before.step) !== stepWords(step);
    });
  const late = Math.max(0, ...told.map(({ clock }) => millisecondsBetween(clock.dueAt, now)));
  const line: Span[] = [{ text: 'The desk was away from ' }, at(away.from), { text: ' to ' }, at(away.to)];
  line.push({ text: '. Meanwhile: ' });
  for (const [index, { step, since }] of missed.entries()) {
    line.push({ text: `${index === 0 ? '' : ', '}${stepWords(step)} at ` }, at(since));
  }
  line.push({ text: late > 0 ? `, now ${lasting(late)} late.` : '.' });
  return [{ type: 'context', line }];
}
