import { describe, expect, test } from 'vitest';
import { aClient, bot, secrets, until } from './support/desk.ts';
import { listen } from './support/listening.ts';

const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('what people do reaches the desk', () => {
  test('a message arrives once, signed so that the real receiver takes it', async () => {
    const { practice, heard } = await listen();
    const { ts } = practice.control.say({ as: 'UANA', channel: 'CSUPPORT', text: 'The checkout fails' });
    await practice.idle();
    expect(heard).toHaveLength(1);
    const place = { channel: 'CSUPPORT', channel_type: 'channel', ts, event_ts: ts };
    expect(heard[0]?.event).toMatchObject({
      type: 'message',
      user: 'UANA',
      text: 'The checkout fails',
      ...place,
    });
    expect(practice.deliveries()).toMatchObject([
      { kind: 'event', type: 'message', attempt: 1, status: 200 },
    ]);
  });

  test('a mention in a channel arrives as a message and as a mention, with different ids', async () => {
    const { practice, heard } = await listen();
    practice.control.say({ as: 'UANA', channel: 'CSUPPORT', text: '@muster please look' });
    await practice.idle();
    expect(heard.map(({ type }) => type).sort()).toEqual(['app_mention', 'message']);
    expect(heard[0]?.event.ts).toBe(heard[1]?.event.ts);
    expect(heard[0]?.id).not.toBe(heard[1]?.id);
  });

  test('a direct message is never a mention', async () => {
    const { practice, heard } = await listen();
    const { channel } = practice.control.direct({ as: 'UANA' });
    practice.control.say({ as: 'UANA', channel, text: '@muster hello' });
    await practice.idle();
    expect(heard.map(({ event }) => [event.type, event.channel_type])).toEqual([['message', 'im']]);
  });

  test('what people type is escaped and marked up as in Slack', async () => {
    const { practice, heard } = await listen();
    const text = 'a < b & c > d, ask @ben in #support: https://acme.test/?a=1&b=2.';
    practice.control.say({ as: 'UANA', channel: 'CSUPPORT', text });
    await practice.idle();
    expect(heard[0]?.event.text).toBe(
      'a &lt; b &amp; c &gt; d, ask <@UBEN> in <#CSUPPORT|support>: <https://acme.test/?a=1&amp;b=2>.',
    );
  });

  test('a reply names its thread, and one shown in the channel too says so', async () => {
    const { practice, events } = await listen();
    const { ts } = practice.control.say({ as: 'UANA', channel: 'CSUPPORT', text: 'root' });
    practice.control.say({ as: 'UBEN', channel: 'CSUPPORT', text: 'reply', threadTs: ts });
    practice.control.say({ as: 'UBEN', channel: 'CSUPPORT', text: 'loud', threadTs: ts, also: true });
    await practice.idle();
    expect(events('message')).toMatchObject([{ text: 'root' }, { text: 'reply', thread_ts: ts }]);
    expect(events('message', 'thread_broadcast')).toMatchObject([{ text: 'loud', thread_ts: ts }]);
  });

  test('an edit carries the message before and after', async () => {
    const { practice, events } = await listen();
    const { ts } = practice.control.say({ as: 'UANA', channel: 'CSUPPORT', text: 'first' });
    practice.control.edit({ as: 'UANA', channel: 'CSUPPORT', ts, text: 'second' });
    await practice.idle();
    const [edit] = events('message', 'message_changed');
    expect(edit).toMatchObject({
      channel: 'CSUPPORT',
      message: { ts, text: 'second', edited: { user: 'UANA' } },
    });
    expect(edit).toMatchObject({ previous_message: { ts, text: 'first' } });
    expect(edit?.ts).not.toBe(ts);
  });

  test('a deletion carries what was deleted; a root with replies leaves a tombstone', async () => {
    const { practice, events } = await listen();
    const alone = practice.control.say({ as: 'UANA', channel: 'CSUPPORT', text: 'alone' });
    practice.control.remove({ as: 'UANA', channel: 'CSUPPORT', ts: alone.ts });
    const root = practice.control.say({ as: 'UANA', channel: 'CSUPPORT', text: 'root' });
    const reply = practice.control.say({ as: 'UBEN', channel: 'CSUPPORT', text: 'reply', threadTs: root.ts });
    practice.control.remove({ as: 'UANA', channel: 'CSUPPORT', ts: root.ts });
    await practice.idle();
    expect(events('message', 'message_deleted')).toMatchObject([
      { deleted_ts: alone.ts, previous_message: { text: 'alone' } },
    ]);
    expect(events('message', 'message_changed')).toMatchObject([
      { message: { ts: root.ts, subtype: 'tombstone' }, previous_message: { text: 'root' } },
    ]);
    expect(practice.state().messages.map(({ text }) => text)).toEqual(['This message was deleted.', 'reply']);
    practice.control.remove({ as: 'UBEN', channel: 'CSUPPORT', ts: reply.ts });
    expect(practice.state().messages).toEqual([]);
  });

  test('an attached file is described, and the desk can read it with its token only', async () => {
    const { practice, events } = await listen();
    const file = { name: 'log.txt', mimetype: 'text/plain', contentBase64: base64('502 since ten') };
    practice.control.say({ as: 'UANA', channel: 'CSUPPORT', text: '', files: [file] });
    await practice.idle();
    const [shared] = events('message', 'file_share') as { files: { url_private: string; size: number }[] }[];
    expect(shared?.files[0]).toMatchObject({ name: 'log.txt', mimetype: 'text/plain', size: 13 });
    const url = shared?.files[0]?.url_private ?? '';
    const withToken = await fetch(url, { headers: { authorization: `Bearer ${secrets.botToken}` } });
    expect(await withToken.text()).toBe('502 since ten');
    expect((await fetch(url, { redirect: 'manual' })).status).toBe(302);
  });

  test('reactions come and go', async () => {
    const { practice, events } = await listen();
    const { ts } = practice.control.say({ as: 'UANA', channel: 'CSUPPORT', text: 'hm' });
    practice.control.react({ as: 'UBEN', channel: 'CSUPPORT', ts, name: 'ticket' });
    practice.control.react({ as: 'UBEN', channel: 'CSUPPORT', ts, name: 'ticket' });
    await practice.idle();
    const item = { type: 'message', channel: 'CSUPPORT', ts };
    const reaction = { user: 'UBEN', reaction: 'ticket', item, item_user: 'UANA' };
    expect(events('reaction_added')).toMatchObject([reaction]);
    expect(events('reaction_removed')).toMatchObject([reaction]);
  });

  test('opening the App Home is told', async () => {
    const { practice, events } = await listen();
    practice.control.openHome({ as: 'UANA' });
    await practice.idle();
    expect(events('app_home_opened')).toMatchObject([{ user: 'UANA', tab: 'home' }]);
  });

  test('nothing is told of channels the bot is not in, until it is', async () => {
    const { practice, heard, events } = await listen();
    practice.control.say({ as: 'UANA', channel: 'COTHER', text: 'among us' });
    practice.control.say({ as: 'UANA', channel: 'CSECRET', text: 'secret' });
    await practice.idle();
    expect(heard).toEqual([]);
    await aClient(practice).conversations.join({ channel: 'COTHER' });
    practice.control.say({ as: 'UANA', channel: 'COTHER', text: 'hello desk' });
    await practice.idle();
    expect(events('message')).toMatchObject([{ text: 'hello desk' }]);
    expect(events('member_joined_channel')).toMatchObject([{ user: bot, channel: 'COTHER' }]);
  });

  test('the desk hears its own posts marked as its own', async () => {
    const { practice, events } = await listen();
    await aClient(practice).chat.postMessage({ channel: 'CSUPPORT', text: 'done' });
    await until(() => practice.deliveries().length === 1);
    await practice.idle();
    expect(events('message')).toMatchObject([{ user: bot, bot_id: practice.bot.botId, text: 'done' }]);
  });

  test('earlier messages are there, in order, and nobody is told of them', async () => {
    const said = { channel: 'support', user: 'UANA' };
    const at = '2026-11-19T10:00:00.000Z';
    const seed = [
      { ...said, text: 'answer', user: 'UBEN', at: '2026-11-19T10:05:00.000Z', thread: at },
      { ...said, text: 'question', at },
    ];
    const { practice, heard } = await listen({ seed });
    const replies = await aClient(practice).conversations.replies({
      channel: 'CSUPPORT',
      ts: '1795082400.000000',
    });
    expect(replies.messages?.map(({ text }) => text)).toEqual(['question', 'answer']);
    expect(heard).toEqual([]);
  });
});
