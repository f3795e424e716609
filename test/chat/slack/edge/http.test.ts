import { afterEach, describe, expect, test } from 'vitest';
import type { FieldProblems } from '../../../../src/cards/card.ts';
import type { ChatEvent } from '../../../../src/domain/chat-event.ts';
import { Misconfigured } from '../../../../src/domain/errors.ts';
import { until } from '../../../contracts/chat-harness.ts';
import { payload } from '../support/payload.ts';
import { deliver, eventsUrl, openWorkshop, secrets, type Workshop } from '../support/practice-harness.ts';

let shop: Workshop;
afterEach(() => shop?.close());

/** A desk that takes everything it hears. */
async function openDesk(
  given: Parameters<typeof openWorkshop>[0] = {},
  answer: (event: ChatEvent) => Promise<FieldProblems | undefined> = async () => undefined,
): Promise<{ heard: ChatEvent[]; url: string }> {
  const heard: ChatEvent[] = [];
  shop = await openWorkshop(given);
  await shop.start(async (event) => {
    heard.push(event);
    return answer(event);
  });
  return { heard, url: eventsUrl(shop.chat) };
}

const form = (body: unknown) => new URLSearchParams({ payload: JSON.stringify(body) }).toString();
const formHeaders = { 'content-type': 'application/x-www-form-urlencoded' };

