import { expect, test } from 'vitest';
import { applyEvents } from '../../../src/domain/ticket/apply.ts';
import {
  changedAfterAnswer,
  deleteMessage,
  editMessage,
  isTooOldToReopen,
  joinMessage,
  lastPublicAnswer,
  subjectOf,
} from '../../../src/domain/ticket/conversation.ts';
import { replyPublicly } from '../../../src/domain/ticket/reply.ts';
import { snoozeTicket } from '../../../src/domain/ticket/work.ts';
import { day } from '../../../src/domain/time.ts';
import { afterwards, aTicket, aWorkedTicket, openingOf } from '../../support/a-ticket.ts';
import { after, aMessage, ana, asksAs, dana, outcomeOf, support } from '../../support/builders.ts';

const first = `${support}:T-1.1`;
const more = (text: string, at = after(30)) => aMessage({ id: `${support}:T-1.2`, thread: first, text, at });

test('a request opens a new ticket with its words and its thread', () => {
  const ticket = applyEvents(undefined, openingOf());
  expect(ticket).toMatchObject({
    id: 'T-1',
    status: 'new',
    requester: dana,
    conversation: { thread: first },
  });
  expect(ticket.messages.map((message) => message.text)).toEqual([
    'Checkout fails with error 502 for all our users',
  ]);
});

test('the same message twice is one message', () => {
  const ticket = afterwards(aTicket(), (now) => joinMessage(now, more('Still down'), asksAs.requester()));
  expect(ticket.messages).toHaveLength(2);
  expect(outcomeOf(joinMessage(ticket, more('Still down'), asksAs.requester()))).toBe('nothing');
});

test('messages stand in the order they were written, whichever arrives first', () => {
  const early = aMessage({ id: `${support}:early`, at: after(-5), text: 'Before' });
  const ticket = afterwards(aTicket(), (now) => joinMessage(now, early, asksAs.requester()));
  expect(ticket.messages.map((message) => message.id)).toEqual([early.id, first]);
});

test.each([
  ['new', 'new'],
  ['open', 'open'],
  ['pending', 'open'],
  ['on_hold', 'on_hold'],
  ['solved', 'open'],
  ['closed', 'open'],
] as const)('when the requester writes about a %s ticket it is %s', (status, then) => {
  const ticket = afterwards(aTicket({ status }), (now) =>
    joinMessage(now, more('It is broken again'), asksAs.requester()),
  );
  expect(ticket.status).toBe(then);
});

test.each(['pending', 'solved', 'closed'] as const)(
  'thanks belong to a %s ticket and set nothing going again',
  (status) => {
    const ticket = afterwards(aTicket({ status }), (now) =>
      joinMessage(now, more('Thank you so much!'), asksAs.requester()),
    );
    expect(ticket.status).toBe(status);
    expect(ticket.messages).toHaveLength(2);
  },
);

test('a snoozed ticket wakes when the requester writes, and sleeps on when they say thanks', () => {
  const snoozed = afterwards(aTicket({ status: 'open' }), (now) =>
    snoozeTicket(now, after(600), asksAs.agent(after(10))),
  );
  expect(outcomeOf(joinMessage(snoozed, more('Any news?'), asksAs.requester()))).toBe('message_joined woken');
  expect(outcomeOf(joinMessage(snoozed, more('Thanks'), asksAs.requester()))).toBe('message_joined');
});

test('what an agent writes in the requester’s thread is the first answer', () => {
  const answer = { ...more('We are looking into it'), author: ana, from: 'desk' as const };
  const ticket = afterwards(aTicket(), (now) => joinMessage(now, answer, asksAs.agent()));
  expect(ticket).toMatchObject({ status: 'open', firstRespondedAt: answer.at });
  expect(lastPublicAnswer(ticket)).toEqual({ by: ana, at: answer.at, text: answer.text });
});

test('an edit keeps the earlier words, and the same edit again changes nothing', () => {
  const edit = { message: first, text: 'Only Safari fails', files: [] };
  const ticket = afterwards(aTicket(), (now) => editMessage(now, edit, asksAs.requester(after(7))));
  expect(ticket.messages[0]).toMatchObject({
    text: 'Only Safari fails',
    edits: [{ text: 'Checkout fails with error 502 for all our users', until: after(7) }],
  });
  expect(outcomeOf(editMessage(ticket, edit, asksAs.requester()))).toBe('nothing');
  expect(outcomeOf(editMessage(ticket, { ...edit, message: 'elsewhere' }, asksAs.requester()))).toBe(
    'nothing',
  );
});

