import type { App } from '@slack/bolt';
import { describe, expect, test } from 'vitest';
import type { PracticeOptions } from '../../src/practice/practice-options.ts';
import { aClient, connectHttp, openPractice, until } from './support/desk.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const option = (value: string) => ({ text: plain(value), value });
const controls = [
  {
    type: 'actions' as const,
    block_id: 'row',
    elements: [
      { type: 'button' as const, action_id: 'approve', text: plain('Approve'), value: 'ticket-7' },
      {
        type: 'static_select' as const,
        action_id: 'queue',
        options: [option('billing'), option('technical')],
      },
      { type: 'overflow' as const, action_id: 'more', options: [option('hold'), option('merge')] },
    ],
  },
];

async function desk(prepare: (app: App) => void, given: Partial<PracticeOptions> = {}) {
  const practice = await openPractice(given);
  await connectHttp(practice, prepare);
  const client = aClient(practice);
  const post = async () =>
    String((await client.chat.postMessage({ channel: 'CSUPPORT', text: 'card', blocks: controls })).ts);
  const press = (ts: string, actionId: string, value?: string) =>
    practice.control.press({
      as: 'UANA',
      in: { channel: 'CSUPPORT', ts },
      blockId: 'row',
      actionId,
      ...(value !== undefined && { value }),
    });
  const texts = () => practice.state().messages.map(({ text }) => text);
  return { practice, client, post, press, texts };
}

describe('a control on a message', () => {
  test('tells who pressed what, where, with what value and what else is chosen', async () => {
    const seen: Record<string, unknown>[] = [];
    const { post, press } = await desk((app) => {
      app.action(/.*/, async ({ ack, body }) => {
        seen.push(body as unknown as Record<string, unknown>);
        await ack();
      });
    });
    const ts = await post();
    await press(ts, 'queue', 'technical');
    await press(ts, 'approve');
    await press(ts, 'more', 'merge');
    expect(seen.map(({ actions }) => (actions as object[])[0])).toMatchObject([
      {
        type: 'static_select',
        block_id: 'row',
        selected_option: { value: 'technical', text: plain('technical') },
      },
      { type: 'button', action_id: 'approve', value: 'ticket-7' },
      { type: 'overflow', selected_option: { value: 'merge' } },
    ]);
    expect(seen[1]).toMatchObject({
      type: 'block_actions',
      user: { id: 'UANA' },
      channel: { id: 'CSUPPORT', name: 'support' },
      container: { type: 'message', message_ts: ts, channel_id: 'CSUPPORT', is_ephemeral: false },
      message: { ts, text: 'card', blocks: controls },
      state: { values: { row: { queue: { selected_option: { value: 'technical' } } } } },
    });
  });

  test('that is not there cannot be pressed', async () => {
    const { post, press } = await desk(() => {});
    await expect(press(await post(), 'dismiss')).rejects.toThrow('no control');
  });

  test('answers with an error when the desk does not acknowledge', async () => {
    const { post, press } = await desk(() => {}, { ackLimitMs: 50 });
    expect(await press(await post(), 'approve')).toEqual({ error: 'operation_timeout' });
  });

  test('lets the desk replace the message, add a private line or delete it', async () => {
    const { practice, post, press, texts } = await desk((app) => {
      app.action('approve', async ({ ack, respond }) => {
        await ack();
        await respond({ text: 'sent', replace_original: true });
        await respond({ text: 'only you', replace_original: false });
      });
      app.action('queue', async ({ ack, respond }) => {
        await ack();
        await respond({ delete_original: true });
      });
    });
    const ts = await post();
    await press(ts, 'approve');
    await until(() => texts().length === 2);
    expect(texts()).toEqual(['sent', 'only you']);
    expect(practice.state().messages[1]).toMatchObject({ ephemeralTo: 'UANA' });
    const other = await post();
    await press(other, 'queue', 'billing');
    await until(() => !practice.state().messages.some((message) => message.ts === other));
  });
});

