import { TZDate } from '@date-fns/tz';
import { afterAll, expect, test } from 'vitest';
import { clocksOf } from '../../src/domain/sla/clocks-of.ts';
import type { Ticket } from '../../src/domain/ticket/ticket.ts';
import { instant, minute } from '../../src/domain/time.ts';
import type { Severity } from '../../src/domain/words.ts';
import { createOfflineEngine } from '../../src/engines/offline/offline-engine.ts';
import type { Engine } from '../../src/ports.ts';
import { practicePeople } from '../../src/practice/content/people.ts';
import { play, type Scene } from '../support/play.ts';
import { openPracticeDesk, type PracticeDesk } from '../support/practice-desk.ts';
import { idOf, keyOf, type PersonName, type Said } from '../support/practice-names.ts';
import { stillClock } from '../support/still-clock.ts';
import type { Act, Scenario, When } from './scenario.ts';
import { everyDay, scenarios } from './scenarios.ts';
import { requestText } from './texts.ts';

/** Working days that are played; 20 are the month, with Easter and the change to summer time in it. */
const days = Number(process.env.MONTH_DAYS ?? 1);

/** March 2027: free on weekends, Good Friday and Easter Monday; the clocks go forward on the 28th. */
const workingDays = [1, 2, 3, 4, 5, 8, 9, 10, 11, 12, 15, 16, 17, 18, 19, 22, 23, 24, 25, 30, 31];
const summerTimeSince = 28;

function berlin(day: number, time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return Date.UTC(2027, 2, day, hours - (day >= summerTimeSince ? 2 : 1), minutes);
}

const settings = `
desk: { name: Larder Support, timezone: Europe/Berlin, language: en }
channels: { intake: ["#support"], triage: "#support-triage" }
people: { agents: [ana@larder.test, omar@larder.test, sofie@larder.test], managers: [grace@larder.test] }
queues: [{ name: general }]
calendars:
  office:
    timezone: Europe/Berlin
    week: { mon: ["09:00-17:00"], tue: ["09:00-17:00"], wed: ["09:00-17:00"], thu: ["09:00-17:00"], fri: ["09:00-17:00"] }
    holidays: ["2027-03-26", "2027-03-29"]
sla:
  - { name: critical, when: { severity: P1 }, first_response: 20m, next_response: 40m, total_resolution: 4h }
  - { name: office, calendar: office, first_response: 4h, next_response: 4h, total_resolution: 80h }
cadence: { P1: 60m, P2: 24h, P3: 2d, P4: 7d }
notices: { quiet_hours: "20:00-08:00" }
automation: { draft: false, quiet_close_after: 3d }
`;

/** The offline engine, told how grave each request is: what is played is time, not judgement. */
function knowingEngine(severityOf: (text: string) => Severity | undefined): Engine {
  const offline = createOfflineEngine();
  return {
    ...offline,
    async run(role, persona, facts) {
      const run = await offline.run(role, persona, facts);
      const severity = 'texts' in facts ? severityOf(facts.texts[0] ?? '') : undefined;
      if (role !== 'triage' || severity === undefined) return run;
      return {
        ...run,
        answer: { ...run.answer, severity, tier: severity === 'P1' ? 4 : 1, question: undefined },
      };
    },
  };
}

const requesters: readonly PersonName[] = ['Dana', 'Marcus', 'Mei', 'Tomasz', 'Inés'];

type Played = Scenario & {
  readonly day: number;
  readonly slot: number;
  readonly who: PersonName;
  readonly opensAt: number;
  readonly text: string;
};

/** Requests of one person never come within the minute that would make them one ticket. */
const plan: readonly Played[] = workingDays.slice(0, days).flatMap((day) => {
  let slot = 0;
  return everyDay.flatMap(([name, count]) =>
    Array.from({ length: count }, (): Played => {
      const own: Scenario = { name, ...scenarios[name] };
      const index = slot;
      slot += 1;
      const who = requesters[index % requesters.length] ?? 'Dana';
      return {
        ...own,
        day,
        slot: index,
        who,
        opensAt: berlin(day, own.opens),
        text: requestText(day, index),
      };
    }),
  );
});

