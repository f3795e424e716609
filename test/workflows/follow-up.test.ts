import { describe, expect, test } from 'vitest';
import { Refused, Unreachable } from '../../src/domain/errors.ts';
import { editMessage } from '../../src/domain/ticket/conversation.ts';
import { confirmSolution, needHelp, solveTicket } from '../../src/domain/ticket/ending.ts';
import { mergeInto } from '../../src/domain/ticket/relation.ts';
import { replyPublicly, retryDelivery } from '../../src/domain/ticket/reply.ts';
import { waitForRequester } from '../../src/domain/ticket/work.ts';
import { day, hour } from '../../src/domain/time.ts';
import { askedBy, changeTicket } from '../../src/workflows/change-ticket.ts';
import { ana, dana, eve, support, triageChannel } from '../support/builders.ts';
import { aWorld, decide, openDesk, type TestDesk } from './desk.ts';

const asking = 'We are still here for you';

async function aDeskThatWaits(given: { readonly opened?: TestDesk } = {}): Promise<TestDesk> {
  const opened = given.opened ?? (await openDesk());
  await opened.write('Checkout fails with error 502');
  opened.start();
  await opened.pass();
  await decide(opened, waitForRequester);
  return opened;
}

async function later(opened: TestDesk, milliseconds: number) {
  await opened.clock.advance(milliseconds);
  await opened.pass();
}

/** Messages in the support channel that ask whether the requester still needs us. */
const questions = (opened: TestDesk) =>
  opened.chat.said.filter(({ post }) => post.card.summary.includes(asking));
const shownQuestions = (opened: TestDesk) => opened.shown(support).filter((text) => text.includes(asking));
const closings = (opened: TestDesk) =>
  opened.shown(support).filter((text) => text.includes('we are closing'));

describe('a requester who is waited for', () => {
  test('is asked once, two thirds into the wait, in their own thread, and told when the ticket closes', async () => {
    const opened = await aDeskThatWaits();
    await later(opened, 2 * day - 10_000);
    expect(questions(opened)).toEqual([]);
    await later(opened, 10_000);
    const [question, ...more] = questions(opened);
    expect(more).toEqual([]);
    expect(question?.post).toMatchObject({
      audience: 'requester',
      thread: (await opened.ticket('T-1')).conversation.thread,
    });
    expect(shownQuestions(opened)[0]).toMatch(
      /If we hear nothing, we close it on 23 Nov 11:00 .*You can always write here again\.\n\[Yes, still need help\] \[It is solved\]/,
    );
    await later(opened, 23 * hour);
    expect(questions(opened)).toHaveLength(1);
    expect((await opened.ticket('T-1')).status).toBe('pending');
    await later(opened, hour);
    expect((await opened.ticket('T-1')).closed?.reason).toBe('quiet');
    expect(closings(opened)).toHaveLength(1);
    expect(shownQuestions(opened)[0]).not.toContain('[');
  });

  test('goes on by a press, which calls the agent and takes the buttons away', async () => {
    const opened = await aDeskThatWaits();
    await later(opened, 2 * day);
    await decide(opened, needHelp, { by: dana });
    await later(opened, 2 * day);
    const ticket = await opened.ticket('T-1');
    expect(ticket.status).toBe('open');
    expect(ticket.followedUpAt).toBeUndefined();
    expect(shownQuestions(opened)).toEqual([expect.stringContaining('We are working on it again.')]);
    const told = opened.shown(triageChannel).filter((text) => text.includes('still needs help'));
    expect(told).toHaveLength(1);
  });

  test('ends it by a press', async () => {
    const opened = await aDeskThatWaits();
    await later(opened, 2 * day);
    await decide(opened, confirmSolution, { by: dana });
    await opened.pass();
    expect(await opened.ticket('T-1')).toMatchObject({ status: 'solved', solution: { confirmed: true } });
    expect(shownQuestions(opened)).toEqual([expect.stringContaining('Thank you for telling us.')]);
  });

  test('goes on by writing, and is asked again only in the next wait', async () => {
    const opened = await aDeskThatWaits();
    await later(opened, 2 * day);
    const thread = (await opened.ticket('T-1')).conversation.thread!;
    await opened.write('It is Safari only', { thread });
    expect((await opened.ticket('T-1')).status).toBe('open');
    await opened.pass();
    expect(shownQuestions(opened)[0]).not.toContain('[');
    await later(opened, 3 * day);
    expect(questions(opened)).toHaveLength(1);
    await decide(opened, waitForRequester);
    await later(opened, 2 * day);
    expect(questions(opened)).toHaveLength(2);
  });

  test('is not asked by an edit, nor is an edit an answer', async () => {
    const opened = await aDeskThatWaits();
    await later(opened, 2 * day);
    const [message] = (await opened.ticket('T-1')).messages;
    await decide(
      opened,
      (ticket, asked) =>
        editMessage(ticket, { message: message!.id, text: 'Checkout fails: 503', files: [] }, asked),
      { by: dana },
    );
    await later(opened, 23 * hour);
    expect(questions(opened)).toHaveLength(1);
    expect((await opened.ticket('T-1')).status).toBe('pending');
    await later(opened, hour);
    expect((await opened.ticket('T-1')).status).toBe('closed');
  });

  test('is waited for anew after a further answer of ours', async () => {
    const opened = await aDeskThatWaits();
    await later(opened, 2 * day);
    await decide(opened, (ticket, asked) =>
      replyPublicly(ticket, { publicText: 'Which browser is it?', next: 'wait' }, asked),
    );
    await opened.pass();
    expect(shownQuestions(opened)[0]).not.toContain('[');
    await later(opened, day);
    expect((await opened.ticket('T-1')).status).toBe('pending');
    await later(opened, day);
    expect(questions(opened)).toHaveLength(2);
  });
});

