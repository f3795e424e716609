import { expect } from 'vitest';
import type { ChatEvent } from '../../../src/domain/chat-event.ts';
import {
  aMessage,
  claimAt,
  minutesAfterTen,
  nowAndAfterRestart,
  only,
  type Rule,
  secondsAfterTen,
  ten,
} from './builders.ts';

const handle = { person: 'slack:U2ANA' };
const press = (key: string, subject: string): ChatEvent => ({
  type: 'pressed',
  keys: [key],
  at: ten,
  action: 'claim',
  subject,
  by: 'slack:U2ANA',
  handle,
});

export const inboxRules: readonly Rule[] = [
  [
    'keeps the same chat event once, whichever of its keys it comes under',
    async ({ store, reopen }) => {
      expect(await store.receive(aMessage({ keys: ['a', 'b'] }), ten)).toBe('stored');
      expect(await store.receive(aMessage({ keys: ['a', 'b'] }), ten)).toBe('known');
      expect(await store.receive(aMessage({ keys: ['x', 'b'] }), ten)).toBe('known');
      expect(await store.receive(aMessage({ keys: ['x'] }), ten)).toBe('stored');
      const claims = await claimAt(store, 'inbox');
      for (const claim of claims) await store.settle('inbox', claim, { handled: { outcome: 'done' } });
      const again = await reopen();
      expect(await again.receive(aMessage({ keys: ['b'] }), ten)).toBe('known');
      expect(await again.receive(aMessage({ keys: ['x', 'y'] }), ten)).toBe('known');
      expect(await again.intake({ limit: 10 })).toHaveLength(2);
    },
  ],
  [
    'keeps it once when it comes many times at once',
    async ({ store }) => {
      const twins = Array.from({ length: 20 }, (_, n) =>
        store.receive(aMessage({ keys: [`own ${n}`, 'shared'] }), ten),
      );
      const answers = await Promise.all(twins);
      expect(answers.filter((answer) => answer === 'stored')).toHaveLength(1);
      expect(await claimAt(store, 'inbox')).toHaveLength(1);
    },
  ],
  [
    'gives an event back whole, with when it came',
    async ({ store }) => {
      const message = aMessage();
      await store.receive(message, secondsAfterTen(7));
      const claim = await only(claimAt(store, 'inbox'));
      expect(claim).toMatchObject({ entry: { receivedAt: secondsAfterTen(7) }, attempts: 1 });
      expect(claim.entry.event).toEqual(message);
      expect((await store.intake({ limit: 1 }))[0]?.event).toEqual(message);
    },
  ],
  [
    'gives entries of one thread one at a time, in the order they came',
    async ({ store, reopen }) => {
      for (const thread of ['A', 'B', 'A', 'A', 'B']) {
        await store.receive(aMessage({ thread: `slack:C1:${thread}` }), ten);
      }
      const first = await claimAt(store, 'inbox');
      expect(first.map(({ entry }) => entry.number)).toEqual([1, 2]);
      expect(await claimAt(store, 'inbox')).toEqual([]);
      await store.settle('inbox', first[0]!, { handled: { outcome: 'opened', ticket: 'T-1' } });
      expect((await claimAt(store, 'inbox')).map(({ entry }) => entry.number)).toEqual([3]);
      const again = await reopen();
      expect((await claimAt(again, 'inbox')).map(({ entry }) => entry.number)).toEqual([2, 3]);
    },
  ],
  [
    'presses on one ticket come one at a time, a person’s commands too',
    async ({ store }) => {
      const command = (key: string, by: string): ChatEvent => ({
        type: 'command',
        keys: [key],
        at: ten,
        name: 'ticket',
        text: 'list',
        by,
        place: { channel: 'slack:C1', kind: 'channel' },
        handle: { person: by },
      });
      for (const event of [press('p1', 'T-1'), press('p2', 'T-2'), press('p3', 'T-1')])
        await store.receive(event, ten);
      for (const event of [command('c1', 'slack:U1'), command('c2', 'slack:U1')])
        await store.receive(event, ten);
      expect((await claimAt(store, 'inbox')).map(({ entry }) => entry.event.keys[0])).toEqual([
        'p1',
        'p2',
        'c1',
      ]);
    },
  ],
  [
    'what happens to one channel is given one after the other, in the order it came',
    async ({ store }) => {
      const base = { at: ten, by: 'slack:U2ANA' };
      const place = (channel: string) => ({ channel, kind: 'channel' as const });
      const came = (key: string, channel: string, change: 'joined' | 'left'): ChatEvent => ({
        type: 'membership',
        keys: [key],
        at: ten,
        change,
        person: 'slack:U3',
        isDesk: false,
        place: place(channel),
      });
      const room = 'slack:CROOM';
      const message = `${room}:1`;
      const events: readonly ChatEvent[] = [
        came('joins', room, 'joined'),
        came('joins another', 'slack:C2', 'joined'),
        { ...base, type: 'pinned', keys: ['pins'], change: 'pinned', message, place: place(room) },
        { ...base, type: 'channel_changed', keys: ['archives'], change: 'archived', channel: room },
        came('leaves', room, 'left'),
      ];
      for (const event of events) await store.receive(event, ten);
      const given: (readonly (string | undefined)[])[] = [];
      for (let claims = await claimAt(store, 'inbox'); claims.length > 0; ) {
        given.push(claims.map(({ entry }) => entry.event.keys[0]));
        for (const claim of claims) await store.settle('inbox', claim, { handled: { outcome: 'done' } });
        claims = await claimAt(store, 'inbox');
      }
      expect(given).toEqual([['joins', 'joins another'], ['pins'], ['archives'], ['leaves']]);
    },
  ],
  [
    'never gives one entry to two takers, and again when the lease has run out',
    async ({ store }) => {
      for (let n = 0; n < 9; n += 1) await store.receive(aMessage(), ten);
      const takers = await Promise.all(
        Array.from({ length: 6 }, () => claimAt(store, 'inbox', { limit: 2 })),
      );
      const numbers = takers.flat().map(({ entry }) => entry.number);
      expect([...numbers].sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
      expect(await claimAt(store, 'inbox', { now: minutesAfterTen(5.9) })).toEqual([]);
      const again = await claimAt(store, 'inbox', { now: minutesAfterTen(6) });
      expect(again.map(({ attempts }) => attempts)).toEqual(Array(9).fill(2));
    },
  ],
  [
    'what one person starts in one channel is given one after the other',
    async ({ store }) => {
      for (const author of ['slack:UDANA', 'slack:UDANA', 'slack:UMARCUS'])
        await store.receive(aMessage({ author }), ten);
      const taken = await claimAt(store, 'inbox');
      expect(taken.map(({ entry }) => entry.number)).toEqual([1, 3]);
      await store.settle('inbox', taken[0]!, { handled: { outcome: 'opened', ticket: 'T-1' } });
      expect((await claimAt(store, 'inbox')).map(({ entry }) => entry.number)).toEqual([2]);
    },
  ],
  [
    'an entry that waits for a retry holds back its thread only',
    async ({ store }) => {
      for (const thread of ['A', 'A', 'B'])
        await store.receive(aMessage({ thread: `slack:C1:${thread}` }), ten);
      const [a] = await claimAt(store, 'inbox', { limit: 1 });
      await store.settle('inbox', a!, { retryAt: minutesAfterTen(8), reason: 'Unreachable' });
      expect((await claimAt(store, 'inbox')).map(({ entry }) => entry.number)).toEqual([3]);
      const later = await claimAt(store, 'inbox', { now: minutesAfterTen(8) });
      expect(later.map(({ entry, attempts }) => [entry.number, attempts])).toEqual([
        [1, 2],
        [3, 2],
      ]);
    },
  ],
  [
    'the journal tells what was heard and what became of it, newest first',
    async ({ store, reopen }) => {
      for (let n = 0; n < 5; n += 1) await store.receive(aMessage(), secondsAfterTen(n));
      const [one, two, three, four] = await claimAt(store, 'inbox');
      await store.settle('inbox', one!, { handled: { outcome: 'opened', ticket: 'T-1' } });
      await store.settle('inbox', two!, { handled: { outcome: 'ignored', reason: 'thanks' } });
      await store.settle('inbox', three!, { handled: { outcome: 'done' } });
      await store.settle('inbox', four!, { parked: 'could not', at: minutesAfterTen(6) });
      await nowAndAfterRestart({ store, reopen }, async (each) => {
        const journal = await each.intake({ limit: 10 });
        expect(journal.map(({ number }) => number)).toEqual([5, 4, 3, 2, 1]);
        expect(journal.map(({ result }) => result?.outcome)).toEqual([
          undefined,
          'parked',
          'done',
          'ignored',
          'opened',
        ]);
        expect(journal[1]?.result).toEqual({
          outcome: 'parked',
          reason: 'could not',
          at: minutesAfterTen(6),
        });
        expect(journal[3]?.result).toMatchObject({ reason: 'thanks', at: expect.stringMatching(/Z$/) });
        expect(journal[4]?.result).toMatchObject({ ticket: 'T-1' });
        expect((await each.intake({ limit: 2, before: 4 })).map(({ number }) => number)).toEqual([3, 2]);
        expect((await each.intake({ limit: 10, number: 2 })).map(({ number }) => number)).toEqual([2]);
        expect(await each.intake({ limit: 10, number: 99 })).toEqual([]);
        const health = each.health(ten);
        expect([health.inboxWaiting, health.parked]).toEqual([1, 1]);
      });
    },
  ],
  [
    'what was handled stays handled; what was parked or ignored can still be opened',
    async ({ store, reopen }) => {
      for (let n = 0; n < 3; n += 1) await store.receive(aMessage(), ten);
      const [opened, parked, ignored] = await claimAt(store, 'inbox');
      await store.settle('inbox', opened!, { handled: { outcome: 'opened', ticket: 'T-1' } });
      await store.settle('inbox', opened!, { handled: { outcome: 'ignored', reason: 'known' } });
      await store.settle('inbox', parked!, { parked: 'could not', at: ten });
      await store.settle('inbox', parked!, { handled: { outcome: 'opened', ticket: 'T-2' } });
      await store.settle('inbox', ignored!, { handled: { outcome: 'ignored', reason: 'thanks' } });
      await store.settle('inbox', ignored!, { handled: { outcome: 'opened', ticket: 'T-3' } });
      const again = await reopen();
      const outcomes = (await again.intake({ limit: 3 })).map(({ result }) => result);
      expect(outcomes).toMatchObject([{ ticket: 'T-3' }, { ticket: 'T-2' }, { ticket: 'T-1' }]);
      expect(again.health(ten).parked).toBe(0);
      expect(await claimAt(again, 'inbox')).toEqual([]);
    },
  ],
  [
    'numbers go on after a restart',
    async ({ store, reopen }) => {
      await store.receive(aMessage(), ten);
      const again = await reopen();
      await again.receive(aMessage(), ten);
      const last = await reopen();
      await last.receive(aMessage(), ten);
      expect((await last.intake({ limit: 5 })).map(({ number }) => number)).toEqual([3, 2, 1]);
    },
  ],
];
