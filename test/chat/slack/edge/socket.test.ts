import { afterEach, describe, expect, test } from 'vitest';
import type { ChatEvent } from '../../../../src/domain/chat-event.ts';
import { Misconfigured } from '../../../../src/domain/errors.ts';
import { until } from '../../../contracts/chat-harness.ts';
import { ids, openWorkshop, secrets, type Workshop } from '../support/practice-harness.ts';

let shop: Workshop;
afterEach(() => shop?.close());

async function openSocketDesk(given: Parameters<typeof openWorkshop>[0] = {}): Promise<ChatEvent[]> {
  const heard: ChatEvent[] = [];
  shop = await openWorkshop({ appToken: secrets.appToken, ...given });
  await shop.start(async (event) => {
    heard.push(event);
    return undefined;
  });
  return heard;
}

describe('Socket Mode', () => {
  test('serves the desk’s own pages too, and not Slack’s path', async () => {
    await openSocketDesk({
      routes: [{ path: '/readyz', method: 'GET', handler: (_, response) => void response.end('ready') }],
    });
    const base = `http://127.0.0.1:${shop.chat.address()?.port}`;
    expect(await (await fetch(`${base}/readyz`)).text()).toBe('ready');
    expect((await fetch(`${base}/slack/events`, { method: 'POST' })).status).toBe(404);
  });

  test('a command during a recycled connection arrives after it', async () => {
    const heard = await openSocketDesk();
    shop.practice.control.sockets({ how: 'disconnect' });
    await until(() => !shop.chat.health().connected);
    await until(() => shop.chat.health().connected);
    await shop.practice.control.command({ as: ids.dana, channel: ids.support, text: '/ticket list' });
    await until(() => heard.length > 0);
    expect(heard[0]).toMatchObject({ type: 'command', text: 'list' });
    expect(shop.fatal).toEqual([]);
  });

  test('a dropped connection comes back by itself', async () => {
    const heard = await openSocketDesk();
    shop.practice.control.sockets({ how: 'drop' });
    await until(() => !shop.chat.health().connected);
    await until(() => shop.chat.health().connected);
    shop.practice.control.say({ as: ids.dana, channel: ids.support, text: 'Checkout fails' });
    await until(() => heard.length > 0);
  });

  test('a refused reconnect ends the desk with a word, instead of a crash or silence', async () => {
    await openSocketDesk();
    shop.practice.control.faults({
      add: [{ method: 'apps.connections.open', error: 'invalid_auth', times: 99 }],
    });
    shop.practice.control.sockets({ how: 'disconnect' });
    await until(() => shop.fatal.length > 0);
    expect(shop.fatal[0]).toBeInstanceOf(Misconfigured);
    expect(shop.fatal[0]?.message).toMatch(/SLACK_APP_TOKEN/);
    expect(shop.fatal).toHaveLength(1);
  });

  test('a long silence ends the desk with a word', async () => {
    await openSocketDesk({ timeouts: { silenceMs: 200 } });
    shop.practice.control.faults({ add: [{ method: 'apps.connections.open', status: 503, times: 99 }] });
    shop.practice.control.sockets({ how: 'drop' });
    await until(() => shop.fatal.length > 0);
    expect(shop.fatal[0]?.message).toMatch(/silent/);
  });

  test('a wrong app token is said at the start', async () => {
    shop = await openWorkshop({ appToken: 'xapp-wrong' });
    const error = await shop.chat.start(async () => undefined).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Misconfigured);
    expect(String(error)).toMatch(/SLACK_APP_TOKEN/);
    expect(shop.chat.address()).toBeUndefined();
  });
});
