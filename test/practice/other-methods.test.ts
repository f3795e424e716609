import { expect, test } from 'vitest';
import { aClient, bot, openPractice } from './support/desk.ts';

async function workspace() {
  const practice = await openPractice({ retryDelaysMs: [] });
  const last = () => practice.state().messages.at(-1);
  return { practice, client: aClient(practice), last };
}

test('a file of the desk is uploaded and shared', async () => {
  const { practice, client, last } = await workspace();
  const { ts } = practice.control.say({ as: 'UANA', channel: 'CSUPPORT', text: 'send me the report' });
  const given = { channel_id: 'CSUPPORT', filename: 'report.csv', initial_comment: 'Here', thread_ts: ts };
  await client.filesUploadV2({ ...given, file: Buffer.from('a,b\n1,2\n') });
  expect(last()).toMatchObject({
    text: 'Here',
    user: bot,
    threadTs: ts,
    files: [{ name: 'report.csv', size: 8 }],
  });
  const page = await fetch(new URL(last()!.files[0]!.url, practice.url));
  expect(await page.text()).toBe('a,b\n1,2\n');
  expect(page.headers.get('content-disposition')).toContain('attachment');
});

test('a scheduled message is posted at its time; one with metadata never is', async () => {
  const { practice, client, last } = await workspace();
  const post_at = Math.floor(Date.now() / 1000) + 3600;
  const metadata = { event_type: 'muster', event_payload: {} };
  await client.chat.scheduleMessage({ channel: 'CSUPPORT', text: 'later', post_at });
  await client.chat.scheduleMessage({ channel: 'CSUPPORT', text: 'never', post_at: post_at + 1, metadata });
  expect((await client.chat.scheduledMessages.list()).scheduled_messages).toHaveLength(2);
  practice.advance(3_700_000);
  expect(practice.state().messages).toHaveLength(1);
  expect(last()?.text).toBe('later');
  expect((await client.chat.scheduledMessages.list()).scheduled_messages).toEqual([]);
});

test('a streamed answer grows, and is closed once', async () => {
  const { practice, client, last } = await workspace();
  const { ts: thread_ts } = practice.control.say({ as: 'UANA', channel: 'CSUPPORT', text: 'why?' });
  const recipient = { recipient_user_id: 'UANA', recipient_team_id: 'T1' };
  const { ts = '' } = await client.chat.startStream({ channel: 'CSUPPORT', thread_ts, ...recipient });
  await client.chat.appendStream({ channel: 'CSUPPORT', ts, markdown_text: 'Because ' });
  await client.chat.stopStream({ channel: 'CSUPPORT', ts, markdown_text: 'of DNS.' });
  expect(last()?.text).toBe('Because of DNS.');
  const more = client.chat.appendStream({ channel: 'CSUPPORT', ts, markdown_text: '!' });
  await expect(more).rejects.toMatchObject({ data: { error: 'message_not_in_streaming_state' } });
});

test('an incident room is opened, filled, described and closed', async () => {
  const { practice, client } = await workspace();
  const { channel } = await client.conversations.create({ name: 'inc-7-checkout' });
  const id = channel?.id ?? '';
  await client.conversations.invite({ channel: id, users: 'UANA,UBEN' });
  await client.conversations.setTopic({ channel: id, topic: 'Checkout down' });
  const post = await client.chat.postMessage({ channel: id, text: 'plan' });
  await client.pins.add({ channel: id, timestamp: post.ts! });
  await client.bookmarks.add({
    channel_id: id,
    title: 'Status',
    type: 'link',
    link: 'https://status.acme.test',
  });
  const canvas = { type: 'markdown' as const, markdown: '# Log' };
  const { canvas_id = '' } = await client.conversations.canvases.create({
    channel_id: id,
    document_content: canvas,
  });
  const change = {
    operation: 'insert_at_end' as const,
    document_content: { type: 'markdown' as const, markdown: '10:00' },
  };
  await client.canvases.edit({ canvas_id, changes: [change] });
  const again = client.conversations.canvases.create({ channel_id: id });
  await expect(again).rejects.toMatchObject({ data: { error: 'channel_canvas_already_exists' } });
  await client.conversations.rename({ channel: id, name: 'inc-7-done' });
  await client.conversations.archive({ channel: id });
  expect(practice.state().channels.find((one) => one.id === id)).toMatchObject({
    name: 'inc-7-done',
    topic: 'Checkout down',
    archived: true,
    members: [bot, 'UANA', 'UBEN'],
  });
});

test('people and groups are found', async () => {
  const userGroups = [{ id: 'S1', handle: 'support', name: 'Support', users: ['UBEN'] }];
  const practice = await openPractice({ userGroups });
  const client = aClient(practice);
  const found = await client.users.lookupByEmail({ email: 'Ana@acme.test' });
  expect(found.user).toMatchObject({ id: 'UANA', real_name: 'Ana Example', tz: 'Europe/Berlin' });
  expect((await client.users.list({})).members).toHaveLength(3);
  expect((await client.usergroups.list()).usergroups).toMatchObject([{ id: 'S1', handle: 'support' }]);
  expect((await client.usergroups.users.list({ usergroup: 'S1' })).users).toEqual(['UBEN']);
});
