import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Preference } from '../../../src/domain/notice/preference.ts';
import { quietUntil } from '../../../src/domain/notice/quiet-hours.ts';
import { type Habit, isCritical, quietOf } from '../../../src/domain/notice/recipients.ts';
import { tellingsOf } from '../../../src/domain/notice/tellings.ts';
import { joinMessage } from '../../../src/domain/ticket/conversation.ts';
import { reopenTicket, solveTicket } from '../../../src/domain/ticket/ending.ts';
import { correctTriage, triageTicket } from '../../../src/domain/ticket/judgement.ts';
import { recordDelivery, replyPublicly } from '../../../src/domain/ticket/reply.ts';
import type { Ticket } from '../../../src/domain/ticket/ticket.ts';
import { claimTicket, holdTicket, releaseTicket, resumeTicket } from '../../../src/domain/ticket/work.ts';
import { day, hour, type Instant, laterBy, minute } from '../../../src/domain/time.ts';
import { severities } from '../../../src/domain/words.ts';
import { openingOf } from '../../support/a-ticket.ts';
import { aMessage, ana, asksAs, aTriage, ben, mia, settings, ten } from '../../support/builders.ts';
import { playNotices, type Told } from './played-notices.ts';

const team = { agents: new Set([ana, ben]), managers: new Set([mia]) };
type Player = ReturnType<typeof playNotices>;
type Act = readonly [name: string, act: (player: Player, count: number) => void];

const asked = (person: string, at: Instant) =>
  person === mia ? asksAs.manager(at) : asksAs.agent(at, person);
const people = fc.constantFrom(ana, ben, mia);
const act: fc.Arbitrary<Act> = fc.oneof(
  people.map((who): Act => [`${who} claims`, (p) => p.act((t) => claimTicket(t, asked(who, p.now())))]),
  people.map((who): Act => [`${who} gives back`, (p) => p.act((t) => releaseTicket(t, asked(who, p.now())))]),
  fc
    .tuple(people, fc.constantFrom(...severities))
    .map(
      ([who, to]): Act => [
        `${who} says ${to}`,
        (p) => p.act((t) => correctTriage(t, { field: 'severity', to }, asked(who, p.now()))),
      ],
    ),
  fc.tuple(people, fc.constantFrom('wait' as const, 'open' as const)).map(
    ([who, next]): Act => [
      `${who} answers`,
      (p) => {
        p.act((t) => replyPublicly(t, { publicText: 'Here it is.', next }, asked(who, p.now())));
        p.act((t) => {
          const reply = t.replies.findLast(({ delivered }) => delivered.length === 0);
          const thread = t.conversation.thread ?? '';
          const id = `${thread}.${t.replies.length}`;
          return reply
            ? recordDelivery(t, { reply: reply.reply, thread, id }, asksAs.desk(p.now()))
            : { events: [] };
        });
      },
    ],
  ),
  fc.constant<Act>([
    'Dana writes',
    (p, count) =>
      p.act((t) => {
        const message = aMessage({
          id: `slack:C1:m${count}`,
          text: 'It is broken again, please look',
          at: p.now(),
        });
        return joinMessage(t, message, asksAs.requester(p.now()));
      }),
  ]),
  people.map(
    (who): Act => [
      `${who} holds`,
      (p) => p.act((t) => holdTicket(t, { reason: 'the bank' }, asked(who, p.now()))),
    ],
  ),
  people.map((who): Act => [`${who} resumes`, (p) => p.act((t) => resumeTicket(t, asked(who, p.now())))]),
  people.map(
    (who): Act => [`${who} solves`, (p) => p.act((t) => solveTicket(t, undefined, asked(who, p.now())))],
  ),
  people.map(
    (who): Act => [`${who} reopens`, (p) => p.act((t) => reopenTicket(t, 'not yet', asked(who, p.now())))],
  ),
);
const wait = fc
  .tuple(fc.constantFrom(5 * minute, hour, 5 * hour, day), fc.integer({ min: 1, max: 100 }))
  .map(([ms, percent]) => Math.ceil((ms * percent) / 100));
const passing = fc.tuple(
  wait,
  fc.constantFrom('awake' as const, 'awake' as const, 'awake' as const, 'asleep' as const),
);
const story = fc.array(fc.tuple(passing, act), { minLength: 1, maxLength: 14 });
const habit = fc.record<Habit>({
  preference: fc.record<Preference>({
    amount: fc.constantFrom(
      'all' as const,
      'all' as const,
      'last' as const,
      'due' as const,
      'critical' as const,
    ),
    quiet: fc.constantFrom('off' as const, { from: '20:00', to: '08:00' }, { from: '12:00', to: '14:00' }),
    weekends: fc.constantFrom('quiet' as const, 'as_other_days' as const),
    where: fc.constant('direct' as const),
  }),
  timezone: fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Tokyo'),
});
const world = fc.record({ story, habits: fc.record({ [ana]: habit, [ben]: habit, [mia]: habit }) });

