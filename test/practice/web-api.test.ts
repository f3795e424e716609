import type { WebClient } from '@slack/web-api';
import { describe, expect, test } from 'vitest';
import { blockProblems, viewProblems } from '../../src/chat/slack/limits.ts';
import { standardScopes } from '../../src/practice/standard-scopes.ts';
import { aClient, bot, openPractice, secrets } from './support/desk.ts';

async function failure(call: Promise<unknown>): Promise<string> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return (error as { data?: { error?: string } } | undefined)?.data?.error ?? 'no error';
}

describe('who calls', () => {
  test('the desk learns who it is and what it may do', async () => {
    const who = await aClient(await openPractice()).auth.test();
    expect(who).toMatchObject({ ok: true, user_id: bot, team: 'Practice' });
    expect(who.response_metadata?.scopes).toContain('chat:write');
  });

  test('a wrong token is told from a missing one', async () => {
    const practice = await openPractice();
    expect(await failure(aClient(practice, 'xoxb-wrong').auth.test())).toBe('invalid_auth');
    expect(await failure(aClient(practice, '').auth.test())).toBe('not_authed');
    expect(
      await failure(aClient(practice, secrets.appToken).chat.postMessage({ channel: 'CSUPPORT', text: 'x' })),
    ).toBe('not_allowed_token_type');
  });

  test('an unknown method is answered, so that the client does not try for half an hour', async () => {
    const practice = await openPractice();
    const answer = await fetch(`${practice.apiUrl}chat.shout`, { method: 'POST' });
    expect([answer.status, await answer.json()]).toMatchObject([200, { ok: false, error: 'unknown_method' }]);
  });
});

test('what the bot was not granted is refused with what it would need', async () => {
  const scopes = standardScopes.filter(
    (scope) => scope !== 'reactions:write' && scope !== 'chat:write.public',
  );
  const client = aClient(await openPractice({ scopes }));
  const reacting = client.reactions.add({ channel: 'CSUPPORT', timestamp: '1.000000', name: 'eyes' });
  await expect(reacting).rejects.toMatchObject({
    data: { error: 'missing_scope', needed: 'reactions:write' },
  });
  expect(await failure(client.chat.postMessage({ channel: 'COTHER', text: 'x' }))).toBe('not_in_channel');
});