const taken = (...more: Parameters<typeof afterwards>[1][]) =>
  afterwards(aWorkedTicket(), ...more, (now) => deleteMessage(now, first, asksAs.requester(after(9))));

test('what was drafted before the requester took words back is outdated at once', () => {
  expect(taken().drafts[0]?.state).toBe('outdated');
});

test('what the team’s side takes back leaves the draft alone', () => {
  const answer = aMessage({ id: `${support}:a`, thread: first, author: ana, from: 'desk', at: after(5) });
  const ticket = afterwards(
    aWorkedTicket(),
    (now) => joinMessage(now, answer, asksAs.agent(after(5))),
    (now) => deleteMessage(now, answer.id, asksAs.agent(after(6))),
  );
  expect(ticket.drafts[0]?.state).toBe('proposed');
});

test('a deleted message leaves no word behind, also none of its earlier versions', () => {
  const ticket = afterwards(
    aTicket({ subject: 'Checkout fails with error 502 for all our users' }),
    (now) => editMessage(now, { message: first, text: 'password hunter2', files: [] }, asksAs.requester()),
    (now) => deleteMessage(now, first, asksAs.requester(after(9))),
  );
  expect(ticket.messages[0]).toMatchObject({
    text: '',
    files: [],
    edits: [],
    deleted: { at: after(9), by: dana, asked: '2026-11-20T10:00:00.000Z' },
  });
  expect(JSON.stringify(ticket)).not.toMatch(/hunter2|Checkout/);
  expect(outcomeOf(deleteMessage(ticket, first, asksAs.requester()))).toBe('nothing');
  expect(outcomeOf(editMessage(ticket, { message: first, text: 'x', files: [] }, asksAs.requester()))).toBe(
    'nothing',
  );
});

test('the desk notices that the requester changed their words after the answer', () => {
  const answered = afterwards(aTicket(), (now) =>
    replyPublicly(now, { publicText: 'Try this', next: 'wait' }, asksAs.agent(after(10))),
  );
  const edit = { message: first, text: 'Other words', files: [] };
  expect(changedAfterAnswer(answered)).toBe(false);
  expect(
    changedAfterAnswer(afterwards(answered, (now) => editMessage(now, edit, asksAs.requester(after(11))))),
  ).toBe(true);
  expect(
    changedAfterAnswer(afterwards(answered, (now) => deleteMessage(now, first, asksAs.requester(after(11))))),
  ).toBe(true);
});

test('words written before the answer are no change after it', () => {
  const ticket = afterwards(
    aTicket(),
    (now) => editMessage(now, { message: first, text: 'Sooner', files: [] }, asksAs.requester(after(5))),
    (now) => replyPublicly(now, { publicText: 'Try this', next: 'wait' }, asksAs.agent(after(10))),
  );
  expect(changedAfterAnswer(ticket)).toBe(false);
});

test('a message within seven days of the end reopens, a later one is a follow-up', () => {
  const solved = aTicket({ status: 'solved' });
  const sevenDays = 7 * 24 * 60;
  expect(isTooOldToReopen(solved, after(5 + sevenDays), 7 * day)).toBe(false);
  expect(isTooOldToReopen(solved, after(6 + sevenDays), 7 * day)).toBe(true);
  expect(isTooOldToReopen(aTicket({ status: 'open' }), after(9 * sevenDays), 7 * day)).toBe(false);
});

test.each([
  ['the first line with words', '\n  \n Login fails \nsecond line', 'Login fails'],
  ['words when there are none', '   ', 'No text'],
  ['at most 100 characters, cut at a word', `${'word '.repeat(40)}`, `${'word '.repeat(19).trim()}…`],
  ['one endless word cut hard', 'x'.repeat(300), `${'x'.repeat(99)}…`],
])('a subject is %s', (_what, text, subject) => {
  expect(subjectOf(text)).toBe(subject);
});
