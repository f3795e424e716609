import { expect, test } from 'vitest';
import { Refused, Unreachable } from '../../src/domain/errors.ts';
import { correctTriage } from '../../src/domain/ticket/judgement.ts';
import { replyPublicly } from '../../src/domain/ticket/reply.ts';
import { sendUpdate } from '../../src/domain/ticket/updating.ts';
import { minute } from '../../src/domain/time.ts';
import { watchClocks } from '../../src/workflows/watch-clocks.ts';
import { ana, mia, triageChannel } from '../support/builders.ts';
import { aWorld, openDesk } from './desk.ts';
import { aDeskAtWork, claim, decide, notices, stepsOf, today, until } from './watching.ts';

test('who has the ticket is told in one direct message that goes on, and anew when it is due or there is something to send', async () => {
  const opened = await aDeskAtWork();
  await claim(opened);
  await until(opened, today('12:10'));
  expect(notices(opened, ana)).toHaveLength(1);
  await until(opened, today('13:10'));
  expect(notices(opened, ana)).toHaveLength(1);
  expect(opened.shown(ana).at(-1)).toMatch(/first answer due 15:00 .*in (59|60) min of 4 h/);
  await until(opened, today('13:40'));
  expect(opened.shown(ana).at(-1)).toContain('Update for the requester');
  expect(notices(opened, ana)).toHaveLength(2);
  await until(opened, today('14:10'));
  expect(opened.shown(ana).at(-1)).toContain('first answer due now');
  expect(notices(opened, ana)).toHaveLength(3);
  expect(notices(opened, triageChannel)).toHaveLength(0);
});

test('what was prepared is shown once; later there are its buttons, until it was sent', async () => {
  const opened = await aDeskAtWork();
  await claim(opened);
  await until(opened, today('14:10'));
  const [, prepared, due] = notices(opened, ana).map(({ post }) => post);
  const quotes = (post: typeof due) => post?.card.blocks.filter(({ type }) => type === 'quote').length;
  expect([quotes(prepared), quotes(due)]).toEqual([1, 0]);
  expect(JSON.stringify(due)).toContain('send_update');
  const update = (await opened.ticket('T-1')).updates?.at(-1)?.update ?? '';
  await decide(opened, ana, (ticket, asked) => sendUpdate(ticket, { update }, asked));
  await opened.pass();
  const changed = notices(opened, ana).map(({ post }) => JSON.stringify(post));
  expect(changed).toHaveLength(3);
  expect(changed.join()).not.toContain('send_update');
  expect(opened.shown(ana)[1]).toContain('Update sent by');
});

test('after an answer a warning is a message of its own', async () => {
  const opened = await aDeskAtWork();
  await claim(opened);
  await until(opened, today('12:10'));
  await decide(opened, ana, (ticket, asked) =>
    replyPublicly(ticket, { publicText: 'Under Settings.', next: 'open' }, asked),
  );
  await opened.pass();
  await opened.write('Not there. What now?', {
    thread: (await opened.ticket('T-1')).conversation.thread ?? '',
  });
  await opened.pass();
  await until(opened, today('14:20'));
  expect(notices(opened, ana)).toHaveLength(2);
  expect(opened.shown(ana).at(-1)).toContain('next answer due');
});

test('a critical ticket that nobody has calls those who lead at the first warning, and once it is due', async () => {
  const opened = await aDeskAtWork();
  await decide(opened, mia, (ticket, asked) => correctTriage(ticket, { field: 'severity', to: 'P1' }, asked));
  for (let minutes = 0; minutes < 20; minutes += 1) {
    await opened.clock.advance(minute);
    await opened.pass(1);
  }
  const told = notices(opened, triageChannel).map(({ post }) => JSON.stringify(post.card.blocks));
  const calls = told.map((blocks) => blocks.includes(`"person":"${mia}","notify":true`));
  expect(calls).toEqual([true, false, false, true]);
});

test('while nobody has it, warnings stand under the card and what is due stands at the top of the channel', async () => {
  const opened = await aDeskAtWork();
  await until(opened, today('14:10'));
  const told = notices(opened, triageChannel).map(({ post }) => post.thread !== undefined);
  expect(told).toEqual([true, true, true, false]);
});