describe('refusals bear Slack’s own names', () => {
  const cases: [string, (client: WebClient) => Promise<unknown>][] = [
    ['channel_not_found', (c) => c.chat.postMessage({ channel: 'CNONE', text: 'x' })],
    ['channel_not_found', (c) => c.chat.postMessage({ channel: 'CSECRET', text: 'x' })],
    ['no_text', (c) => c.chat.postMessage({ channel: 'CSUPPORT', text: '' })],
    ['msg_too_long', (c) => c.chat.postMessage({ channel: 'CSUPPORT', text: 'x'.repeat(40_001) })],
    ['message_not_found', (c) => c.chat.update({ channel: 'CSUPPORT', ts: '1.000000', text: 'x' })],
    ['not_in_channel', (c) => c.conversations.history({ channel: 'COTHER' })],
    ['thread_not_found', (c) => c.conversations.replies({ channel: 'CSUPPORT', ts: '1.000000' })],
    ['name_taken', (c) => c.conversations.create({ name: 'support' })],
    ['invalid_name_specials', (c) => c.conversations.create({ name: 'Big Outage' })],
    ['invalid_name_maxlength', (c) => c.conversations.create({ name: 'x'.repeat(81) })],
    ['invalid_name_punctuation', (c) => c.conversations.create({ name: '--' })],
    ['invalid_name_required', (c) => c.conversations.create({ name: '' })],
    ['too_long', (c) => c.conversations.setTopic({ channel: 'CSUPPORT', topic: 'x'.repeat(251) })],
    ['already_in_channel', (c) => c.conversations.invite({ channel: 'CSUPPORT', users: 'UANA' })],
    ['cant_invite_self', (c) => c.conversations.invite({ channel: 'CSUPPORT', users: bot })],
    ['users_not_found', (c) => c.users.lookupByEmail({ email: 'nobody@acme.test' })],
    ['user_not_found', (c) => c.users.info({ user: 'UNOBODY' })],
    ['user_not_in_channel', (c) => c.chat.postEphemeral({ channel: 'COTHER', user: 'UBEN', text: 'x' })],
    ['invalid_trigger_id', (c) => c.views.open({ trigger_id: 'made up', view: aModal })],
    ['time_in_past', (c) => c.chat.scheduleMessage({ channel: 'CSUPPORT', text: 'x', post_at: 1 })],
    ['file_not_found', (c) => c.files.info({ file: 'F1' })],
  ];
  test.each(cases)('%s (%#)', async (error, call) => {
    expect(await failure(call(aClient(await openPractice())))).toBe(error);
  });

  test('another’s message can neither be changed nor deleted', async () => {
    const practice = await openPractice({ retryDelaysMs: [] });
    const { ts } = practice.control.say({ as: 'UANA', channel: 'CSUPPORT', text: 'mine' });
    const client = aClient(practice);
    expect(await failure(client.chat.update({ channel: 'CSUPPORT', ts, text: 'x' }))).toBe(
      'cant_update_message',
    );
    expect(await failure(client.chat.delete({ channel: 'CSUPPORT', ts }))).toBe('cant_delete_message');
  });

  test('an archived channel takes no more messages, keeps its name, and can come back', async () => {
    const practice = await openPractice({ retryDelaysMs: [] });
    const client = aClient(practice);
    await client.conversations.archive({ channel: 'CSUPPORT' });
    expect(await failure(client.chat.postMessage({ channel: 'CSUPPORT', text: 'x' }))).toBe('is_archived');
    expect(await failure(client.conversations.archive({ channel: 'CSUPPORT' }))).toBe('already_archived');
    expect(await failure(client.conversations.create({ name: 'support' }))).toBe('name_taken');
    expect(() => practice.control.say({ as: 'UANA', channel: 'CSUPPORT', text: 'x' })).toThrow('archived');
    await client.conversations.unarchive({ channel: 'CSUPPORT' });
    expect((await client.chat.postMessage({ channel: 'CSUPPORT', text: 'back' })).ok).toBe(true);
  });

  test('a reaction is added once and removed once', async () => {
    const practice = await openPractice({ retryDelaysMs: [] });
    const client = aClient(practice);
    const { ts: timestamp } = practice.control.say({ as: 'UANA', channel: 'CSUPPORT', text: 'x' });
    const reaction = { channel: 'CSUPPORT', timestamp, name: 'eyes' };
    await client.reactions.add(reaction);
    expect(await failure(client.reactions.add(reaction))).toBe('already_reacted');
    await client.reactions.remove(reaction);
    expect(await failure(client.reactions.remove(reaction))).toBe('no_reaction');
  });

  test('blocks over Slack’s limits are refused with the reasons', async () => {
    const validate = { blocks: () => ['blocks[0].text is too long'], view: () => [] };
    const client = aClient(await openPractice({ validate }));
    const call = client.chat.postMessage({ channel: 'CSUPPORT', text: 'x', blocks: [{ type: 'divider' }] });
    await expect(call).rejects.toMatchObject({
      data: {
        error: 'invalid_blocks',
        response_metadata: { messages: ['[ERROR] blocks[0].text is too long'] },
      },
    });
  });
});

const aModal = { type: 'modal' as const, title: { type: 'plain_text' as const, text: 'x' }, blocks: [] };

test('the judge of the desk is the judge here: too much text in all blocks has its own name', async () => {
  const client = aClient(await openPractice({ validate: { blocks: blockProblems, view: viewProblems } }));
  const section = { type: 'section' as const, text: { type: 'mrkdwn' as const, text: 'x'.repeat(2_900) } };
  const call = client.chat.postMessage({ channel: 'CSUPPORT', text: 'x', blocks: Array(6).fill(section) });
  expect(await failure(call)).toBe('msg_blocks_too_long');
});

