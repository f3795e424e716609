import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Block, Card } from '../../src/cards/card.ts';
import type { ChatEvent, ChatEventOf, ChatEventType } from '../../src/domain/chat-event.ts';
import { Refused, Unreachable } from '../../src/domain/errors.ts';
import type { Post } from '../../src/ports.ts';
import { type ChatHarness, failureOf, until } from './chat-harness.ts';

export type ChatContractOptions = {
  readonly open: () => Promise<ChatHarness>;
  /** Sentences that do not hold for this platform, with the reason. */
  readonly exceptions?: Readonly<Record<string, string>>;
};

/** What every chat platform promises the desk. */
export function chatContract(name: string, options: ChatContractOptions): void {
  describe(`chat contract on ${name}`, () => {
    let harness: ChatHarness;
    let heard: ChatEvent[];
    let take: (event: ChatEvent) => Promise<void>;

    beforeEach(async () => {
      heard = [];
      take = async (event) => {
        heard.push(event);
      };
      harness = await options.open();
      await harness.chat.start(async (event) => {
        await take(event);
        return undefined;
      });
    });
    afterEach(async () => {
      await harness.chat.stop();
      await harness.close();
    });

    const promise = (sentence: string, run: () => Promise<void>) => {
      const reason = options.exceptions?.[sentence];
      if (reason === undefined) test(sentence, run);
      else test(`exception: ${sentence} (${reason})`, () => undefined);
    };
    const all = <T extends ChatEventType>(type: T) =>
      heard.filter((event): event is ChatEventOf<T> => event.type === type);
    const first = async <T extends ChatEventType>(type: T): Promise<ChatEventOf<T>> => {
      await until(() => all(type).length > 0);
      return all(type)[0]!;
    };

    promise("a person's message arrives once, as plain facts", async () => {
      await harness.says(harness.dana, 'Checkout fails with error 502');
      const { message, mentionsDesk, keys } = await first('message');
      expect(message).toMatchObject({
        text: 'Checkout fails with error 502',
        author: harness.dana,
        byApp: false,
        place: { channel: harness.support, kind: 'channel' },
        files: [],
      });
      expect(message.thread).toBe(message.id);
      expect(message.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      expect(mentionsDesk).toBe(false);
      expect(new Set(keys).size).toBe(keys.length);
      expect(all('message')).toHaveLength(1);
    });

    promise('the desk does not hear itself', async () => {
      const { id } = await harness.chat.post(aPost({ key: 'hello' }));
      await harness.chat.update(id, aPost({ key: 'hello', blocks: [paragraph('Changed')] }));
      await harness.says(harness.dana, 'after it');
      await first('message');
      expect(heard.map((event) => (event.type === 'message' ? event.message.text : event.type))).toEqual([
        'after it',
      ]);
    });

    promise('a message of another app is told as such', async () => {
      await harness.anotherAppSays('Deployed version 7');
      expect((await first('message')).message).toMatchObject({ byApp: true, text: 'Deployed version 7' });
    });

    promise('what the desk could not take is delivered again under the same key', async () => {
      const tries: string[][] = [];
      take = async (event) => {
        tries.push(event.keys);
        if (tries.length === 1) throw new Error('the disk is full');
        heard.push(event);
      };
      await harness.says(harness.dana, 'Checkout fails');
      await first('message');
      expect(tries).toHaveLength(2);
      expect(tries[1]).toEqual(tries[0]);
    });

    promise('a mention and its message are one', async () => {
      await harness.mentionsDesk(harness.dana, 'checkout fails');
      const { message, mentionsDesk } = await first('message');
      expect(mentionsDesk).toBe(true);
      expect(message.text).toBe('checkout fails');
      const shared = all('message').map((event) => new Set(event.keys));
      for (const keys of shared)
        expect([...keys].some((key) => shared.every((other) => other.has(key)))).toBe(true);
      expect(new Set(all('message').map((event) => event.message.id)).size).toBe(1);
    });

    promise('a message in a thread has the id of the first message as its thread', async () => {
      await harness.says(harness.dana, 'Checkout fails');
      const root = (await first('message')).message.id;
      await harness.says(harness.dana, 'Since ten o’clock', root);
      await until(() => all('message').length === 2);
      const reply = all('message')[1]!.message;
      expect(reply.thread).toBe(root);
      expect(reply.id).not.toBe(root);
    });

    promise('a reply of the desk lands in its thread', async () => {
      await harness.says(harness.dana, 'Checkout fails');
      const root = (await first('message')).message.id;
      await harness.says(harness.dana, 'Since ten o’clock', root);
      const { id } = await harness.chat.post(aPost({ key: 'reply', thread: root }));
      const texts = (await harness.chat.history(root)).map((message) => [message.text, message.thread]);
      expect(texts.slice(0, 2)).toEqual([
        ['Checkout fails', root],
        ['Since ten o’clock', root],
      ]);
      expect(await harness.chat.find({ key: 'reply', channel: harness.support, thread: root })).toMatchObject(
        { id },
      );
    });

    promise('a card for one person stands in a place of their own', async () => {
      const { id } = await harness.chat.post({ ...aPost({ key: 'for Ana' }), channel: harness.ana });
      expect(harness.sees(id)).toBeDefined();
      expect(await harness.chat.find({ key: 'for Ana', channel: harness.ana })).toMatchObject({ id });
      expect(await harness.chat.find({ key: 'for Ana', channel: harness.dana })).toBeUndefined();
    });

    promise('an edit names the original and brings the new text', async () => {
      await harness.says(harness.dana, 'Checkout fails');
      const { id } = (await first('message')).message;
      await harness.edits(harness.dana, id, 'Checkout fails for all our users');
      const edit = await first('message_edited');
      expect(edit.message).toMatchObject({
        id,
        text: 'Checkout fails for all our users',
        author: harness.dana,
      });
      expect(all('message')).toHaveLength(1);
    });

    promise('a deletion names the original', async () => {
      await harness.says(harness.dana, 'Checkout fails');
      const { id } = (await first('message')).message;
      await harness.deletes(harness.dana, id);
      expect(await first('message_deleted')).toMatchObject({
        id,
        thread: id,
        place: { channel: harness.support },
      });
    });

    promise("a card's button comes back with its value and its presser", async () => {
      const button = {
        action: 'approve',
        subject: 'T-12',
        value: 'draft 3 "final" <b>',
        label: 'Approve & send',
      };
      const { id } = await harness.chat.post(aPost({ blocks: [{ type: 'actions', items: [button] }] }));
      await harness.presses(harness.ana, id, 'Approve & send');
      expect(await first('pressed')).toMatchObject({
        action: 'approve',
        subject: 'T-12',
        value: 'draft 3 "final" <b>',
        by: harness.ana,
        message: id,
        handle: { person: harness.ana, channel: harness.support },
      });
    });

    promise("a card's menu comes back with the chosen value", async () => {
      const options = ['P1', 'P2'].map((value) => ({ value, label: `Severity ${value}` }));
      const menu = { action: 'severity', subject: 'T-12', label: 'Severity', options, selected: 'P1' };
      const { id } = await harness.chat.post(aPost({ blocks: [{ type: 'actions', items: [menu] }] }));
      await harness.presses(harness.ana, id, 'Severity P2');
      expect(await first('pressed')).toMatchObject({ action: 'severity', subject: 'T-12', value: 'P2' });
    });

    promise('updating a card changes it in place', async () => {
      const { id } = await harness.chat.post(aPost({ blocks: [paragraph('Nobody has it')] }));
      const before = harness.count();
      await harness.chat.update(id, aPost({ blocks: [paragraph('Ana has it')] }));
      expect(harness.sees(id)).toContain('Ana has it');
      expect(harness.sees(id)).not.toContain('Nobody has it');
      expect(harness.count()).toBe(before);
    });

    promise('text with markup characters arrives unchanged', async () => {
      const text = 'a < b && c > d; *not bold* <!channel> &lt; `code`';
      await harness.says(harness.dana, text);
      expect((await first('message')).message.text).toBe(text);
      const { id } = await harness.chat.post(aPost({ blocks: [paragraph(text)] }));
      expect(harness.sees(id)).toContain(text);
    });

    promise('limits are cut by us, visibly', async () => {
      const long = 'x'.repeat(20_000);
      const more = { action: 'show', subject: 'T-12' };
      const { id } = await harness.chat.post(aPost({ blocks: [paragraph(long)], more }));
      expect(harness.sees(id)).toMatch(/… \(cut, [\d,]+ more characters\)/);
      await harness.presses(harness.ana, id, 'Show everything');
      expect(await first('pressed')).toMatchObject({ action: 'show', subject: 'T-12' });
    });

    promise('"slow down" becomes Unreachable with a wait', async () => {
      harness.slowNextPost();
      const before = harness.count();
      const error = await failureOf(harness.chat.post(aPost({})));
      expect(error).toBeInstanceOf(Unreachable);
      expect(error).toMatchObject({ retryAfterMs: 2000, unknownOutcome: false });
      expect(harness.count()).toBe(before);
    });

    promise('a lost answer is not repeated blindly, and the post is found by its key', async () => {
      harness.loseNextAnswer();
      const before = harness.count();
      const error = await failureOf(harness.chat.post(aPost({ key: 'card/T-12' })));
      expect(error).toMatchObject({ name: 'Unreachable', unknownOutcome: true });
      expect(harness.count()).toBe(before + 1);
      const found = await harness.chat.find({ key: 'card/T-12', channel: harness.support });
      expect(harness.sees(found!.id)).toBeDefined();
      expect(await harness.chat.find({ key: 'card/T-13', channel: harness.support })).toBeUndefined();
    });

    promise('a line for one person is seen by nobody else', async () => {
      const { id } = await harness.chat.post(
        aPost({
          blocks: [{ type: 'actions', items: [{ action: 'claim', subject: 'T-12', label: 'Claim' }] }],
        }),
      );
      await harness.presses(harness.ana, id, 'Claim');
      const { handle } = await first('pressed');
      const before = harness.count();
      await harness.chat.answer(handle, { show: 'line', card: aCard([paragraph('Ben was first')]) });
      expect(harness.privateLinesOf(harness.ana).join()).toContain('Ben was first');
      expect(harness.privateLinesOf(harness.dana)).toEqual([]);
      expect(harness.count()).toBe(before);
    });

    promise('people are known by name, strangers are refused', async () => {
      expect(await harness.chat.person(harness.dana)).toMatchObject({ id: harness.dana, isApp: false });
      const email = (await harness.chat.person(harness.dana)).email;
      expect(await harness.chat.resolve(email!)).toEqual([harness.dana]);
      expect(await harness.chat.resolve('#support')).toEqual([harness.support]);
      expect(await harness.chat.resolve('#nowhere')).toEqual([]);
      expect(await harness.chat.resolve('nobody@nowhere.test')).toEqual([]);
      const stranger = `${harness.dana.split(':')[0]}:U0NOBODY`;
      expect(await failureOf(harness.chat.person(stranger))).toBeInstanceOf(Refused);
    });

    promise('stopping waits for what is under way', async () => {
      let finish: () => void = () => undefined;
      let finished = false;
      take = (event) =>
        new Promise((resolve) => {
          heard.push(event);
          finish = () => {
            finished = true;
            resolve();
          };
        });
      const said = harness.says(harness.dana, 'Checkout fails');
      await first('message');
      const stopped = harness.chat.stop().then(() => finished);
      finish();
      expect(await stopped).toBe(true);
      await said;
      expect(harness.chat.health().connected).toBe(false);
    });

    function aPost(given: {
      key?: string;
      thread?: string;
      blocks?: readonly Block[];
      more?: Card['more'];
    }): Post {
      const card = aCard(given.blocks ?? [paragraph('Hello')], given.more);
      const place = { channel: harness.support, ...(given.thread !== undefined && { thread: given.thread }) };
      return { key: given.key ?? 'a key', ...place, audience: 'team', card };
    }
  });
}

function aCard(blocks: readonly Block[], more?: Card['more']): Card & { audience: 'team' } {
  return { audience: 'team', summary: 'A card', blocks, ...(more && { more }) };
}

function paragraph(text: string): Block {
  return { type: 'text', lines: [[{ text }]] };
}
