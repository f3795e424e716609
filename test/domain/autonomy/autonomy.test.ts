import { describe, expect, test } from 'vitest';
import {
  type Autonomy,
  applyAutonomy,
  decline,
  noAutonomy,
  reviewAutonomy,
  turnOff,
  turnOn,
} from '../../../src/domain/autonomy/autonomy.ts';
import {
  dryRun,
  earningRule,
  mustStop,
  type Settled,
  stillLacks,
} from '../../../src/domain/autonomy/track-record.ts';
import { day, type Instant, laterBy } from '../../../src/domain/time.ts';

const now: Instant = '2026-11-20T10:00:00.000Z';
const topic = 'account: password';
const manager = { by: 'slack:U1MANAGER', role: 'manager', at: now } as const;

const one = (daysAgo: number, how: Partial<Settled> = {}): Settled => ({
  ticket: `T-${daysAgo}`,
  at: laterBy(now, -daysAgo * day),
  outcome: 'unchanged',
  cameBack: false,
  byRule: false,
  eligible: true,
  ...how,
});
const many = (count: number, how: Partial<Settled> = {}) =>
  Array.from({ length: count }, (_, at) => one(1 + at, how));

const review = (autonomy: Autonomy, settled: readonly Settled[], at = now) =>
  reviewAutonomy(autonomy, new Map([[topic, settled]]), { now: at, rule: earningRule });
const offered = applyAutonomy(noAutonomy, review(noAutonomy, many(20)));
const on = applyAutonomy(offered, eventsOf(turnOn(offered, topic, manager)));

function eventsOf(decided: ReturnType<typeof turnOn>) {
  return 'events' in decided ? decided.events : [];
}

describe('earning', () => {
  test('twenty drafts sent as they were earn an offer', () => {
    expect(stillLacks(many(20), now)).toEqual([]);
    expect(review(noAutonomy, many(20))).toEqual([
      { type: 'offered', topic, by: 'desk', at: now, why: '20 of 20 drafts were sent unchanged' },
    ]);
  });

  test('nineteen do not', () => {
    expect(stillLacks(many(19), now)).toEqual(['19 of 20 sent unchanged']);
    expect(review(noAutonomy, many(19))).toEqual([]);
  });

  test('edits and rejections are held against it', () => {
    const settled = [...many(20), ...many(2, { outcome: 'edited' }), ...many(1, { outcome: 'rejected' })];
    expect(stillLacks(settled, now)).toEqual(['3 of 23 were edited or turned down']);
  });

  test('requesters who came back are held against it', () => {
    expect(stillLacks([...many(20), ...many(2, { cameBack: true })], now)).toEqual([
      'the requester came back after 2 of 22',
    ]);
  });

  test('what is older than ninety days does not count', () => {
    const old = Array.from({ length: 20 }, () => one(91));
    expect(stillLacks(old, now)).toEqual(['0 of 20 sent unchanged']);
  });

  test('what a rule would not have sent, or has sent, earns nothing', () => {
    expect(review(noAutonomy, many(20, { eligible: false }))).toEqual([]);
    expect(review(noAutonomy, many(20, { byRule: true }))).toEqual([]);
  });

  test('an offer that nobody took is withdrawn when it is no longer earned', () => {
    const settled = [...many(20), ...many(5, { outcome: 'rejected' })];
    expect(review(offered, settled)).toMatchObject([{ type: 'withdrawn', topic }]);
    expect(applyAutonomy(offered, review(offered, settled))).toEqual(noAutonomy);
  });

  test('the same review again says nothing new', () => {
    expect(review(offered, many(20))).toEqual([]);
    expect(review(on, many(20))).toEqual([]);
  });
});

describe('a person decides', () => {
  test('a manager turns on what is offered', () => {
    expect(on.topics[topic]).toEqual({ state: 'on', at: now, by: manager.by });
  });

  test('nothing that was not offered can be turned on', () => {
    expect(turnOn(noAutonomy, topic, manager)).toEqual({ refused: 'not_offered' });
    expect(turnOn(noAutonomy, 'constructor', manager)).toEqual({ refused: 'not_offered' });
  });

  test('agents and requesters turn nothing on', () => {
    expect(turnOn(offered, topic, { ...manager, role: 'agent' })).toEqual({ refused: 'not_allowed' });
    expect(decline(offered, topic, { ...manager, role: 'agent' })).toEqual({ refused: 'not_allowed' });
  });

  test('an agent may stop it at once', () => {
    const stopped = applyAutonomy(on, eventsOf(turnOff(on, topic, { ...manager, role: 'agent' })));
    expect(stopped.topics[topic]?.state).toBe('off');
    expect(turnOff(on, topic, { ...manager, role: 'requester' })).toEqual({ refused: 'not_allowed' });
  });

  test('what was declined or turned off is offered again only when it is earned anew', () => {
    const declined = applyAutonomy(offered, eventsOf(decline(offered, topic, manager)));
    expect(review(declined, many(20))).toEqual([]);
    const later = laterBy(now, 30 * day);
    const since = Array.from({ length: 20 }, (_, at) => ({ ...one(0), at: laterBy(now, (1 + at) * day) }));
    expect(review(declined, [...many(20), ...since], later)).toMatchObject([{ type: 'offered' }]);
  });
});

describe('stopping', () => {
  const since = laterBy(now, -10 * day);

  test('one requester who came back is chance', () => {
    expect(
      mustStop([...many(5, { byRule: true }), one(1, { byRule: true, cameBack: true })], since),
    ).toBeUndefined();
  });

  test('two that came back stop it, and it says why', () => {
    const settled = [...many(4, { byRule: true }), ...many(2, { byRule: true, cameBack: true })];
    expect(mustStop(settled, since)).toBe('the requester came back after 2 of the last 6');
  });

  test('two drafts that people changed stop it', () => {
    const settled = [...many(4, { byRule: true }), ...many(2, { outcome: 'edited' })];
    expect(mustStop(settled, since)).toBe('people changed or turned down 2 of the last 6');
  });

  test('only the latest twenty since it was turned on count', () => {
    const good = Array.from({ length: 20 }, () => one(1, { byRule: true }));
    expect(
      mustStop([...good, one(8, { cameBack: true }), one(9, { cameBack: true })], since),
    ).toBeUndefined();
    expect(mustStop([one(11, { cameBack: true }), one(12, { cameBack: true })], since)).toBeUndefined();
  });

  test('the desk turns the topic off by itself', () => {
    const afterwards = many(2, { byRule: true, cameBack: true }).map((each) => ({
      ...each,
      at: laterBy(now, day),
    }));
    const events = review(on, [...many(20), ...afterwards], laterBy(now, 2 * day));
    expect(events).toMatchObject([
      { type: 'turned_off', topic, by: 'desk', why: 'the requester came back after 2 of the last 2' },
    ]);
  });
});

test('a dry run shows what would have been sent in the last thirty days', () => {
  const settled = [one(1), one(2, { outcome: 'edited' }), one(3, { eligible: false }), one(31)];
  expect(dryRun(settled, now)).toEqual({
    all: 2,
    unchanged: 1,
    edited: 1,
    rejected: 0,
    cameBack: 0,
    tickets: ['T-1', 'T-2'],
  });
});
