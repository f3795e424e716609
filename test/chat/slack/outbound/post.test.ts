import { afterEach, describe, expect, test } from 'vitest';
import type { Post } from '../../../../src/ports.ts';
import type { PracticeFault } from '../../../../src/practice/control.ts';
import {
  aCard,
  ids,
  openWorkshop,
  publicMessages,
  readable,
  type Workshop,
} from '../support/practice-harness.ts';

let shop: Workshop;
afterEach(() => shop?.close());

const support = `slack:${ids.support}`;
function aPost(given: Partial<Pick<Post, 'key' | 'channel' | 'thread'>> = {}): Post {
  return { key: 'a key', channel: support, ...given, audience: 'team', card: aCard('Hello') };
}
async function openDesk(given: Parameters<typeof openWorkshop>[0] = {}): Promise<void> {
  shop = await openWorkshop(given);
  await shop.start(async () => undefined);
}
const fault = (given: Partial<PracticeFault>) =>
  shop.practice.control.faults({ add: [{ method: 'chat.postMessage', times: 1, ...given }] });

describe('posting in Slack', () => {
  test('tells the id and the address of the message, and unfurls nothing', async () => {
    await openDesk();
    const { id, link } = await shop.chat.post(aPost());
    const ts = id.split(':')[2]!;
    expect(link).toContain(`/archives/${ids.support}/p${ts.replace('.', '')}`);
    const call = shop.practice.calls().findLast(({ method }) => method === 'chat.postMessage');
    expect(call?.args).toMatchObject({ unfurl_links: 'false', unfurl_media: 'false', text: 'Hello' });
  });

  test('in a thread whose first message is gone leaves nothing outside of it', async () => {
    await openDesk();
    const { ts } = shop.practice.control.say({ as: ids.dana, channel: ids.support, text: 'Help' }) as {
      ts: string;
    };
    shop.practice.control.remove({ as: ids.dana, channel: ids.support, ts });
    const before = publicMessages(shop.practice).length;
    const lost = shop.chat.post(aPost({ thread: `${support}:${ts}` }));
    await expect(lost).rejects.toMatchObject({ name: 'Refused', code: 'thread_gone' });
    expect(publicMessages(shop.practice)).toHaveLength(before);
  });

  test('to a person lands in their direct conversation', async () => {
    await openDesk();
    const { id, channel } = await shop.chat.post(aPost({ channel: `slack:${ids.dana}`, key: 'hello' }));
    expect(id.startsWith(`${channel}:`)).toBe(true);
    expect(await shop.chat.find({ key: 'hello', channel: `slack:${ids.dana}` })).toMatchObject({ id });
  });

  test('shows people by name without calling them', async () => {
    await openDesk();
    const card = aCard('x', {
      blocks: [{ type: 'text', lines: [[{ person: `slack:${ids.ana}` }, { text: ' has it' }]] }],
    });
    const { id } = await shop.chat.post({ key: 'k', channel: support, audience: 'team', card });
    const posted = publicMessages(shop.practice).find(({ ts }) => id.endsWith(ts));
    expect(readable(posted?.blocks)).toBe('@Ana has it');
    expect(JSON.stringify(posted?.blocks)).not.toContain(ids.ana);
  });

  test.each(['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long', 'msg_too_long'])(
    'is in plain words above the same buttons when Slack answers %s, and in words alone when it does again',
    async (error) => {
      await openDesk();
      const blocks = [
        { type: 'heading', text: 'Who leads' },
        { type: 'facts', items: [{ label: 'Now', value: [{ text: '<!channel> & Ana' }] }] },
        { type: 'actions', items: [{ action: 'accept', subject: 'T-1', label: 'Accept' }] },
      ] as const;
      const card = aCard('Short', { blocks });
      const post: Post = { key: 'k', channel: support, audience: 'team', card };
      fault({ error });
      const { id } = await shop.chat.post(post);
      const shown = () => publicMessages(shop.practice).find(({ ts }) => id.endsWith(ts));
      expect(readable(shown()?.blocks)).toBe('Who leads\nNow: <!channel> & AnaAccept');
      fault({ error, times: 2, method: 'chat.update' });
      await shop.chat.update(id, post);
      expect(shown()?.blocks ?? []).toEqual([]);
      expect(shown()?.text).toBe('Who leads\nNow: &lt;!channel&gt; &amp; Ana');
      fault({ error, times: 3, method: 'chat.update' });
      await expect(shop.chat.update(id, post)).rejects.toMatchObject({ name: 'Refused', code: error });
    },
  );

  test.each<[string, Partial<PracticeFault>, object]>([
    [
      'a 429',
      { status: 429, retryAfter: 7 },
      { name: 'Unreachable', retryAfterMs: 7000, unknownOutcome: false },
    ],
    ['a 503', { status: 503 }, { name: 'Unreachable', unknownOutcome: true }],
    ['a broken connection', { drop: 'before' }, { name: 'Unreachable', unknownOutcome: true }],
    ['a lost answer', { drop: 'after' }, { name: 'Unreachable', unknownOutcome: true }],
    ['a slow answer', { delayMs: 5000 }, { name: 'Unreachable', unknownOutcome: true }],
    ['a problem of Slack', { error: 'internal_error' }, { name: 'Unreachable', unknownOutcome: true }],
    ['an archived channel', { error: 'is_archived' }, { name: 'Refused', code: 'is_archived' }],
    ['a refusal nobody listed', { error: 'brand_new' }, { name: 'Refused', code: 'brand_new' }],
    ['a revoked token', { error: 'token_revoked' }, { name: 'Misconfigured' }],
    ['a missing scope', { error: 'missing_scope' }, { name: 'Misconfigured' }],
  ])('%s is told in our words, and tried once', async (_, given, expected) => {
    await openDesk({ timeouts: { callMs: 300 } });
    fault(given);
    await expect(shop.chat.post(aPost())).rejects.toMatchObject(expected);
    expect(
      shop.practice.calls().filter(({ method }) => method === 'chat.postMessage').length,
    ).toBeLessThanOrEqual(1);
  });

  test('one method told to wait does not hold up the others', async () => {
    await openDesk();
    fault({ status: 429, retryAfter: 30 });
    await expect(shop.chat.post(aPost())).rejects.toMatchObject({ retryAfterMs: 30_000 });
    expect(await shop.chat.person(`slack:${ids.dana}`)).toMatchObject({ name: 'Dana' });
    expect(await shop.chat.post(aPost())).toHaveProperty('id');
  });

  test('a server that is not there has surely done nothing', async () => {
    shop = await openWorkshop();
    await shop.practice.close();
    await expect(shop.chat.post(aPost())).rejects.toMatchObject({
      name: 'Unreachable',
      unknownOutcome: false,
    });
  });
});

