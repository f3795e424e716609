import { expect, test } from 'vitest';
import { Refused, Unreachable } from '../../src/domain/errors.ts';
import { minute } from '../../src/domain/time.ts';
import { openDesk, row } from './desk.ts';

const fast = { plan: { pace: 'none' } } as const;
const keysOf = (said: readonly { readonly key: string }[]) => said.map((each) => each.key);

test('what is committed is said, once', async () => {
  const desk = await openDesk(fast);
  await desk.put('T-1', { outbox: [row('card', 'triage')] });
  await desk.scheduler.idle();
  await desk.pass(minute);
  expect(keysOf(desk.chat.said)).toEqual(['T-1 card']);
  expect((await desk.store.load('ticket', 'T-1'))?.outbox).toEqual([]);
});

test('edits that wait become one edit with the newest text', async () => {
  const desk = await openDesk(fast);
  await desk.put('T-1', { outbox: [row('card', 'triage')], state: { text: 'new' } });
  await desk.scheduler.idle();
  let open = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  desk.chat.before = () => gate;
  const { state } = (await desk.store.load('ticket', 'T-1'))!;
  for (const text of ['claimed', 'drafted', 'sent']) {
    await desk.put('T-1', { outbox: [row('card', 'triage')], state: { ...(state as object), text } });
  }
  open();
  await desk.scheduler.idle();
  expect(desk.chat.said).toMatchObject([{ key: 'T-1 card', text: 'sent' }]);
  expect(desk.chat.calls.filter((call) => call.startsWith('update')).length).toBeLessThanOrEqual(2);
});

test('a channel that is told to wait waits alone', async () => {
  const desk = await openDesk(fast);
  desk.chat.before = (_call, channel) => {
    if (channel === 'loud' && desk.clock.now() < '2026-11-20T10:00:20.000Z')
      throw new Unreachable('slow down', { retryAfterMs: 20_000, unknownOutcome: false });
  };
  await desk.put('T-1', { outbox: [row('a', 'loud'), row('b', 'loud'), row('c', 'calm')] });
  await desk.put('T-2', { outbox: [row('d', 'calm')] });
  await desk.scheduler.idle();
  expect(keysOf(desk.chat.said)).toEqual(['T-1 c', 'T-2 d']);
  await desk.pass(19_000);
  expect(desk.chat.calls.filter((call) => call === 'post T-1 a' || call === 'post T-1 b')).toHaveLength(1);
  await desk.pass(2000);
  expect(keysOf(desk.chat.said)).toEqual(['T-1 c', 'T-2 d', 'T-1 a', 'T-1 b']);
});

test('after a post whose answer got lost the desk looks before it speaks again', async () => {
  const desk = await openDesk(fast);
  let lost = false;
  desk.chat.after = () => {
    if (lost) return;
    lost = true;
    throw new Unreachable('no answer in time', { unknownOutcome: true });
  };
  await desk.put('T-1', { outbox: [row('reply', 'support')] });
  await desk.pass(3000);
  expect(desk.chat.calls).toEqual(['post T-1 reply', 'find T-1 reply']);
  expect(keysOf(desk.chat.said)).toEqual(['T-1 reply']);
  expect((await desk.store.load('ticket', 'T-1'))?.state).toEqual({ at: { reply: 'support:1' } });
});

test('a post that was made but not written down is found again', async () => {
  const desk = await openDesk(fast);
  const commit = desk.store.commit;
  let full = true;
  await desk.put('T-1', { outbox: [row('reply', 'support')] });
  desk.store.commit = (change) =>
    full && change.outbox?.some((each) => 'done' in each)
      ? Promise.reject(new Unreachable('disk full', { unknownOutcome: false }))
      : commit(change);
  await desk.scheduler.idle();
  expect((await desk.store.load('ticket', 'T-1'))?.outbox).toHaveLength(1);
  full = false;
  await desk.pass(3000);
  expect(keysOf(desk.chat.said)).toEqual(['T-1 reply']);
  expect((await desk.store.load('ticket', 'T-1'))?.outbox).toEqual([]);
});

test('a refusal is decided by the table, and parked when it decides nothing', async () => {
  const refusals: string[] = [];
  const desk = await openDesk(fast);
  const decided = await openDesk({
    ...fast,
    tables: {
      outbox: {
        line: {
          compose: async ({ row: { key, channel } }) => ({
            say: 'post',
            post: { key, channel, audience: 'team', card: { audience: 'team', summary: key, blocks: [] } },
          }),
          said: async () => undefined,
          refused: async ({ id, row: { key, generation } }, error) => {
            refusals.push(error.code);
            const stored = await decided.store.load('ticket', id);
            await decided.store.commit({
              kind: 'ticket',
              id,
              expectedVersion: stored?.version ?? 0,
              events: [],
              state: {},
              at: decided.clock.now(),
              outbox: [{ done: key, generation }],
            });
          },
        },
      },
    },
  });
  for (const each of [desk, decided]) {
    each.chat.before = () => {
      throw new Refused('the channel is archived', 'is_archived');
    };
    await each.put('T-1', { outbox: [row('reply', 'support')] });
    await each.scheduler.idle();
    await each.pass(5000);
    await each.scheduler.stop();
  }
  expect(desk.parked).toMatchObject([{ queue: 'outbox', reason: 'is_archived' }]);
  expect(desk.chat.calls).toHaveLength(1);
  expect(refusals).toEqual(['is_archived']);
  expect(decided.parked).toEqual([]);
});

test('what cannot be said for half an hour is given up aloud', async () => {
  const desk = await openDesk(fast);
  desk.chat.before = () => {
    throw new Unreachable('no route', { unknownOutcome: false });
  };
  await desk.put('T-1', { outbox: [row('reply', 'support')] });
  await desk.pass(29 * minute);
  expect(desk.parked).toEqual([]);
  await desk.pass(3 * minute);
  expect(desk.parked).toMatchObject([{ queue: 'outbox', reason: 'Unreachable' }]);
});

test('one message the platform cannot take holds its own ticket back, not the channel', async () => {
  const desk = await openDesk(fast);
  const post = desk.chat.post;
  desk.chat.post = (each) => {
    if (each.key === 'T-1 bad') throw new Unreachable('internal error', { unknownOutcome: false });
    return post(each);
  };
  await desk.put('T-1', { outbox: [row('bad', 'support', 1), row('later', 'support', 2)] });
  await desk.put('T-2', { outbox: [row('good', 'support', 2)] });
  await desk.pass(minute);
  expect(keysOf(desk.chat.said)).toEqual(['T-2 good']);
});

test('what is no longer worth saying goes without a word', async () => {
  const desk = await openDesk(fast);
  await desk.put('T-1', { outbox: [row('card', 'triage')], state: { text: 'nothing' } });
  await desk.scheduler.idle();
  expect(desk.chat.calls).toEqual([]);
  expect((await desk.store.load('ticket', 'T-1'))?.outbox).toEqual([]);
});

test('a kind of message nobody knows is parked, not lost', async () => {
  const desk = await openDesk(fast);
  await desk.put('T-1', { outbox: [{ ...row('x', 'triage'), kind: 'of the future' }] });
  await desk.scheduler.idle();
  expect(desk.parked).toMatchObject([{ queue: 'outbox' }]);
});