const clock = stillClock(instant(berlin(1, '08:00')));
let desk: PracticeDesk;
afterAll(() => desk.close());

test(`${plan.length} tickets of ${days} working days are told of exactly as the table says`, async () => {
  const severities = new Map(plan.map(({ text, severity }) => [text, severity]));
  desk = await openPracticeDesk({
    clock,
    filled: 'nothing',
    settings: () => settings,
    engine: knowingEngine((text) => severities.get(text)),
  });
  const startedAt = performance.now();
  const said = new Map<Played, Said>();
  const scenes = plan.flatMap((played): Scene[] => [
    { at: played.opensAt, play: async () => void said.set(played, desk.say(played.who, played.text)) },
    ...played.acts.map(
      ([when, act]): Scene => ({
        at: moment(played, when),
        play: () =>
          perform(act, played, said.get(played)).catch((cause: unknown) => {
            throw new Error(`“${played.name}” of day ${played.day}: nobody could do “${act.does}”`, {
              cause,
            });
          }),
      }),
    ),
  ]);
  const end = Math.max(...scenes.map(({ at }) => at)) + 5 * 24 * 60 * minute;
  const { stops } = await play(desk, clock, scenes, end);
  const tookMs = performance.now() - startedAt;
  process.stdout.write(
    `${plan.length} tickets, ${days} working days, ${stops} stops of the clock: ${(tookMs / 1000).toFixed(1)} s\n`,
  );

  const wrong: unknown[] = [];
  const named = new Set<string>();
  for (const played of plan) {
    const place = said.get(played);
    if (!place) throw new Error('never opened');
    const ticket = await desk.ticket(await desk.ticketOf(place));
    const asked = (await desk.eventsOf(ticket.id)).filter(({ type }) => type === 'followed_up');
    const expected = expectedOf(played);
    const actual = actualOf(
      ticket,
      played,
      asked.map(({ at }) => String(at)),
    );
    try {
      expect(actual).toEqual(expected);
    } catch {
      if (!named.has(played.name))
        wrong.push({ name: played.name, day: played.day, id: ticket.id, expected, actual });
      named.add(played.name);
    }
  }
  expect(wrong).toEqual([]);
  await everythingSaidOnce();
}, 300_000);

function moment(played: Played, when: When): number {
  if (typeof when === 'number') return played.opensAt + when * minute;
  const [later = '', time = ''] = when.split('d ');
  const day = workingDays[workingDays.indexOf(played.day) + Number(later)] ?? 31;
  return berlin(day, time);
}

async function perform(act: Act, played: Played, place: Said | undefined): Promise<void> {
  if (!place) throw new Error(`${played.name} was never opened`);
  const id = await desk.ticketOf(place);
  const card = placeOf((await desk.ticket(id)).cards.at(-1)?.id);
  switch (act.does) {
    case 'reply':
      await desk.press(act.who, card, 'Reply');
      await desk.submit(act.who, {
        'Public reply': `Hello, we looked into it (${id}).`,
        'After sending': act.then === 'ask' ? 'Ask whether it works' : 'Keep working on it',
      });
      break;
    case 'solve':
      await desk.press(act.who, card, 'Solve');
      await desk.submit(act.who, {});
      break;
    case 'claim':
      await desk.press(act.who, card, 'Claim');
      break;
    case 'send update':
      await desk.press(act.who, card, 'Send update');
      break;
    case 'hold':
      await desk.pick(act.who, card, 'More…', 'Put on hold…');
      await desk.submit(act.who, { 'What are we waiting for?': 'the supplier' });
      break;
    case 'not a request':
      await desk.pick(act.who, card, 'More…', 'Not a request');
      break;
    case 'to P1':
      await desk.pick(act.who, card, 'Change severity', 'Severity: 🔴 P1 critical');
      break;
    case 'writes':
      desk.say(played.who, act.text, { thread: place });
      break;
    case 'confirms':
      await pressInThread(played, id, 'Yes, it works');
      break;
    case 'agrees':
      await pressInThread(played, id, 'That is fine');
  }
}

