import { WebAPIRateLimitedError } from '@slack/web-api';
import { expect, test } from 'vitest';
import { aClient, openPractice } from './support/desk.ts';

const silent = { retryDelaysMs: [] };
const texts = (practice: Awaited<ReturnType<typeof openPractice>>) =>
  practice.state().messages.map(({ text }) => text);

test('a call that breaks after it took effect leaves its message behind, so a blind second try doubles it', async () => {
  const practice = await openPractice(silent);
  const client = aClient(practice);
  practice.control.faults({ add: [{ method: 'chat.postMessage', drop: 'after' }] });
  const post = {
    channel: 'CSUPPORT',
    text: 'once?',
    metadata: { event_type: 'muster', event_payload: { key: 'k' } },
  };
  await expect(client.chat.postMessage(post)).rejects.toThrow();
  const found = await client.conversations.history({ channel: 'CSUPPORT', include_all_metadata: true });
  expect(found.messages?.[0]).toMatchObject({ metadata: post.metadata });
  await client.chat.postMessage(post);
  expect(texts(practice)).toEqual(['once?', 'once?']);
});

test('a call that breaks before has no effect', async () => {
  const practice = await openPractice(silent);
  practice.control.faults({ add: [{ method: 'chat.postMessage', channel: 'CSUPPORT', drop: 'before' }] });
  await expect(aClient(practice).chat.postMessage({ channel: 'CSUPPORT', text: 'x' })).rejects.toThrow();
  expect(texts(practice)).toEqual([]);
  expect(practice.calls()).toMatchObject([{ method: 'chat.postMessage', ok: false }]);
});

test('a slow call takes effect although its caller gave up waiting', async () => {
  const practice = await openPractice(silent);
  practice.control.faults({ add: [{ method: '*', delayMs: 400 }] });
  const post = fetch(`${practice.apiUrl}chat.postMessage`, {
    method: 'POST',
    headers: { authorization: 'Bearer xoxb-practice', 'content-type': 'application/json' },
    body: JSON.stringify({ channel: 'CSUPPORT', text: 'slow' }),
    signal: AbortSignal.timeout(100),
  });
  await expect(post).rejects.toThrow();
  expect(texts(practice)).toEqual(['slow']);
});

test('an error or a status happens as often as planned, then no more', async () => {
  const practice = await openPractice(silent);
  const client = aClient(practice);
  practice.control.faults({ add: [{ method: 'chat.postMessage', times: 2, error: 'fatal_error' }] });
  const post = () => client.chat.postMessage({ channel: 'CSUPPORT', text: 'x' });
  await expect(post()).rejects.toMatchObject({ data: { error: 'fatal_error' } });
  await expect(post()).rejects.toMatchObject({ data: { error: 'fatal_error' } });
  expect((await post()).ok).toBe(true);
  practice.control.faults({ add: [{ method: 'chat.postMessage', status: 503 }] });
  await expect(post()).rejects.toThrow();
  practice.control.faults({ add: [{ method: 'chat.postMessage', error: 'never' }], clear: true });
  practice.control.faults({ clear: true });
  expect((await post()).ok).toBe(true);
});

test('Slack’s pace refuses a flood in one channel, says how long to wait, and leaves the others alone', async () => {
  let now = Date.parse('2026-11-20T10:00:00.000Z');
  const practice = await openPractice({ ...silent, pace: 'slack', now: () => now });
  const client = aClient(practice);
  const post = (channel: string) => client.chat.postMessage({ channel, text: 'x' });
  for (let i = 0; i < 5; i += 1) await post('CSUPPORT');
  const refused = await post('CSUPPORT').catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(WebAPIRateLimitedError);
  expect((refused as WebAPIRateLimitedError).retryAfter).toBe(1);
  expect((await post('CTRIAGE')).ok).toBe(true);
  now += 1000;
  expect((await post('CSUPPORT')).ok).toBe(true);
  expect(practice.calls().map(({ status }) => status)).toContain(429);
});