test('those who lead hear of the last warning of what is grave, and of nothing else', async () => {
  const other = await aDeskAtWork();
  await claim(other);
  await until(other, today('13:40'));
  expect(notices(other, ana).length).toBeGreaterThan(0);
  expect(notices(other, mia)).toHaveLength(0);
  const opened = await aDeskAtWork();
  await claim(opened);
  await decide(opened, ana, (ticket, asked) => correctTriage(ticket, { field: 'severity', to: 'P2' }, asked));
  await until(opened, today('13:30'));
  expect(notices(opened, mia)).toHaveLength(0);
  await until(opened, today('13:40'));
  expect(opened.shown(mia).at(-1)).toContain('help');
});

test('a warning that waits to be said when the answer leaves is not said', async () => {
  const opened = await aDeskAtWork();
  await claim(opened);
  opened.chat.failNext(
    'post',
    new Unreachable('Slack is down', { unknownOutcome: false, retryAfterMs: 10 * minute }),
  );
  await until(opened, today('12:00'));
  await opened.clock.advance(minute);
  await decide(opened, ana, (ticket, asked) =>
    replyPublicly(ticket, { publicText: 'Under Settings.', next: 'ask' }, asked),
  );
  await until(opened, today('12:30'));
  expect(notices(opened, ana)).toHaveLength(0);
  expect((await opened.ticket('T-1')).notices).toHaveLength(1);
});

test('a kill between the decision and the message loses nothing and repeats nothing', async () => {
  const world = await aWorld();
  const first = await aDeskAtWork({ world });
  await claim(first);
  await until(first, today('11:55'));
  first.chat.failNext('post', new Unreachable('lost', { unknownOutcome: true }), 'after');
  await until(first, today('12:00'));
  await first.end();
  expect(notices(first, ana)).toHaveLength(1);
  const second = await openDesk({ world });
  second.start();
  await until(second, today('12:20'));
  expect(notices(second, ana)).toHaveLength(1);
});

test('a timer that fires twice tells once', async () => {
  const opened = await aDeskAtWork();
  await claim(opened);
  await until(opened, today('12:00'));
  const timer = { key: 'clock', kind: 'clock', dueAt: today('12:00'), generation: 1 };
  await watchClocks(opened.desk, { kind: 'ticket', id: 'T-1', timer, attempts: 1 });
  await opened.pass();
  expect(notices(opened, ana)).toHaveLength(1);
});

test('who takes a ticket that is due is not told of it', async () => {
  const opened = await aDeskAtWork();
  await opened.clock.set(today('14:20'));
  await claim(opened);
  await until(opened, today('14:30'));
  expect(notices(opened, ana)).toHaveLength(0);
  expect(stepsOf(await opened.ticket('T-1')).flatMap(([, to]) => to)).not.toContain(ana);
});

test('someone who is not of the team any more gets nothing; the queue does', async () => {
  const world = await aWorld();
  const first = await aDeskAtWork({ world });
  await claim(first);
  await first.end();
  const second = await openDesk({ world });
  const alone = { ...second.desk, people: { agents: new Set<string>(), managers: new Set([mia]) } };
  await world.clock.set(today('12:00'));
  const timer = { key: 'clock', kind: 'clock', dueAt: today('12:00'), generation: 1 };
  await watchClocks(alone, { kind: 'ticket', id: 'T-1', timer, attempts: 1 });
  second.start();
  await second.pass();
  expect(notices(second, ana)).toHaveLength(0);
  expect(notices(second, triageChannel)).toHaveLength(1);
});

test('a person who cannot be written to is called in the thread of the card', async () => {
  const opened = await aDeskAtWork();
  await claim(opened);
  opened.chat.failNext('post', new Refused('No conversation with this person.', 'cannot_dm_bot'));
  await until(opened, today('12:05'));
  expect(notices(opened, ana)).toHaveLength(0);
  const [told] = notices(opened, triageChannel);
  expect(told?.post.thread).toBeDefined();
  expect(JSON.stringify(told?.post.card.blocks)).toContain(`"person":"${ana}","notify":true`);
});

test('where the card is gone too, it stands at the top of the channel', async () => {
  const opened = await aDeskAtWork();
  await claim(opened);
  opened.chat.failNext('post', new Refused('No conversation with this person.', 'cannot_dm_bot'));
  opened.chat.failNext('post', new Refused('The thread is gone.', 'thread_gone'));
  await until(opened, today('12:05'));
  expect(notices(opened, triageChannel).map(({ post }) => post.thread)).toEqual([undefined]);
});