describe('a response address', () => {
  async function addressOf(given: Partial<PracticeOptions> = {}) {
    let address = '';
    const { practice, texts } = await desk((app) => {
      app.command('/ticket', async ({ ack, body }) => {
        address = body.response_url;
        await ack();
      });
    }, given);
    await practice.control.command({ as: 'UANA', channel: 'CSUPPORT', text: '/ticket' });
    const answer = async () =>
      (await fetch(address, { method: 'POST', body: JSON.stringify({ text: 'x' }) })).status;
    return { practice, texts, answer };
  }

  test('works five times', async () => {
    const { answer, texts } = await addressOf();
    const statuses = [];
    for (let i = 0; i < 6; i += 1) statuses.push(await answer());
    expect(statuses).toEqual([200, 200, 200, 200, 200, 404]);
    expect(texts()).toHaveLength(5);
  });

  test('is closed after half an hour', async () => {
    const { practice, answer } = await addressOf();
    practice.advance(30 * 60_000 + 1);
    expect(await answer()).toBe(404);
  });
});

describe('a command', () => {
  test('arrives with its words, and its acknowledgement is shown to the person', async () => {
    const { practice } = await desk((app) => {
      app.command('/ticket', ({ ack, command }) =>
        ack(`You asked: ${command.text} in ${command.channel_name}`),
      );
    });
    expect(
      await practice.control.command({ as: 'UANA', channel: 'CSUPPORT', text: '/ticket list mine' }),
    ).toEqual({});
    expect(practice.state().messages).toMatchObject([
      { text: 'You asked: list mine in support', ephemeralTo: 'UANA' },
    ]);
  });

  test('can be answered before all', async () => {
    const { practice } = await desk((app) => {
      app.command('/ticket', ({ ack }) => ack({ response_type: 'in_channel', text: 'for all' }));
    });
    await practice.control.command({ as: 'UANA', channel: 'CSUPPORT', text: '/ticket' });
    expect(practice.state().messages[0]).not.toHaveProperty('ephemeralTo');
  });

  test('that is not answered in time fails in front of the person', async () => {
    const { practice, texts } = await desk(
      (app) => {
        app.command('/ticket', async () => {});
      },
      { ackLimitMs: 50 },
    );
    const outcome = await practice.control.command({ as: 'UANA', channel: 'CSUPPORT', text: '/ticket' });
    expect(outcome).toEqual({ error: 'operation_timeout' });
    expect(texts()[0]).toContain('operation_timeout');
  });

  test('nobody knows is refused', async () => {
    const { practice } = await desk(() => {});
    const outcome = await practice.control.command({ as: 'UANA', channel: 'CSUPPORT', text: '/nonsense' });
    expect(outcome).toEqual({ error: 'invalid_command' });
  });
});

test('a message shortcut carries its message, a global one a trigger', async () => {
  const seen: unknown[] = [];
  const { practice } = await desk((app) => {
    app.shortcut({ callback_id: 'make_ticket', type: 'message_action' }, async ({ ack, shortcut }) => {
      seen.push(shortcut.message.text);
      await ack();
    });
    app.shortcut({ callback_id: 'new_ticket', type: 'shortcut' }, async ({ ack, shortcut }) => {
      seen.push(typeof shortcut.trigger_id);
      await ack();
    });
  });
  const { ts } = practice.control.say({ as: 'UBEN', channel: 'CSUPPORT', text: 'help' });
  await practice.control.shortcut({ as: 'UANA', callbackId: 'make_ticket', channel: 'CSUPPORT', ts });
  await practice.control.shortcut({ as: 'UANA', callbackId: 'new_ticket' });
  expect(seen).toEqual(['help', 'string']);
});

test('a button in the App Home names the view', async () => {
  const seen: unknown[] = [];
  const { practice, client } = await desk((app) => {
    app.action('approve', async ({ ack, body }) => {
      seen.push([
        (body as { view?: { type: string } }).view?.type,
        (body as { container?: { type: string } }).container?.type,
      ]);
      await ack();
    });
  });
  await client.views.publish({ user_id: 'UANA', view: { type: 'home', blocks: controls } });
  expect(practice.state().homes).toHaveProperty('UANA');
  await practice.control.press({ as: 'UANA', in: { homeOf: 'UANA' }, blockId: 'row', actionId: 'approve' });
  expect(seen).toEqual([['home', 'view']]);
});
