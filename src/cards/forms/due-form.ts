import type { DeskSettings } from '../../domain/desk-settings.ts';
import type { Clock, DueChange } from '../../domain/sla/clock.ts';
import { clocksOf } from '../../domain/sla/clocks-of.ts';
import { type Explanation, explain } from '../../domain/sla/explain.ts';
import { isLive, type Ticket } from '../../domain/ticket/ticket.ts';
import type { Instant } from '../../domain/time.ts';
import type { Block, Form, Line } from '../card.ts';
import { lasting, workingTime } from '../lasting.ts';
import { actor } from '../team/actor.ts';
import { bold, italic, joined, plain } from '../text.ts';
import { changeWords, pauseWords, targetWords } from '../wording.ts';
import { dateWords, momentWords, type Reading, segmentLines } from './due-lines.ts';
import { writeContext } from './form-context.ts';

/** Ended promises and changes shown; the latest. */
const mostEnded = 15;
const mostChanges = 6;

/** How each due time of a ticket came about, for the team: what is owed first, then what is over. */
export function dueForm(ticket: Ticket, settings: DeskSettings, now: Instant): Form {
  const clocks = clocksOf(ticket, settings.policies, now);
  const live = clocks.filter(({ state }) => state !== 'ended').sort(soonest);
  const blocks =
    clocks.length === 0
      ? [text(plain(`No promise holds for this ticket: ${whyNone(ticket, settings)}.`))]
      : live.length === 0
        ? [text(plain(whyOver(ticket)))]
        : live.flatMap((clock, index) => [
            ...(index === 0 ? [] : [{ type: 'divider' } as const]),
            ...clockBlocks(explain(ticket, clock, settings.policies, now), settings, now),
          ]);
  return {
    form: 'due',
    title: `Due times of ${ticket.id}`,
    context: writeContext({ ticket: ticket.id }),
    blocks: [...blocks, ...endedBlocks(ticket, { settings, now, clocks })],
    fields: [],
  };
}

/** The due times in one line each, without how they came about. */
export function dueLines(ticket: Ticket, settings: DeskSettings, now: Instant): readonly Line[] {
  return [...clocksOf(ticket, settings.policies, now)].sort(soonest).map((clock) => {
    const explained = explain(ticket, clock, settings.policies, now);
    const reading = readingOf(explained, settings, now);
    if (clock.state === 'ended') return endedLine(clock, reading);
    return joined([headline(explained, reading), plain(reading.timezone)]);
  });
}

/** Running before paused before ended, each by due time. */
function soonest(one: Clock, other: Clock): number {
  const order = ['running', 'paused', 'ended'];
  const byState = order.indexOf(one.state) - order.indexOf(other.state);
  return byState !== 0 ? byState : one.dueAt < other.dueAt ? -1 : one.dueAt > other.dueAt ? 1 : 0;
}

function readingOf({ promise }: Explanation, settings: DeskSettings, now: Instant): Reading {
  return { timezone: promise.timezone ?? settings.timezone, now };
}

function clockBlocks(explained: Explanation, settings: DeskSettings, now: Instant): readonly Block[] {
  const reading = readingOf(explained, settings, now);
  const { clock } = explained;
  const lines = segmentLines(explained, reading);
  return [
    text(headline(explained, reading), promiseLine(explained, reading)),
    ...(lines.length === 0 ? [] : [{ type: 'list', ordered: false, items: lines } as const]),
    ...clock.changes
      .slice(-mostChanges)
      .map((change): Block => ({ type: 'context', line: changeLine(change, reading) })),
  ];
}

function headline({ clock, leftMs }: Explanation, reading: Reading): Line {
  const what = sentence(targetWords[clock.target]);
  const due = momentWords(clock.dueAt, reading);
  if (clock.state === 'paused') {
    const because = clock.pauses.at(-1)?.because ?? 'pending';
    const left = `${workingTime(leftMs)} left when it goes on`;
    return [bold(`⏸ ${what} paused: ${pauseWords[because]}`), { text: ` · ${left}` }];
  }
  if (clock.dueAt <= reading.now) {
    return [bold(`❗ ${what} overdue since ${due}`), { text: ` · ${lasting(clock.overdueMs)} late` }];
  }
  return [bold(`⏱ ${what} by ${due}`), { text: ` · ${workingTime(leftMs)} left` }];
}