describe('looking things up in Slack', () => {
  test('a long thread is read whole, in order', async () => {
    await openDesk();
    const say = (text: string, threadTs?: string) =>
      shop.practice.control.say({
        as: ids.dana,
        channel: ids.support,
        text,
        ...(threadTs !== undefined && { threadTs }),
      }) as { ts: string };
    const { ts } = say('first');
    for (let reply = 1; reply <= 250; reply += 1) say(`reply ${reply}`, ts);
    const thread = `${support}:${ts}`;
    const told = await shop.chat.history(thread);
    expect(told.map((message) => message.text)).toEqual([
      'first',
      ...Array.from({ length: 250 }, (_, index) => `reply ${index + 1}`),
    ]);
    const { id } = await shop.chat.post(aPost({ key: 'the last', thread }));
    expect(await shop.chat.find({ key: 'the last', channel: support, thread })).toMatchObject({ id });
  });

  test('a person is asked for once, however many want to know', async () => {
    await openDesk();
    const dana = `slack:${ids.dana}`;
    const people = await Promise.all([shop.chat.person(dana), shop.chat.person(dana)]);
    await shop.chat.person(dana);
    expect(people[0]).toEqual(people[1]);
    expect(shop.practice.calls().filter(({ method }) => method === 'users.info')).toHaveLength(1);
  });

  test('after an hour a person is asked for again', async () => {
    let now = '2026-11-20T10:00:00.000Z';
    await openDesk({ clock: { now: () => now } });
    await shop.chat.person(`slack:${ids.dana}`);
    now = '2026-11-20T11:00:01.000Z';
    await shop.chat.person(`slack:${ids.dana}`);
    expect(shop.practice.calls().filter(({ method }) => method === 'users.info')).toHaveLength(2);
  });

  test('a name once known is used in the text of others', async () => {
    const heard: string[] = [];
    shop = await openWorkshop();
    await shop.start(async (event) => {
      if (event.type === 'message') heard.push(event.message.text);
      return undefined;
    });
    await shop.chat.person(`slack:${ids.ana}`);
    shop.practice.control.say({ as: ids.dana, channel: ids.support, text: '@ana can you look?' });
    await shop.practice.idle();
    expect(heard).toEqual(['@Ana can you look?']);
  });

  test('user groups are known by their handle', async () => {
    await openDesk({
      practice: { userGroups: [{ id: 'S0AGENTS', handle: 'agents', name: 'Agents', users: [ids.ana] }] },
    });
    expect(await shop.chat.resolve('@agents')).toEqual([`slack:${ids.ana}`]);
    expect(await shop.chat.resolve('@nobody')).toEqual([]);
    expect(await shop.chat.resolve(ids.ana)).toEqual([`slack:${ids.ana}`]);
    expect(await shop.chat.resolve('U0NOBODY')).toEqual([]);
    expect(await shop.chat.resolve(ids.triage)).toEqual([`slack:${ids.triage}`]);
    expect(await shop.chat.resolve('C0NOWHERE')).toEqual([]);
  });
});