test('a solved ticket has its own question, and not this one', async () => {
  const opened = await aDeskThatWaits();
  await decide(opened, (ticket, asked) => solveTicket(ticket, undefined, asked));
  await later(opened, 2 * day);
  await later(opened, day);
  expect(questions(opened)).toEqual([]);
  expect((await opened.ticket('T-1')).status).toBe('closed');
});

test('everybody whose ticket was merged into this one is asked in their own thread, and one answer is enough', async () => {
  const opened = await openDesk();
  await opened.write('Checkout fails with error 502');
  await opened.clock.advance(hour);
  await opened.write('Where is my invoice?', { author: dana });
  opened.start();
  await opened.pass();
  const target = await opened.ticket('T-1');
  await changeTicket(opened.desk, 'T-2', (ticket) =>
    mergeInto(ticket, target, askedBy(opened.desk, ana, opened.clock.now())),
  );
  await opened.pass();
  await decide(opened, waitForRequester);
  await later(opened, 2 * day);
  const threads = questions(opened).map(({ post }) => post.thread);
  const other = (await opened.ticket('T-2')).conversation.thread;
  expect(threads.toSorted()).toEqual([target.conversation.thread, other].toSorted());
  await decide(opened, needHelp, { by: dana });
  await opened.pass();
  expect(shownQuestions(opened).filter((text) => text.includes('['))).toEqual([]);
});

test('nobody else can answer the question', async () => {
  const opened = await aDeskThatWaits();
  await later(opened, 2 * day);
  expect(await decide(opened, needHelp, { by: eve })).toMatchObject({ refusal: { refused: 'not_allowed' } });
});

describe('a question that does not arrive', () => {
  test('stands on the card when chat refuses it, can be sent again, and the ticket still closes', async () => {
    const opened = await aDeskThatWaits();
    await later(opened, 2 * day - 10_000);
    opened.chat.failNext('post', new Refused('The channel is archived.', 'is_archived'));
    await later(opened, 10_000);
    expect((await opened.ticket('T-1')).undelivered).toMatchObject([{ reason: 'The channel is archived.' }]);
    await decide(opened, retryDelivery);
    await opened.pass();
    expect(questions(opened)).toHaveLength(1);
    await later(opened, day);
    expect((await opened.ticket('T-1')).status).toBe('closed');
  });

  test('keeps the ticket open for twelve hours after it was there at last', async () => {
    const opened = await aDeskThatWaits();
    await later(opened, 2 * day - 10_000);
    const away = new Unreachable('Slack is away', { unknownOutcome: false, retryAfterMs: 20 * hour });
    opened.chat.failNext('post', away);
    await later(opened, 10_000);
    expect(questions(opened)).toEqual([]);
    await later(opened, 20 * hour);
    expect(questions(opened)).toHaveLength(1);
    await later(opened, 5 * hour);
    expect((await opened.ticket('T-1')).status).toBe('pending');
    await later(opened, 8 * hour);
    expect((await opened.ticket('T-1')).status).toBe('closed');
  });
});

describe('at night', () => {
  test('the question waits for the requester’s morning, and the closing waits with it', async () => {
    const world = await aWorld();
    world.chat.people.set(dana, {
      id: dana,
      name: 'Dana',
      timezone: 'Pacific/Auckland',
      isApp: false,
      isGuest: false,
    });
    const opened = await aDeskThatWaits({ opened: await openDesk({ world }) });
    // 10:00 in UTC is 23:00 in Auckland; its morning begins at 19:00 in UTC.
    await later(opened, 2 * day);
    expect(questions(opened)).toEqual([]);
    await later(opened, 9 * hour - 10_000);
    expect(questions(opened)).toEqual([]);
    await later(opened, 10_000);
    expect(questions(opened)).toHaveLength(1);
    await later(opened, 14 * hour);
    expect((await opened.ticket('T-1')).status).toBe('pending');
    await later(opened, hour);
    expect((await opened.ticket('T-1')).status).toBe('closed');
  });
});

test('after a restart that missed both moments the requester is asked first and has twelve hours', async () => {
  const opened = await aDeskThatWaits();
  await opened.end();
  await opened.clock.advance(3 * day + hour);
  const again = await openDesk({ world: opened });
  again.start();
  await again.pass();
  expect(questions(again)).toHaveLength(1);
  expect((await again.ticket('T-1')).status).toBe('pending');
  await later(again, 11 * hour);
  expect((await again.ticket('T-1')).status).toBe('pending');
  await later(again, hour);
  expect((await again.ticket('T-1')).status).toBe('closed');
});