describe('messages', () => {
  test('text that looks like JSON stays text', async () => {
    const practice = await openPractice({ retryDelaysMs: [] });
    await aClient(practice).chat.postMessage({ channel: 'CSUPPORT', text: '{"not": "parsed"}' });
    expect(practice.state().messages.at(-1)?.text).toBe('{"not": "parsed"}');
  });

  test('metadata is kept and shown to who asks for it', async () => {
    const client = aClient(await openPractice({ retryDelaysMs: [] }));
    const metadata = { event_type: 'muster', event_payload: { key: 'k1' } };
    await client.chat.postMessage({ channel: 'CSUPPORT', text: 'x', metadata });
    const plain = await client.conversations.history({ channel: 'CSUPPORT' });
    expect(plain.messages?.[0]).not.toHaveProperty('metadata');
    const whole = await client.conversations.history({ channel: 'CSUPPORT', include_all_metadata: true });
    expect(whole.messages?.[0]).toMatchObject({ metadata });
  });

  test('an update with text alone removes the blocks', async () => {
    const practice = await openPractice({ retryDelaysMs: [] });
    const client = aClient(practice);
    const blocks = [{ type: 'divider', block_id: 'line' }];
    const { ts = '' } = await client.chat.postMessage({ channel: 'CSUPPORT', text: 'x', blocks });
    expect(practice.state().messages.at(-1)?.blocks).toEqual(blocks);
    await client.chat.update({ channel: 'CSUPPORT', ts, text: 'y' });
    const message = practice.state().messages.at(-1);
    expect(message).toMatchObject({ text: 'y', edited: true });
    expect(message).not.toHaveProperty('blocks');
  });

  test('an answer to a deleted message lands outside the thread', async () => {
    const practice = await openPractice({ retryDelaysMs: [] });
    const { ts } = practice.control.say({ as: 'UANA', channel: 'CSUPPORT', text: 'gone' });
    practice.control.remove({ as: 'UANA', channel: 'CSUPPORT', ts });
    const answer = await aClient(practice).chat.postMessage({
      channel: 'CSUPPORT',
      text: 'late',
      thread_ts: ts,
    });
    expect(answer.message).not.toHaveProperty('thread_ts');
  });

  test('history comes newest first, page by page, within bounds', async () => {
    const practice = await openPractice({ retryDelaysMs: [] });
    const stamps = ['a', 'b', 'c', 'd', 'e'].map(
      (text) => practice.control.say({ as: 'UANA', channel: 'CSUPPORT', text }).ts,
    );
    const client = aClient(practice);
    const read: (string | undefined)[] = [];
    for await (const page of client.paginate('conversations.history', { channel: 'CSUPPORT', limit: 2 })) {
      read.push(...((page as { messages?: { text?: string }[] }).messages ?? []).map(({ text }) => text));
    }
    expect(read).toEqual(['e', 'd', 'c', 'b', 'a']);
    const within = { channel: 'CSUPPORT', oldest: stamps[1]!, latest: stamps[3]! };
    const texts = async (inclusive: boolean) =>
      (await client.conversations.history({ ...within, inclusive })).messages?.map(({ text }) => text);
    expect(await texts(false)).toEqual(['c']);
    expect(await texts(true)).toEqual(['d', 'c', 'b']);
  });

  test('a thread comes oldest first with its root, page by page', async () => {
    const practice = await openPractice({ retryDelaysMs: [] });
    const { ts } = practice.control.say({ as: 'UANA', channel: 'CSUPPORT', text: 'root' });
    for (const text of ['1', '2', '3'])
      practice.control.say({ as: 'UBEN', channel: 'CSUPPORT', text, threadTs: ts });
    const client = aClient(practice);
    const first = await client.conversations.replies({ channel: 'CSUPPORT', ts, limit: 3 });
    expect(first.messages?.map(({ text }) => text)).toEqual(['root', '1', '2']);
    expect(first.messages?.[0]).toMatchObject({ reply_count: 3, thread_ts: ts });
    const cursor = first.response_metadata?.next_cursor ?? '';
    const second = await client.conversations.replies({ channel: 'CSUPPORT', ts, limit: 3, cursor });
    expect(second.messages?.map(({ text }) => text)).toEqual(['root', '3']);
  });

  test('a message to a person goes to their direct conversation', async () => {
    const practice = await openPractice({ retryDelaysMs: [] });
    const client = aClient(practice);
    const sent = await client.chat.postMessage({ channel: 'UANA', text: 'hello' });
    const opened = await client.conversations.open({ users: 'UANA' });
    expect(opened.channel?.id).toBe(sent.channel);
  });

  test('only the person addressed sees an ephemeral message, and history does not', async () => {
    const practice = await openPractice({ retryDelaysMs: [] });
    const client = aClient(practice);
    await client.chat.postEphemeral({ channel: 'CSUPPORT', user: 'UANA', text: 'psst' });
    expect(practice.state().messages).toMatchObject([{ text: 'psst', ephemeralTo: 'UANA' }]);
    expect((await client.conversations.history({ channel: 'CSUPPORT' })).messages).toEqual([]);
    expect(practice.deliveries()).toEqual([]);
  });
});