describe('deliveries of Slack over HTTP', () => {
  test.each([
    'message',
    'mention',
    'edited',
    'unfurled',
    'deleted',
    'tombstone',
    'joined',
    'reaction',
    'home-opened',
    'unknown-event',
    'own-message',
  ])('%s is acknowledged', async (name) => {
    const { url } = await openDesk();
    expect((await deliver(url, JSON.stringify(payload(name)))).status).toBe(200);
  });

  test.each(['message-shortcut', 'global-shortcut', 'button-pressed', 'menu-picked-in-form', 'link-opened'])(
    '%s is acknowledged',
    async (name) => {
      const { url } = await openDesk();
      const answer = await deliver(url, form(payload(name)), formHeaders);
      expect(answer).toMatchObject({ status: 200, body: '' });
    },
  );

  test('a command is acknowledged without a word', async () => {
    const { url, heard } = await openDesk();
    const body = new URLSearchParams(payload('command') as Record<string, string>).toString();
    expect(await deliver(url, body, formHeaders)).toMatchObject({ status: 200, body: '' });
    expect(heard[0]).toMatchObject({ type: 'command', name: 'ticket' });
  });

  test('an interaction nobody knows yet is acknowledged', async () => {
    const { url, heard } = await openDesk();
    const body = form({ type: 'brand_new_thing', user: { id: 'U0ANA' } });
    expect((await deliver(url, body, formHeaders)).status).toBe(200);
    expect(heard).toEqual([]);
  });

  test('problems with a form go back beside its fields', async () => {
    const { url } = await openDesk({}, async () => ({ subject: 'Please say more.', nowhere: 'Too late.' }));
    const answer = await deliver(url, form(payload('form-submitted')), formHeaders);
    expect(JSON.parse(answer.body)).toEqual({
      response_action: 'errors',
      errors: { 'field:subject': 'Please say more. Too late.' },
    });
  });

  test('the acknowledgement waits until the desk has the event', async () => {
    let taken: () => void = () => undefined;
    const { url, heard } = await openDesk(
      {},
      () => new Promise((resolve) => (taken = () => resolve(undefined))),
    );
    let acknowledged = false;
    const answer = deliver(url, JSON.stringify(payload('message'))).then((response) => {
      acknowledged = true;
      return response.status;
    });
    await until(() => heard.length === 1);
    expect(acknowledged).toBe(false);
    taken();
    expect(await answer).toBe(200);
  });

  test('what the desk could not take is not acknowledged', async () => {
    const { url } = await openDesk({}, async () => {
      throw new Error('the disk is full');
    });
    expect((await deliver(url, JSON.stringify(payload('message')))).status).toBe(500);
    expect(shop.lines.filter(({ level }) => level === 'error')).toHaveLength(1);
  });

  test('a delivery that comes again is not dropped for saying so', async () => {
    const { url, heard } = await openDesk();
    const again = { 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' };
    expect((await deliver(url, JSON.stringify(payload('message')), again)).status).toBe(200);
    expect(heard).toHaveLength(1);
  });

  test('a check of the address is answered', async () => {
    const { url } = await openDesk();
    const body = JSON.stringify({ type: 'url_verification', challenge: 'abc' });
    expect(JSON.parse((await deliver(url, body)).body)).toEqual({ challenge: 'abc' });
  });
});

describe('deliveries that are not Slack’s or not whole', () => {
  const old = String(Math.floor(Date.now() / 1000) - 301);
  test.each<[string, Record<string, string>]>([
    ['a forged signature', { 'x-slack-signature': `v0=${'0'.repeat(64)}` }],
    ['an empty signature', { 'x-slack-signature': '' }],
    ['an old signature', { 'x-slack-request-timestamp': old }],
    ['a time that is none', { 'x-slack-request-timestamp': 'soon' }],
  ])('with %s are refused and reach nobody', async (_, headers) => {
    const { url, heard } = await openDesk();
    expect((await deliver(url, JSON.stringify(payload('message')), headers)).status).toBe(401);
    expect((await deliver(url, 'null', headers)).status).toBe(401);
    expect(heard).toEqual([]);
  });

  test('signed with another secret are refused', async () => {
    const { url, heard } = await openDesk({ signingSecret: `${secrets.signingSecret}!` });
    expect((await deliver(url, JSON.stringify(payload('message')))).status).toBe(401);
    expect(heard).toEqual([]);
  });

  test.each([
    ['half a JSON', '{"type":"event_call', {}],
    ['nothing', '', {}],
    ['null', 'null', {}],
    ['a number', '42', {}],
    ['a list', '[1]', {}],
    ['an interaction of null', 'payload=null', formHeaders],
    ['half an interaction', 'payload=%7B%22type', formHeaders],
    ['an event without an event', JSON.stringify({ type: 'event_callback', event_id: 'Ev1' }), {}],
    [
      'a press without a button',
      form({ type: 'block_actions', user: { id: 'U1' }, actions: [] }),
      formHeaders,
    ],
  ])('made of %s are refused, and the desk goes on', async (_, body, headers) => {
    const { url, heard } = await openDesk();
    expect((await deliver(url, body, headers)).status).toBe(400);
    expect(heard).toEqual([]);
    expect((await deliver(url, JSON.stringify(payload('message')))).status).toBe(200);
  });

  test('over a megabyte are refused', async () => {
    const { url, heard } = await openDesk();
    const body = JSON.stringify({ type: 'event_callback', filling: 'x'.repeat(1024 * 1024) });
    expect((await deliver(url, body)).status).toBe(413);
    expect(heard).toEqual([]);
  });

  test('leave no word of people in the log', async () => {
    const { url } = await openDesk();
    const body = payload('message');
    await deliver(url, JSON.stringify(body));
    await deliver(url, JSON.stringify({ ...body, event: { ...(body.event as object), ts: 'x' } }));
    await deliver(url, JSON.stringify(body), { 'x-slack-signature': 'v0=0' });
    expect(shop.lines.length).toBeGreaterThan(0);
    expect(JSON.stringify(shop.lines)).not.toMatch(/Checkout|xoxb|practice-secret/);
  });
});

describe('the desk’s own pages', () => {
  test('are served beside Slack’s path, and nothing else is', async () => {
    const handler: NonNullable<Parameters<typeof openWorkshop>[0]>['routes'] = [
      { path: '/healthz', method: 'GET', handler: (_, response) => void response.writeHead(200).end('fine') },
      {
        path: '/broken',
        method: 'GET',
        handler: async () => {
          throw new Error('broken');
        },
      },
    ];
    const { url } = await openDesk({ routes: handler });
    const at = (path: string, init?: RequestInit) => fetch(new URL(path, url), init);
    expect(await (await at('/healthz?full=1')).text()).toBe('fine');
    expect((await at('/healthz', { method: 'POST' })).status).toBe(405);
    expect((await at('/elsewhere')).status).toBe(404);
    expect((await at('/slack/events')).status).toBe(405);
    expect((await at('/broken')).status).toBe(500);
  });

  test('are on this machine only when told so, and a taken port says what to do', async () => {
    await openDesk();
    expect(shop.chat.address()?.address).toBe('127.0.0.1');
    expect(shop.chat.health()).toMatchObject({ connected: true });
    const second = await openWorkshop({ port: shop.chat.address()?.port ?? 0 });
    const error = await second.chat.start(async () => undefined).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Misconfigured);
    expect(String(error)).toMatch(/set PORT/);
    await second.close();
  });

  test('a wrong token is said at the start', async () => {
    shop = await openWorkshop({ botToken: 'xoxb-wrong' });
    const error = await shop.chat.start(async () => undefined).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Misconfigured);
    expect(String(error)).toMatch(/SLACK_BOT_TOKEN/);
  });
});

describe('stopping', () => {
  test('takes nothing new while it waits for what is under way', async () => {
    let taken: () => void = () => undefined;
    const { url, heard } = await openDesk(
      {},
      () => new Promise((resolve) => (taken = () => resolve(undefined))),
    );
    const first = deliver(url, JSON.stringify(payload('message')));
    await until(() => heard.length === 1);
    const stopped = shop.chat.stop();
    const second = await deliver(url, JSON.stringify(payload('reaction'))).then(
      ({ status }) => status,
      () => 'refused',
    );
    expect(second === 500 || second === 'refused').toBe(true);
    taken();
    expect((await first).status).toBe(200);
    await stopped;
    expect(heard).toHaveLength(1);
  });
});
