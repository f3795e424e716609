import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { PracticeChange, PracticeState } from '../../src/practice/control.ts';
import { openPractice } from './support/desk.ts';

type Practice = Awaited<ReturnType<typeof openPractice>>;

function post(practice: Practice, route: string, body: unknown, type = 'application/json') {
  return fetch(new URL(route, practice.url), {
    method: 'POST',
    headers: { 'content-type': type },
    body: JSON.stringify(body),
  });
}

test('the page speaks as a person and finds what was said in the state', async () => {
  const practice = await openPractice({ retryDelaysMs: [] });
  const said = await post(practice, '/control/message', { as: 'UANA', channel: 'CSUPPORT', text: 'hello' });
  const { ts } = (await said.json()) as { ts: string };
  const state = (await (await fetch(new URL('/control/state', practice.url))).json()) as PracticeState;
  expect(state.messages).toMatchObject([{ ts, text: 'hello', user: 'UANA', channel: 'CSUPPORT' }]);
  expect(state.people.map(({ id }) => id)).toContain('UBEN');
});

test('a senseless request is refused in plain words', async () => {
  const practice = await openPractice();
  const answers = await Promise.all([
    post(practice, '/control/message', { as: 'UNOBODY', channel: 'CSUPPORT', text: 'x' }),
    post(practice, '/control/message', { as: 'UANA', channel: 'CSUPPORT', text: 'x', extra: 1 }),
    post(practice, '/control/message', { as: 'UBEN', channel: 'CSECRET', text: 'x' }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([400, 400, 400]);
  expect(await answers[0]?.json()).toEqual({ error: 'There is nobody with the id UNOBODY.' });
});

test('changes stream as they happen, and a watcher that was away gets what it missed', async () => {
  const practice = await openPractice({ retryDelaysMs: [] });
  const { revision } = practice.state();
  const { ts } = practice.control.say({ as: 'UANA', channel: 'CSUPPORT', text: 'missed' });
  const leave = new AbortController();
  const stream = await fetch(new URL(`/control/stream?after=${revision}`, practice.url), {
    signal: leave.signal,
  });
  practice.control.say({ as: 'UBEN', channel: 'CSUPPORT', text: 'live', threadTs: ts });
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of stream.body!) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    if (text.includes('"replyCount":1')) break;
  }
  leave.abort();
  const changes = [...text.matchAll(/^data: (.*)$/gm)].map(([, json]) => JSON.parse(json!) as PracticeChange);
  const messages = changes.flatMap((change) => (change.type === 'message' ? [change.message.text] : []));
  expect(messages).toEqual(['missed', 'live', 'missed']);
  const revisions = changes.map((change) => change.revision);
  expect(revisions).toEqual([...revisions].sort((a, b) => a - b));
  expect(revisions[0]).toBeGreaterThan(revision);
});

function withHeaders(practice: Practice, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const outgoing = request(`${practice.url}control/state`, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    outgoing.on('error', reject).end();
  });
}

test('only this machine is answered, and only in JSON', async () => {
  const practice = await openPractice();
  expect(await withHeaders(practice, { host: 'evil.example' })).toBe(403);
  expect(await withHeaders(practice, { origin: 'https://evil.example' })).toBe(403);
  expect(await withHeaders(practice, { host: `localhost:${practice.port}` })).toBe(200);
  const typed = await post(practice, '/control/clock', { advanceMs: 1 }, 'text/plain');
  expect(typed.status).toBe(415);
});

test('the page is served with a policy against foreign scripts, and nothing outside its folder is', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'page-'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Practice</title>');
  try {
    const practice = await openPractice({ pageFolder: folder });
    const page = await fetch(practice.url);
    expect(await page.text()).toContain('Practice');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(page.headers.get('cache-control')).toBe('no-store');
    const outside = await fetch(`${practice.url}%2e%2e%2f%2e%2e%2fetc%2fpasswd`);
    expect(outside.status).toBe(404);
  } finally {
    await rm(folder, { recursive: true });
  }
});
