import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { doctor, type Examined } from '../../src/cli/doctor.ts';
import { readConfig } from '../../src/config.ts';
import { Misconfigured } from '../../src/domain/errors.ts';
import { openLowdbStore } from '../../src/stores/lowdb/lowdb-store.ts';
import { fakeClock } from '../support/fake-clock.ts';
import { aConfig, aFolder } from './data-folder.ts';

async function examine(dataFolder: string, given: Partial<Examined> = {}) {
  const lines: string[] = [];
  const code = await doctor(
    {
      config: () => aConfig(dataFolder),
      personas: async () => new Map([['tess', {}]]),
      slack: async () => [],
      claude: async () => [],
      clock: fakeClock(),
      ...given,
    },
    (line) => void lines.push(line),
  );
  return { code, lines };
}

test('a fresh practice desk is in order', async () => {
  const folder = await aFolder();
  expect(await examine(folder)).toEqual({
    code: 0,
    lines: [
      '✓ 1 persona is ready',
      '✓ No desk.yaml: all defaults',
      `✓ ${folder} can be written: 0 tickets`,
      '✓ No timer is overdue',
      '✓ No SLACK_BOT_TOKEN: the desk runs its own practice workspace',
      '✓ No ANTHROPIC_API_KEY: the offline engine answers',
      '',
      'Everything is in order.',
    ],
  });
});

test('looking makes no data folder, and says that the desk will make it', async () => {
  const folder = join(await aFolder(), 'desk', 'data');
  const { code, lines } = await examine(folder);
  expect(code).toBe(0);
  expect(lines).toContain(`✓ ${folder} is not there yet: the desk makes it when it starts`);
  expect(existsSync(folder)).toBe(false);
  const env = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };
  const real = await examine(folder, { config: () => aConfig(folder, env) });
  expect(real.lines).toContain('! The knowledge base is empty');
  expect(existsSync(folder)).toBe(false);
});

test('a day of working hours is told from a day', async () => {
  const text =
    'calendars: { office: { week: { mon: ["09:00-17:00"] } } }\nsla: [{ total_resolution: 2d, calendar: office }]\n';
  const { code, lines } = await examine(await aFolder(), {
    config: () => ({ ...readConfig({}, () => text), dataFolder: './data-nobody-made' }),
  });
  expect(code).toBe(0);
  const [what, effect, repair] = lines.slice(lines.findIndex((line) => line.includes('48 working hours')));
  expect(what).toMatch(/^! sla\[1\]\.total_resolution 2d in calendar office is 48 working hours/);
  expect([effect, repair]).toEqual([
    '    Effect: The promise is kept later than it reads.',
    '    Repair: Write 16h for 2 working days.',
  ]);
});

test('a solution that is promised sooner than the first answer is a warning', async () => {
  const text = 'sla:\n  - first_response: 4h\n    total_resolution: 1h\n';
  const { code, lines } = await examine(await aFolder(), {
    config: () => ({ ...readConfig({}, () => text), dataFolder: './data-nobody-made' }),
  });
  expect(code).toBe(0);
  expect(lines).toContain('! sla[1].total_resolution 1h is shorter than first_response 4h');
});

test('every mistake in the settings is shown, and the exit code says so', async () => {
  const { code, lines } = await examine(await aFolder(), {
    config: () => readConfig({ PORT: 'x' }, () => 'desk:\n  nam: A\n'),
  });
  expect(code).toBe(1);
  expect(lines.slice(1)).toEqual([
    '✗ The desk did not start. There are 2 problems in its settings:',
    '    PORT must be a number from 0 to 65535',
    '    desk.yaml:2: desk.nam is not a known key; did you mean name?',
    '    Effect: The desk does not start.',
    '',
    '2 problems.',
  ]);
});

test('personas that do not load are a problem', async () => {
  const { code, lines } = await examine(await aFolder(), {
    personas: async () => {
      throw new Misconfigured('The personas cannot be used:\ntess.md:3: role is missing');
    },
  });
  expect(code).toBe(1);
  expect(lines.slice(0, 2)).toEqual(['✗ The personas cannot be used:', '  tess.md:3: role is missing']);
});

test('late promises and parked work are told with effect and repair', async () => {
  const folder = await aFolder();
  const clock = fakeClock();
  const store = await openLowdbStore({ folder });
  await store.commit({
    kind: 'ticket',
    id: 'T-1',
    expectedVersion: 0,
    events: [],
    state: {},
    at: clock.now(),
    summary: {
      id: 'T-1',
      subject: 'x',
      status: 'open',
      requester: 'fake:U1',
      openedAt: clock.now(),
      changedAt: clock.now(),
      threads: [],
    },
    timers: [{ set: 'remind', kind: 'remind', dueAt: '2026-11-20T09:00:00.000Z' }],
    outbox: [{ add: 'card', kind: 'card', channel: 'fake:C1', priority: 1 }],
  });
  const [claim] = await store.claim('outbox', { now: clock.now(), leaseMs: 1000, limit: 1 });
  await store.settle('outbox', claim!, { parked: 'is_archived', at: clock.now() });
  await store.close();
  const { code, lines } = await examine(folder, { clock });
  expect(code).toBe(0);
  const text = lines.join('\n');
  expect(text).toContain(
    '! The oldest overdue timer: remind of T-1, due since 2026-11-20T09:00:00.000Z\n    Effect: Reminders',
  );
  expect(text).toContain('! 1 piece of work was given up after many tries\n    Effect:');
  expect(lines.at(-1)).toBe('2 warnings.');
});

test('a running desk is recognised by the data folder it holds', async () => {
  const folder = await aFolder();
  const store = await openLowdbStore({ folder });
  const { code, lines } = await examine(folder);
  expect(code).toBe(0);
  expect(lines).toContain(
    `✓ ${folder} is in use: the desk is running (process ${process.pid}). /readyz tells how it does`,
  );
  expect(lines).toContain('✓ No timer is overdue');
  await store.close();
});

test('a real desk is warned of settings and lists that are missing, and shows what Slack lacks', async () => {
  const env = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', DATABASE_URL: 'postgres://x' };
  const folder = await aFolder();
  const { code, lines } = await examine(folder, {
    config: () => aConfig(folder, env),
    slack: async () => [
      { level: 'ok', what: 'In the workspace Acme.', effect: '', repair: '' },
      { level: 'problem', what: 'Not in #support.', effect: 'It hears nothing there.', repair: 'Invite it.' },
    ],
  });
  expect(code).toBe(1);
  const text = lines.join('\n');
  expect(text).toContain('! DATABASE_URL is set, but this version does not use it yet');
  expect(text).toContain('! Nobody is named under people.agents or people.managers\n    Effect: Nobody can');
  expect(text).toContain('! The knowledge base is empty');
  expect(text).toContain('    Repair: muster import accounts <file.csv>');
  expect(text).toContain(
    '✓ In the workspace Acme.\n✗ Not in #support.\n    Effect: It hears nothing there.\n    Repair: Invite it.',
  );
  expect(lines.at(-1)).toBe('1 problem, 5 warnings.');
});

test('a Slack that cannot be asked is a problem', async () => {
  const folder = await aFolder();
  const { code, lines } = await examine(folder, {
    config: () => aConfig(folder, { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' }),
    slack: async () => {
      throw new Misconfigured('invalid_auth');
    },
  });
  expect(code).toBe(1);
  expect(lines).toContain('✗ Slack cannot be asked: invalid_auth');
});
