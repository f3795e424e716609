import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { openPractice, until } from './support/desk.ts';
import { listen } from './support/listening.ts';

const short = { retryDelaysMs: [0, 20, 40] };
const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

type Answer = { status: number; headers?: Record<string, string> } | 'silence';

/** A bare receiver that answers each attempt as listed, and the headers it saw. */
async function receiver(answers: Answer[]): Promise<{ url: string; seen: Record<string, unknown>[] }> {
  const seen: Record<string, unknown>[] = [];
  const server = createServer((request, response) => {
    const answer = answers[Math.min(seen.length, answers.length - 1)] ?? { status: 200 };
    seen.push(request.headers);
    if (answer !== 'silence') response.writeHead(answer.status, answer.headers).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(() => {
    server.close();
    server.closeAllConnections();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`, seen };
}

async function saying(answers: Answer[], given = {}) {
  const { url, seen } = await receiver(answers);
  const practice = await openPractice({ ...short, eventsUrl: url, ...given });
  practice.control.say({ as: 'UANA', channel: 'CSUPPORT', text: 'hello' });
  return { practice, seen };
}

test('a slow acknowledgement is tried again with the number and the reason', async () => {
  const { practice, seen } = await saying(['silence', { status: 200 }], { ackLimitMs: 50 });
  await until(() => practice.deliveries().length === 2);
  expect(practice.deliveries().map(({ status, attempt }) => [status, attempt])).toEqual([
    ['timeout', 1],
    [200, 2],
  ]);
  expect(seen[0]).not.toHaveProperty('x-slack-retry-num');
  expect(seen[1]).toMatchObject({ 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' });
});

test('an event nobody takes is tried four times in all', async () => {
  const { practice, seen } = await saying([{ status: 500 }]);
  await until(() => seen.length === 4);
  await practice.idle();
  practice.advance(3_600_000);
  await practice.idle();
  expect(practice.deliveries().map(({ status }) => status)).toEqual([500, 500, 500, 500]);
  expect(seen[3]).toMatchObject({ 'x-slack-retry-num': '3', 'x-slack-retry-reason': 'http_error' });
});

test('a desk that wants no retry gets none', async () => {
  const { practice } = await saying([{ status: 500, headers: { 'x-slack-no-retry': '1' } }]);
  await until(() => practice.deliveries().length === 1);
  practice.advance(3_600_000);
  await practice.idle();
  expect(practice.deliveries()).toHaveLength(1);
});

test('the practice clock brings a waiting retry forward', async () => {
  const answers: Answer[] = [{ status: 500 }, { status: 500 }, { status: 200 }];
  const { practice, seen } = await saying(answers, { retryDelaysMs: [0, 60_000] });
  await until(() => practice.deliveries().length === 2);
  expect(seen).toHaveLength(2);
  practice.advance(60_000);
  await practice.idle();
  expect(seen).toHaveLength(3);
});

test('without a desk an event is refused', async () => {
  const practice = await openPractice({ retryDelaysMs: [] });
  practice.control.say({ as: 'UANA', channel: 'CSUPPORT', text: 'anybody?' });
  await practice.idle();
  expect(practice.deliveries()).toMatchObject([{ status: 'refused' }]);
});

test('only addresses on this machine are told anything', async () => {
  const practice = await openPractice();
  expect(() => practice.connect('https://example.com/slack/events')).toThrow('only talks to this machine');
});

test('a planned duplicate reaches the desk with one id', async () => {
  const { practice, heard } = await listen();
  practice.control.faults({ add: [{ method: 'deliver', duplicate: 3 }] });
  practice.control.say({ as: 'UANA', channel: 'CSUPPORT', text: 'thrice' });
  await practice.idle();
  expect(heard).toHaveLength(3);
  expect(new Set(heard.map(({ id }) => id)).size).toBe(1);
});

test('an acknowledgement lost on the way makes Slack send the event again', async () => {
  const { practice, heard } = await listen(short);
  practice.control.faults({ add: [{ method: 'deliver', channel: 'CSUPPORT', drop: 'after' }] });
  practice.control.say({ as: 'UANA', channel: 'CSUPPORT', text: 'twice' });
  await until(() => practice.deliveries().length === 2);
  expect(heard.map(({ retryNum }) => retryNum)).toEqual([undefined, 1]);
  expect(heard[0]?.id).toBe(heard[1]?.id);
});

test('a thousand messages arrive, each once', async () => {
  // On a busy machine so many at once take longer than Slack waits for each; what is late comes again by right.
  const { practice, heard } = await listen({ ackLimitMs: 20_000 });
  for (let i = 0; i < 1000; i += 1)
    practice.control.say({ as: 'UANA', channel: 'CSUPPORT', text: `message ${i}` });
  await practice.idle();
  expect(new Set(heard.map(({ event }) => event.text)).size).toBe(1000);
  expect(heard).toHaveLength(1000);
});