/** Where a message of the desk stands, by the id the desk knows it by. */
function placeOf(id: string | undefined): Said {
  const [, channel, ts] = (id ?? '').split(':');
  if (!channel || !ts) throw new Error('the desk has said nothing there');
  return { channel, ts };
}

async function pressInThread({ who }: Played, id: string, label: string): Promise<void> {
  const answered = (await desk.ticket(id)).replies.findLast(({ delivered }) => delivered.length > 0);
  await desk.press(who, placeOf(answered?.delivered[0]?.id), label);
}

function expectedOf(played: Played) {
  return {
    told: [...played.told]
      .map(({ at, what, to, ...rest }) => ({
        what,
        to,
        at: instant(moment(played, at)),
        told: instant(moment(played, 'told' in rest && rest.told !== undefined ? rest.told : at)),
      }))
      .sort(byMoment),
    updates: (played.updates ?? []).map((each) => [...each]),
    breaches: played.breaches ?? {},
    ends: played.ends,
    followedUp: played.followedUp === undefined ? [] : [instant(inTheirDay(played, played.followedUp))],
  };
}

/** Nobody is asked before eight in the morning of where they live. */
function inTheirDay(played: Played, when: When): number {
  const at = moment(played, when);
  const zone = practicePeople.find(({ id }) => id === idOf(played.who))?.timezone ?? 'UTC';
  const eight = new TZDate(at, zone);
  eight.setHours(8, 0, 0, 0);
  return Math.max(at, eight.getTime());
}

const addressees: Readonly<Record<string, string>> = {
  'slack:C02TRIAGE': 'queue',
  [`slack:${idOf('Grace')}`]: 'managers',
  [`slack:${idOf('Ana')}`]: 'Ana',
  [`slack:${idOf('Omar')}`]: 'Omar',
  [`slack:${idOf('Sofie')}`]: 'Sofie',
};

function actualOf(ticket: Ticket, played: Played, followedUp: readonly string[]) {
  const clocks = clocksOf(ticket, desk.running.desk.settings.policies, clock.now());
  return {
    told: (ticket.notices ?? [])
      .flatMap(({ at, steps, to }) =>
        to.flatMap((person) =>
          steps.map(({ target, step, since }) => ({
            // A reminder is named by its moment.
            what: `${target} ${step.split('@')[0]}`,
            to: addressees[person] ?? person,
            at: since,
            told: at,
          })),
        ),
      )
      .sort(byMoment),
    updates: (ticket.updates ?? []).map(({ kind, state }) => [kind, state === 'sent' ? 'sent' : 'not sent']),
    breaches: Object.fromEntries(
      clocks
        .filter(({ isBreached }) => isBreached)
        .map(({ target, overdueMs }) => [target, overdueMs / minute]),
    ),
    ends:
      played.ends === 'closed'
        ? ticket.status
        : ticket.statusLog.some(({ status }) => status === 'solved')
          ? 'solved'
          : ticket.status,
    followedUp,
  };
}

type Told = { readonly told: string; readonly what: string; readonly to: string };
function byMoment(one: Told, other: Told): number {
  return `${one.told} ${one.what} ${one.to}`.localeCompare(`${other.told} ${other.what} ${other.to}`);
}

/** No message of the desk was posted twice, and each notice that is written down stands in chat. */
async function everythingSaidOnce(): Promise<void> {
  const keys = desk
    .messages()
    .filter(({ deleted }) => !deleted)
    .map(keyOf)
    .filter((key) => key !== undefined);
  expect(keys.length).toBe(new Set(keys).size);
}
