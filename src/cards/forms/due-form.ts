import type { DeskSettings } from '../../domain/desk-settings.ts';
import type { Clock, DueChange } from '../../domain/sla/clock.ts';
import { clocksOf } from '../../domain/sla/clocks-of.ts';
import { type Explanation, explain } from '../../domain/sla/explain.ts';
import { isLive, type Ticket } from '../../domain/ticket/ticket.ts';
import { byTime, type Instant } from '../../domain/time.ts';
import type { Block, Form, Line } from '../card.ts';
import { lasting, workingTime } from '../lasting.ts';
import { promiseWords } from '../promise-words.ts';
import { actor } from '../team/actor.ts';
import { uncountedLines } from '../team/due-blocks.ts';
import { bold, joined, plain } from '../text.ts';
import { changeWords, pauseWords } from '../wording.ts';
import { dateWords, momentWords, type Reading, segmentLines } from './due-lines.ts';
import { writeContext } from './form-context.ts';

/** Ended promises and changes shown; the latest. */
const mostEnded = 15;
const mostChanges = 6;

/** How each due time of a ticket came about, for the team: what is owed first, then what is over. */
export function dueForm(ticket: Ticket, settings: DeskSettings, now: Instant): Form {
  const shown = explained(ticket, settings, now);
  const live = shown.filter(({ clock }) => clock.state !== 'ended');
  const ended = shown.filter(({ clock }) => clock.state === 'ended');
  const without = uncountedLines(ticket, settings.policies, now);
  const nothing =
    without.length > 0
      ? []
      : shown.length === 0
        ? [`No promise holds for this ticket: ${whyNone(ticket, settings)}.`]
        : live.length === 0
          ? [whyOver(ticket)]
          : [];
  const common = commonWords(shown);
  return {
    form: 'due',
    title: `Due times of ${ticket.id}`,
    context: writeContext({ ticket: ticket.id }),
    blocks: [
      ...nothing.map((words) => text(plain(words))),
      ...without.map((line) => text(line)),
      ...(common === '' ? [] : [{ type: 'context', line: plain(sentence(common)) } as const]),
      ...live.flatMap((one, index) => [
        ...(index === 0 ? [] : [{ type: 'divider' } as const]),
        ...clockBlocks(one, common),
      ]),
      ...endedBlocks(ended, common),
    ],
    fields: [],
  };
}

/** The due times in one line each, without how they came about. */
export function dueLines(ticket: Ticket, settings: DeskSettings, now: Instant): readonly Line[] {
  return [
    ...explained(ticket, settings, now).map((one) =>
      one.clock.state === 'ended' ? endedLine(one, '') : joined([headline(one), plain(one.reading.timezone)]),
    ),
    ...uncountedLines(ticket, settings.policies, now),
  ];
}

type Explained = Explanation & { readonly reading: Reading; readonly what: string };

function explained(ticket: Ticket, settings: DeskSettings, now: Instant): readonly Explained[] {
  return [...clocksOf(ticket, settings.policies, now)].sort(soonest).map((clock) => {
    const explanation = explain(ticket, clock, settings.policies, now);
    const reading = { timezone: explanation.promise.timezone ?? settings.timezone, now };
    return { ...explanation, reading, what: sentence(promiseWords(clock.target, ticket, settings.policies)) };
  });
}

/** What holds for all of them is said once: the policy, and the zone of the times. */
function commonWords(shown: readonly Explained[]): string {
  const [policy, ...others] = new Set(shown.map(policyWords));
  const [zone, ...otherZones] = new Set(shown.map(zoneWords));
  return [
    ...(policy !== undefined && others.length === 0 ? [policy] : []),
    ...(zone !== undefined && otherZones.length === 0 ? [zone] : []),
  ].join(' · ');
}

function policyWords({ clock, promise: { since, facts }, reading }: Explained): string {
  const edition = since === undefined ? '' : ` since ${dateWords(since, reading)}`;
  const why = facts ? ` · ticket: ${facts.plan} ${facts.severity}, ${facts.category.replace('_', ' ')}` : '';
  return `policy ${clock.policy}, edition ${clock.edition}${edition}${why}`;
}