function played({ story: list, habits }: typeof world extends fc.Arbitrary<infer T> ? T : never) {
  const byPerson = new Map(Object.entries(habits));
  const habitOf = (person: string) => byPerson.get(person) ?? habits[ana];
  const opened = openingOf();
  const player = playNotices(opened, { settings, team, habitOf });
  player.act((t) => triageTicket(t, aTriage({ at: ten }), asksAs.desk(ten)));
  for (const [index, [[ms, how], [, doIt]]] of list.entries()) {
    player.pass(ms, how);
    doIt(player, index);
  }
  return { player, habitOf };
}

/** When a person last did what a clock's steps follow from. */
function lastActs(ticket: Ticket, person: string): readonly Instant[] {
  return [
    ...(ticket.assignee?.person === person ? [ticket.assignee.at] : []),
    ...(ticket.policies ?? []).filter(({ by }) => by === person).map(({ at }) => at),
    ...ticket.reopened.filter(({ by }) => by === person).map(({ at }) => at),
  ];
}

describe('over random stories and times', () => {
  const holds = (check: (given: ReturnType<typeof played> & { told: readonly Told[] }) => void) =>
    fc.assert(
      fc.property(world, (given) => {
        const story = played(given);
        check({ ...story, told: story.player.told });
      }),
      { numRuns: 250 },
    );

  test('every step is told to one set of people, once', () => {
    holds(({ told }) => {
      const keys = told.flatMap(({ notice }) => notice.steps.map(({ key }) => key));
      expect(keys.length).toBe(new Set(keys).size);
    });
  });

  test('no step that is due is forgotten, however long it had to wait', () => {
    holds(({ player }) => {
      player.pass(4 * day);
      const known = new Set(player.told.flatMap(({ notice }) => notice.steps.map(({ key }) => key)));
      const owed = tellingsOf(player.ticket(), settings.policies, player.now()).filter(
        ({ step }) => step.at < laterBy(player.now(), -3 * day),
      );
      expect(owed.filter(({ key }) => !known.has(key)).map(({ key }) => key)).toEqual([]);
    });
  });

  test('nobody is disturbed in their quiet hours, but for what is critical', () => {
    holds(({ told, habitOf }) => {
      const desk = {
        hours: settings.notices.quietHours,
        weekends: 'as_other_days',
        timezone: settings.timezone,
      } as const;
      for (const { notice, ticket } of told.filter((each) => !isCritical(each.ticket))) {
        for (const to of notice.to) {
          const isWorker =
            to === ticket.assignee?.person &&
            !notice.steps.every(({ key, step }) => key.endsWith('>managers') || step === 'late_manager');
          const quiet = isWorker ? quietOf(habitOf(to)) : desk;
          expect(quietUntil(quiet, notice.at)).toBeUndefined();
        }
      }
    });
  });

  test('who caused it is not told', () => {
    holds(({ told }) => {
      for (const { notice, ticket } of told) {
        for (const to of notice.to) {
          const acts = lastActs(ticket, to);
          expect(notice.steps.filter(({ since }) => acts.some((at) => since <= at))).toEqual([]);
        }
      }
    });
  });

  test('one message for each person at one moment, and silence after one about what was missed', () => {
    holds(({ told }) => {
      const missed = new Map<string, Instant>();
      for (const { notice } of told.filter(({ notice: { to } }) => to.length > 0)) {
        for (const [since, at] of missed) {
          if (at !== notice.at) expect(notice.at >= laterBy(at, 5 * minute), since).toBe(true);
        }
        if (notice.steps.some(({ since }) => since < laterBy(notice.at, -2 * minute)))
          missed.set(notice.at, notice.at);
      }
    });
  });

  test('the stories reach every kind of step and every audience', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(world, (given) => {
        for (const { notice } of played(given).player.told) {
          for (const { step } of notice.steps)
            for (const to of notice.to)
              seen.add(
                `${step.replace(/\d+/, 'n')} ${to === mia ? 'manager' : to === ana || to === ben ? 'agent' : 'queue'}`,
              );
        }
      }),
      { numRuns: 400, seed: 4 },
    );
    expect([...seen]).toEqual(
      expect.arrayContaining([
        'warn_n agent',
        'warn_n queue',
        'warn_n manager',
        'prepare agent',
        'prepare queue',
        'due agent',
        'due queue',
        'late_queue queue',
        'late_manager manager',
      ]),
    );
  });
});