function promiseLine({ clock, promise, anew }: Explanation, reading: Reading): Line {
  const { timezone, withinMs, calendar, since, facts } = promise;
  const within = timezone === undefined ? lasting(withinMs) : workingTime(withinMs);
  const where =
    timezone === undefined
      ? `around the clock (times in ${reading.timezone})`
      : `of calendar ${calendar} (${timezone})`;
  const edition = since === undefined ? '' : ` since ${dateWords(since, reading)}`;
  const why = facts ? ` · ticket: ${facts.plan} ${facts.severity}, ${facts.category.replace('_', ' ')}` : '';
  const words = [
    `${sentence(targetWords[clock.target])} within ${within} ${where}`,
    // What was late already when another policy came is counted as it was.
    ...(anew === undefined && clock.counted.ms !== withinMs
      ? [`late before that, when it was ${workingTime(clock.counted.ms)}`]
      : []),
    `policy ${clock.policy}, edition ${clock.edition}${edition}${why}`,
  ];
  return plain(words.join(' · '));
}

function changeLine({ at, by, why, was, due }: DueChange, reading: Reading): Line {
  const time = (moment: Instant | undefined) =>
    moment === undefined ? 'none' : momentWords(moment, reading);
  return [
    { text: `${sentence(changeWords[why])} ${time(at)} by ` },
    actor(by),
    { text: `: due ${time(was)} → ${time(due)}` },
  ];
}

type Over = { readonly settings: DeskSettings; readonly now: Instant; readonly clocks: readonly Clock[] };

function endedBlocks(ticket: Ticket, { settings, now, clocks }: Over): readonly Block[] {
  const ended = clocks.filter(({ state }) => state === 'ended');
  if (ended.length === 0) return [];
  const shown = [...ended].sort((one, other) => (endOf(one) < endOf(other) ? 1 : -1)).slice(0, mostEnded);
  const items = shown.map((clock) =>
    endedLine(clock, readingOf(explain(ticket, clock, settings.policies, now), settings, now)),
  );
  const hidden = ended.length - shown.length;
  return [
    { type: 'divider' },
    text([bold('Over')]),
    { type: 'list', ordered: false, items },
    ...(hidden > 0 ? [{ type: 'context', line: plain(`and ${hidden} earlier`) } as const] : []),
  ];
}

const endOf = ({ end, dueAt }: Clock) => end?.at ?? dueAt;

function endedLine(clock: Clock, reading: Reading): Line {
  const { target, dueAt, end, isBreached, overdueMs } = clock;
  const how = end && endWords[end.how];
  const when = end ? ` ${momentWords(end.at, reading)}` : '';
  const words = [
    `${sentence(targetWords[target])} by ${momentWords(dueAt, reading)}`,
    `${how}${when}`,
    ...(isBreached ? [`${lasting(overdueMs)} late`] : []),
  ].join(' · ');
  return [isBreached ? bold(words) : { text: words }, italic(` (${reading.timezone})`)];
}

const endWords: Readonly<Record<NonNullable<Clock['end']>['how'], string>> = {
  met: 'met',
  solved: 'not owed any more, solved',
  closed: 'not owed any more, closed',
  merged: 'not owed any more, merged',
  not_a_request: 'no request after all',
  answered_by_rule: 'answered by a rule, without a person',
};

function whyNone(ticket: Ticket, { policies }: DeskSettings): string {
  const pin = ticket.policies?.at(-1);
  if (!pin) return 'it is not sorted yet';
  const { plan, severity, category } = pin.facts;
  const kind = `${plan} ${severity}, ${category.replace('_', ' ')}`;
  return policies.terms(pin) === undefined
    ? `no policy of edition ${pin.edition} is for ${kind} in this channel`
    : `its policy (edition ${pin.edition}) promises nothing that has a time`;
}

function whyOver(ticket: Ticket): string {
  if (ticket.merged) return `Nothing is owed here: it was merged into ${ticket.merged.into}.`;
  return isLive(ticket) ? 'Nothing is owed now.' : `Nothing is owed: the ticket is ${ticket.status}.`;
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

function text(...lines: readonly Line[]): Block {
  return { type: 'text', lines };
}