const zoneWords = ({ reading }: Explained) => `times in ${reading.timezone}`;

/** Those of the words that are not said already for all. */
function unsaid(words: readonly string[], common: string): readonly string[] {
  return words.filter((each) => !common.includes(each));
}

/** Running before paused before ended, each by due time. */
function soonest(one: Clock, other: Clock): number {
  const order = ['running', 'paused', 'ended'];
  const byState = order.indexOf(one.state) - order.indexOf(other.state);
  return byState !== 0 ? byState : byTime(one.dueAt, other.dueAt);
}

function clockBlocks(one: Explained, common: string): readonly Block[] {
  const lines = segmentLines(one, one.reading);
  return [
    text(headline(one), promiseLine(one, common)),
    ...(lines.length === 0 ? [] : [{ type: 'list', ordered: false, items: lines } as const]),
    ...one.clock.changes
      .slice(-mostChanges)
      .map((change): Block => ({ type: 'context', line: changeLine(change, one.reading) })),
  ];
}

function headline({ clock, promise, leftMs, reading, what }: Explained): Line {
  const isWorking = promise.timezone !== undefined && clock.calendar === promise.calendar;
  const left = `${isWorking ? workingTime(leftMs) : lasting(leftMs)} left`;
  const due = momentWords(clock.dueAt, reading);
  if (clock.state === 'paused') {
    const because = clock.pauses.at(-1)?.because ?? 'pending';
    return [bold(`⏸ ${what} paused: ${pauseWords[because]}`), { text: ` · ${left} when it goes on` }];
  }
  if (clock.dueAt <= reading.now) {
    return [bold(`❗ ${what} overdue since ${due}`), { text: ` · ${lasting(clock.overdueMs)} late` }];
  }
  return [bold(`⏱ ${what} by ${due}`), { text: ` · ${left}` }];
}

function promiseLine(one: Explained, common: string): Line {
  const { clock, promise, anew } = one;
  const { timezone, withinMs, calendar } = promise;
  const isAlways = timezone === undefined;
  const within = isAlways
    ? `${lasting(withinMs)} around the clock`
    : `${workingTime(withinMs)} of calendar ${calendar}`;
  const words = [
    `${one.what} within ${within}`,
    // What was late already when another policy came is counted as it was.
    ...(clock.told === undefined ? [] : [`the requester was told ${momentWords(clock.told, one.reading)}`]),
    ...(clock.told === undefined && anew === undefined && clock.counted.ms !== withinMs
      ? [`late before that, when it was ${workingTime(clock.counted.ms)}`]
      : []),
    ...unsaid([policyWords(one), zoneWords(one)], common),
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

function endedBlocks(ended: readonly Explained[], common: string): readonly Block[] {
  if (ended.length === 0) return [];
  const latest = [...ended].sort((one, other) => (endOf(one) < endOf(other) ? 1 : -1)).slice(0, mostEnded);
  const hidden = ended.length - latest.length;
  return [
    { type: 'divider' },
    text([bold('Over')]),
    { type: 'list', ordered: false, items: latest.map((one) => endedLine(one, common)) },
    ...(hidden > 0 ? [{ type: 'context', line: plain(`and ${hidden} earlier`) } as const] : []),
  ];
}

const endOf = ({ clock: { end, dueAt } }: Explained) => end?.at ?? dueAt;

function endedLine(one: Explained, common: string): Line {
  const { dueAt, end, isBreached, overdueMs } = one.clock;
  const words = [
    `${one.what} by ${momentWords(dueAt, one.reading)}`,
    ...(end ? [`${endWords[end.how]} ${momentWords(end.at, one.reading)}`] : []),
    ...(isBreached ? [`${lasting(overdueMs)} late`] : []),
  ].join(' · ');
  const zone = unsaid([zoneWords(one)], common).map((each): Line => plain(each));
  return joined([[isBreached ? bold(words) : { text: words }], ...zone]);
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
