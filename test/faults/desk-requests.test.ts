import { readdir, readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { signatureHeaders } from '../../src/practice/server/sign.ts';
import { deskKeys } from '../support/practice-names.ts';
import { openPlace, type Place } from './support/place.ts';

let place: Place;
let url: string;
beforeEach(async () => {
  place = await openPlace();
  const desk = await place.start();
  await desk.opened();
  url = place.eventsUrl;
});
afterEach(() => place.close());

const now = () => Math.floor(Date.now() / 1000);

function aMessage(more: Record<string, unknown> = {}): string {
  const ts = `${now()}.000100`;
  const message = {
    type: 'message',
    channel: 'C01SUPPORT',
    channel_type: 'channel',
    user: 'U01DANA',
    ts,
    text: 'Checkout is down',
  };
  const envelope = {
    type: 'event_callback',
    team_id: 'T0PRACTICE',
    api_app_id: 'A0PRACTICE',
    event_id: `Ev${ts}`,
  };
  return JSON.stringify({ ...envelope, event: { ...message, ...more } });
}

async function send(
  body: string,
  headers: Record<string, string>,
  type = 'application/json',
): Promise<number> {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': type, ...headers }, body });
  return response.status;
}

function signed(body: string, type?: string): Promise<number> {
  return send(body, signatureHeaders(deskKeys.signingSecret, body, now()), type);
}

/** Everything the desk has on disk, but its lock. */
async function onDisk(): Promise<string> {
  const names = (await readdir(place.data, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  );
  const texts = names.map(({ parentPath, name }) => readFile(join(parentPath, name), 'utf8'));
  return (await Promise.all(texts)).join('\n');
}

test('a forged, an old and a missing signature are answered 401 and nothing is kept', async () => {
  const body = aMessage();
  expect(await send(body, signatureHeaders('another secret', body, now()))).toBe(401);
  expect(await send(body, signatureHeaders(deskKeys.signingSecret, body, now() - 6 * 60))).toBe(401);
  expect(await send(body, {})).toBe(401);
  expect(await send(`${body} `, signatureHeaders(deskKeys.signingSecret, body, now()))).toBe(401);
  expect(await onDisk()).not.toContain('Checkout is down');
  expect(await signed(body)).toBe(200);
  expect(await onDisk()).toContain('Checkout is down');
});

test('a body that is too large is refused without being read to its end', async () => {
  const body = aMessage({ text: 'x'.repeat(1024 * 1024) });
  expect(await signed(body)).toBe(413);
  expect(await signed(aMessage())).toBe(200);
});

test('a request that never ends does not keep others waiting', async () => {
  const { port, hostname } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  socket.write(
    'POST /slack/events HTTP/1.1\r\nhost: desk\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n{"type"',
  );
  expect(await signed(aMessage())).toBe(200);
  socket.destroy();
});

const form = 'application/x-www-form-urlencoded';
const bad: [what: string, body: string, type?: string][] = [
  ['not JSON', '{"type":'],
  ['nothing', ''],
  ['a number', '7'],
  ['a list', '[]'],
  ['null', 'null'],
  ['an event without an event', JSON.stringify({ type: 'event_callback', event_id: 'Ev1' })],
  ['an event without an id', JSON.stringify({ type: 'event_callback', event: { type: 'message' } })],
  ['a message without a time', aMessage({ ts: 'yesterday' })],
  ['a message whose text is a number', aMessage({ text: 5 })],
  [
    'a press without actions',
    `payload=${encodeURIComponent(JSON.stringify({ type: 'block_actions', user: { id: 'U01DANA' } }))}`,
    form,
  ],
  ['a payload that is not JSON', 'payload=%7B', form],
  ['a form without anything', 'a=b', form],
];

test('malformed payloads are refused and the desk goes on', async () => {
  for (const [what, body, type] of bad) {
    const status = await signed(body, type);
    expect([what, status >= 200 && status < 500 ? 'refused or ignored' : status]).toEqual([
      what,
      'refused or ignored',
    ]);
  }
  expect(await signed(aMessage())).toBe(200);
  await place.until(() =>
    place.practice
      .state()
      .messages.some(({ channel, user }) => channel === 'C02TRIAGE' && user === 'U0MUSTER'),
  );
});

test('kinds of payload nobody told the desk about are acknowledged and left alone', async () => {
  const unknown = [
    JSON.stringify({ type: 'event_callback', event_id: 'Ev7', team_id: 'T0', event: { type: 'star_added' } }),
    JSON.stringify({ type: 'app_rate_limited', team_id: 'T0', minute_rate_limited: now() }),
    JSON.stringify({ type: 'something_new' }),
    aMessage({ subtype: 'channel_topic' }),
    aMessage({ bot_id: 'B0MUSTER', user: 'U0MUSTER' }),
  ];
  for (const body of unknown) expect([body, await signed(body)]).toEqual([body, 200]);
  expect(await signed(JSON.stringify({ type: 'url_verification', challenge: 'abc' }))).toBe(200);
  expect(place.output()).not.toContain('"level":"error"');
});
