import { expect, test } from 'vitest';
import { readConfig } from '../src/config.ts';
import { termsOf } from '../src/domain/sla/policy.ts';
import { day, hour, minute } from '../src/domain/time.ts';
import { categories, plans, severities } from '../src/domain/words.ts';
import { promisesOf } from '../src/promises-of.ts';
import { ten } from './support/builders.ts';

/** The promises of a desk file; `#vip` and its id are the same channel. */
async function promises(text = '') {
  const config = readConfig({}, (path) => (path === 'desk.yaml' ? text : undefined));
  return promisesOf(config, async (reference) => reference.replace(/^#/, 'slack:C-'));
}

async function terms(text: string, given: { severity?: 'P1' | 'P2' | 'P4'; plan?: 'enterprise' } = {}) {
  const edition = { edition: 1, since: ten, ...(await promises(text)) };
  const { severity = 'P2' as const, plan = 'business' as const } = given;
  return termsOf(edition, { plan, severity, category: 'billing', channel: 'slack:C-vip' });
}

const usual: readonly [target: string, forAll: readonly string[], forCritical: readonly string[]][] = [
  ['first_response', [], []],
  ['next_response', [], []],
  ['next_update', ['pending'], []],
  ['first_resolution', ['pending'], []],
  ['total_resolution', ['pending'], []],
];

test.each(usual)('what pauses %s when nothing is said', async (target, forAll, forCritical) => {
  const [critical, rest] = (
    await promises(`sla:\n  - when: { severity: P1 }\n    ${target}: 1h\n  - ${target}: 1h\n`)
  ).rules;
  expect(rest?.targets).toMatchObject({ [target]: { pauses: forAll } });
  expect(critical?.targets).toMatchObject({ [target]: { pauses: forCritical } });
});

test('a target runs as it says itself, else as its policy says', async () => {
  const { rules } = await promises(
    'calendars:\n  office: { week: { mon: ["09:00-17:00"] } }\n' +
      'sla:\n  - calendar: office\n    pauses: [on_hold]\n    warn: [80]\n    floor: 1h\n    automatic_answers: true\n' +
      '    first_response: 4h\n    next_update: 1h\n' +
      '    total_resolution: { within: 16h, calendar: always, pauses: [pending, on_hold], warn: [] }\n',
  );
  expect(rules).toEqual([
    {
      name: 'everyone',
      when: {},
      floorMs: hour,
      automaticAnswers: true,
      targets: {
        first_response: { withinMs: 4 * hour, calendar: 'office', pauses: ['on_hold'], warn: [80] },
        next_update: { withinMs: hour, calendar: 'office', pauses: ['on_hold'], warn: [] },
        total_resolution: {
          withinMs: 16 * hour,
          calendar: 'always',
          pauses: ['on_hold', 'pending'],
          warn: [],
        },
      },
    },
  ]);
});

const warned: readonly [who: string, when: string, warn: readonly number[]][] = [
  ['what is critical', '{ severity: P1 }', [50, 75, 90]],
  ['what is high', '{ severity: P2 }', [50, 75, 90]],
  ['what is medium', '{ severity: P3 }', [75, 90]],
  ['what is low', '{ severity: [P3, P4] }', [75, 90]],
  ['what may be grave or not', '{ severity: [P2, P3] }', [50, 75, 90]],
  ['everything', '{}', [50, 75, 90]],
];

test.each(warned)(
  '%s is warned of as often as it is grave, unless the policy says so itself',
  async (_who, when, warn) => {
    const given = `sla:\n  - when: ${when}\n    first_response: 1h\n    next_response: { within: 1h, warn: [10] }\n`;
    const [own] = (await promises(given)).rules;
    expect(own?.targets.first_response?.warn).toEqual(warn);
    expect(own?.targets.next_response?.warn).toEqual([10]);
    const [all] = (await promises(`${given}    warn: [20]\n`)).rules;
    expect(all?.targets.first_response?.warn).toEqual([20]);
  },
);

test('policies without a name are called by whom they are for', async () => {
  const { rules } = await promises(
    'sla:\n' +
      '  - { when: { plan: enterprise, severity: P1 }, first_response: 1h }\n' +
      '  - { when: { severity: [P1, P2], channel: ["#vip", "#gold"] }, first_response: 1h }\n' +
      '  - { when: { category: feature_request }, first_response: 1h }\n' +
      '  - { name: the rest, first_response: 1h }\n',
  );
  expect(rules.map(({ name }) => name)).toEqual([
    'enterprise P1',
    'P1/P2 in #vip/#gold',
    'feature request',
    'the rest',
  ]);
  expect(rules[1]?.when.channel).toEqual(['slack:C-gold', 'slack:C-vip']);
});

test('the shipped policies have names of their own and promise every customer answers, updates and one time for the solution', async () => {
  const edition = { edition: 1, since: ten, ...(await promises()) };
  expect(new Set(edition.rules.map(({ name }) => name)).size).toBe(12);
  for (const plan of plans) {
    for (const severity of severities) {
      for (const category of categories) {
        const found = termsOf(edition, { plan, severity, category, channel: 'slack:C1' });
        expect(found?.policy).toBe(`${plan} ${severity}`);
        expect(Object.keys(found?.targets ?? {}).toSorted()).toEqual([
          'first_response',
          'next_response',
          'next_update',
          'total_resolution',
        ]);
      }
    }
  }
});

test('what is graver, and whoever pays more, is never promised less', async () => {
  const { rules } = await promises();
  const within = (plan: string, severity: string, target: 'first_response' | 'total_resolution') =>
    rules.find(({ name }) => name === `${plan} ${severity}`)?.targets[target]?.withinMs ?? 0;
  for (const target of ['first_response', 'total_resolution'] as const) {
    for (const plan of plans) {
      const times = severities.map((severity) => within(plan, severity, target));
      expect(times).toEqual(times.toSorted((one, other) => one - other));
    }
    for (const severity of severities) {
      const times = plans.map((plan) => within(plan, severity, target));
      expect(times).toEqual(times.toSorted((one, other) => one - other));
    }
  }
});

test('updates are owed by the cadence of the plan, and by the policy where it says so itself', async () => {
  const text = 'cadence: { P2: 24h, P4: never, calendar: always, enterprise: { P1: 30m, P2: never } }\n';
  const every = async (given: Parameters<typeof terms>[1], more = '') =>
    (await terms(text + more, given))?.targets.next_update?.withinMs;
  expect(await every({ severity: 'P1', plan: 'enterprise' })).toBe(30 * minute);
  expect(await every({ severity: 'P1' })).toBe(hour);
  expect(await every({ severity: 'P2' })).toBe(day);
  expect(await every({ severity: 'P2', plan: 'enterprise' })).toBeUndefined();
  expect(await every({ severity: 'P4' })).toBeUndefined();
  const own = 'sla:\n  - { when: { severity: P2 }, next_update: 6h }\n  - first_response: 4h\n';
  expect(await every({ severity: 'P2', plan: 'enterprise' }, own)).toBe(6 * hour);
});

test('the same promises written in another order come out the same', async () => {
  const one = await promises(
    'calendars:\n' +
      '  office: { week: { mon: ["09:00-17:00"], tue: ["09:00-12:00"] }, holidays: ["2026-12-25", "2026-12-24"] }\n' +
      '  spare: { week: { sat: ["09:00-17:00"] } }\n' +
      'sla:\n  - when: { severity: [P1, P2] }\n    first_response: 60m\n    calendar: office\n    pauses: [pending, on_hold]\n',
  );
  const other = await promises(
    'sla:\n  - pauses: [on_hold, pending]\n    name: P1/P2\n    calendar: office\n    first_response: { within: 1h }\n    when: { severity: [P2, P1] }\n' +
      'calendars:\n' +
      '  office: { holidays: ["2026-12-24", "2026-12-25"], week: { tue: ["09:00-12:00"], mon: ["09:00-17:00"] } }\n' +
      'cadence: { P4: 1w }\n',
  );
  expect(JSON.stringify(other)).toEqual(JSON.stringify(one));
});
