import { stat, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLog } from '../../src/log.ts';
import { practiceBot } from '../../src/practice/content/people.ts';
import { openLowdbStore } from '../../src/stores/lowdb/lowdb-store.ts';
import { journeyChannels } from '../support/practice-names.ts';
import { openPlace, type Place } from './support/place.ts';

let place: Place;
beforeEach(async () => {
  place = await openPlace();
});
afterEach(() => place.close());

test('a desk that is asked to stop ends what is under way within ten seconds, and ends well', async () => {
  const desk = await place.start();
  await desk.opened();
  place.practice.control.faults({ add: [{ method: 'chat.postMessage', delayMs: 2_000, times: 2 }] });
  const said = Array.from({ length: 60 }, (_, index) =>
    place.practice.control.say({
      as: 'U01DANA',
      channel: 'C01SUPPORT',
      text: `Order ${index} fails with error 502`,
    }),
  );
  await place.until(() => place.practice.calls().some(({ method }) => method === 'users.info'));
  const { code, tookMs } = await desk.end('SIGTERM');
  expect(code).toBe(0);
  expect(tookMs).toBeLessThan(10_000);
  const acknowledged = place.practice.deliveries().filter(({ status }) => status === 200).length;
  const again = await place.start();
  await again.opened();
  await place.until(
    () =>
      new Set(
        place.practice
          .deliveries()
          .filter(({ status }) => status === 200)
          .map(({ id }) => id),
      ).size >= said.length,
  );
  expect((await again.end('SIGTERM')).code).toBe(0);
  expect(acknowledged).toBeGreaterThan(0);
  const store = await openLowdbStore({
    folder: place.data,
    log: createLog({ level: 'error', to: 'stderr' }),
  });
  const kept = (await store.intake({ limit: 1000 })).filter(({ event }) => event.type === 'message');
  await store.close();
  expect(kept).toHaveLength(said.length);
});

test('a second desk on the same data folder is refused by the pid of the first, which goes on', async () => {
  const first = await place.start();
  await first.opened();
  const second = await place.start({ PORT: '0' });
  expect(await second.ended()).toBe(1);
  expect(second.output()).toContain(`is in use by process ${first.pid}. Stop that one first`);
  place.practice.control.say({ as: 'U01DANA', channel: 'C01SUPPORT', text: 'Checkout fails' });
  await place.until(() => place.practice.deliveries().some(({ status }) => status === 200));
});

test('a desk on a port that is taken says so and leaves the folder free', async () => {
  const first = await place.start();
  await first.opened();
  const second = await place.start({ MUSTER_DATA: `${place.data}-2` });
  expect(await second.ended()).toBe(1);
  expect(second.output()).toMatch(/cannot listen on 127\.0\.0\.1:\d+: another program is using it/);
  await first.end('SIGKILL');
  const third = await place.start({ MUSTER_DATA: `${place.data}-2` });
  await third.opened();
});

test('a wrong desk.yaml stops the start with every mistake and its line, and nothing is begun', async () => {
  await writeFile(
    place.settings,
    [
      'desk:',
      '  name: ""',
      '  timezone: Europe/Berlim',
      'chanels: { intake: ["#support"] }',
      'channels: { triage: support triage }',
      'people: { agents: ana }',
      'queues: [{ name: billing, when: { category: bills } }]',
      'automation: { auto_send: always, confidence: 3, quiet_close_after: soon }',
    ].join('\n'),
  );
  const desk = await place.start();
  expect(await desk.ended()).toBe(1);
  const output = desk.output();
  for (const line of [2, 3, 4, 5, 6, 7, 8]) expect(output).toContain(`desk.yaml:${line}: `);
  expect(output.match(/desk\.yaml:8: /g)).toHaveLength(3);
  expect(place.practice.calls()).toEqual([]);
  await expect(stat(place.data)).rejects.toThrow('ENOENT');
});

test('names Slack does not know are all told at once, and no event is taken', async () => {
  await writeFile(
    place.settings,
    'channels: { intake: ["#suport"], triage: "#triage" }\npeople: { agents: [nobody@larder.test] }\n',
  );
  const desk = await place.start();
  expect(await desk.ended()).toBe(1);
  expect(desk.output()).toContain('there is no channel #suport');
  expect(desk.output()).toContain('there is no channel #triage');
  expect(desk.output()).toContain('nobody is called nobody@larder.test');
  await expect(fetch(place.eventsUrl, { method: 'POST' })).rejects.toThrow();
});

test('a wrong token is told at the start', async () => {
  const desk = await place.start({ SLACK_BOT_TOKEN: 'xoxb-wrong' });
  expect(await desk.ended()).toBe(1);
  expect(desk.output()).not.toContain('xoxb-wrong');
  expect(desk.output()).toMatch(/token/i);
});

test('a desk that is not in its intake channel, or has no team, says so when it starts', async () => {
  await place.close();
  const channels = journeyChannels.map((each) =>
    each.name === 'support'
      ? { ...each, members: each.members.filter((member) => member !== practiceBot) }
      : each,
  );
  place = await openPlace({ channels });
  await writeFile(place.settings, 'desk: { name: Acme }\n');
  const desk = await place.start();
  await desk.opened();
  await place.until(() => desk.output().includes('"what":"The desk is not in #support."'));
  expect(desk.output()).toContain('"fact":"nobody_may_answer"');
});

test('a log that a program reads consists of JSON lines alone, and the sentence that it is open stands beside it', async () => {
  const desk = await place.start();
  await desk.opened();
  place.practice.control.say({ as: 'U01DANA', channel: 'C01SUPPORT', text: 'Checkout fails' });
  await desk.end('SIGTERM');
  for (const line of desk
    .facts()
    .split('\n')
    .filter((each) => each !== '')) {
    expect(JSON.parse(line)).toMatchObject({ fact: expect.any(String) });
  }
  expect(desk.output()).toMatch(/is open\. Slack reaches the desk at/);
});

test('a desk that starts before Slack can be reached waits for it, and opens when it can', async () => {
  place.practice.control.faults({ add: [{ method: '*', status: 503, times: 1 }] });
  const desk = await place.start();
  await desk.opened();
  expect(desk.output()).toContain('"fact":"slack_not_reached_yet"');
});
