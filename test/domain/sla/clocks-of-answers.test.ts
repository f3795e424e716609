import { expect, test } from 'vitest';
import { deleteMessage, editMessage, joinMessage } from '../../../src/domain/ticket/conversation.ts';
import {
  closeTicket,
  disputeSolution,
  reopenTicket,
  solveTicket,
} from '../../../src/domain/ticket/ending.ts';
import { splitTicket } from '../../../src/domain/ticket/relation.ts';
import type { Ticket } from '../../../src/domain/ticket/ticket.ts';
import { addNote } from '../../../src/domain/ticket/work.ts';
import { hour } from '../../../src/domain/time.ts';
import { afterwards, aWorkedTicket } from '../../support/a-ticket.ts';
import { promised } from '../../support/an-edition.ts';
import { after, aMessage, ana, asksAs, support, ten } from '../../support/builders.ts';
import { answers, approves, arrives, asks, bookWith, clockAt, endsOf, leaves } from './talking.ts';

const asked = (minutes: number) => `${support}:${after(minutes)}`;
const deletes = (message: string, minutes: number) => (ticket: Ticket) =>
  deleteMessage(ticket, message, asksAs.requester(after(minutes)));
const edits = (message: string, text: string, minutes: number) => (ticket: Ticket) =>
  editMessage(ticket, { message, text, files: [] }, asksAs.requester(after(minutes)));
const answersByRule = (minutes: number) => [
  leaves(minutes, { rule: 'account: password', next: 'ask' }),
  arrives(minutes),
];

test('a reply counts when it was delivered, not when it was approved', () => {
  const ticket = afterwards(aWorkedTicket(), approves(230));
  expect(clockAt(ticket, 'first_response', 239)?.state).toBe('running');
  expect(clockAt(afterwards(ticket, arrives(250)), 'first_response', 300)).toMatchObject({
    end: { at: after(250), how: 'met' },
    isBreached: true,
  });
});

test('what is asked while an answer is on its way is not answered by it', () => {
  const ticket = afterwards(aWorkedTicket(), approves(30), asks(40), arrives(50));
  expect(endsOf(ticket, 60)).toEqual(['first_response met', 'next_response running']);
  expect(clockAt(ticket, 'next_response', 60)?.startedAt).toBe(after(40));
});

test('words typed in the thread answer; a note does not', () => {
  const typed = aMessage({ id: `${support}:a`, author: ana, from: 'desk', text: 'On it', at: after(20) });
  const ticket = afterwards(aWorkedTicket(), (now) => joinMessage(now, typed, asksAs.agent(after(20))));
  expect(endsOf(ticket, 60)).toEqual(['first_response met']);
  const noted = afterwards(aWorkedTicket(), (now) =>
    addNote(now, { internalText: 'Looks like the gateway' }, asksAs.agent(after(20))),
  );
  expect(endsOf(noted, 60)).toEqual(['first_response running']);
});

test('an answer by a rule ends what was owed but is none; who comes back is owed a first answer afresh', () => {
  const ticket = afterwards(aWorkedTicket(), ...answersByRule(10));
  expect(endsOf(ticket, 9999)).toEqual(['first_response answered_by_rule']);
  const back = afterwards(ticket, asks(600));
  expect(clockAt(back, 'first_response', 610)).toMatchObject({ startedAt: after(600), dueAt: after(840) });
  const counts = bookWith({ targets: { first_response: promised(hour) }, automaticAnswers: true });
  expect(endsOf(ticket, 9999, counts)).toEqual(['first_response met']);
});

test('a deleted message owes nothing from then on, and the next one of the burst counts', () => {
  const burst = afterwards(aWorkedTicket(), ...answers(10), asks(20), asks(50), deletes(asked(20), 60));
  expect(endsOf(burst, 70)).toEqual([
    'first_response met',
    'next_response not_a_request',
    'next_response running',
  ]);
  expect(clockAt(burst, 'next_response', 70)?.startedAt).toBe(after(50));
  const nothing = afterwards(burst, deletes(asked(50), 80));
  expect(endsOf(nothing, 9999).at(-1)).toBe('next_response not_a_request');
});

test('a request that was taken back before anybody answered owes nothing', () => {
  const first = aWorkedTicket().messages[0]?.id ?? '';
  const ticket = afterwards(aWorkedTicket(), deletes(first, 30));
  expect(clockAt(ticket, 'first_response', 9999)).toMatchObject({
    end: { at: after(30), how: 'not_a_request' },
    isBreached: false,
  });
});

test('a late answer stays late when the question is deleted afterwards', () => {
  const late = afterwards(
    aWorkedTicket(),
    ...answers(10),
    asks(20),
    ...answers(600),
    deletes(asked(20), 700),
  );
  expect(clockAt(late, 'next_response', 800)).toMatchObject({ startedAt: after(20), isBreached: true });
});

test('thanks that become a question ask from the change on', () => {
  const ticket = afterwards(
    aWorkedTicket(),
    ...answers(10),
    asks(20, 'Thank you!'),
    edits(asked(20), 'Thank you, but it fails again', 900),
  );
  expect(clockAt(ticket, 'next_response', 910)).toMatchObject({ startedAt: after(900), isBreached: false });
  const back = afterwards(ticket, edits(asked(20), 'Thanks', 950));
  expect(endsOf(back, 9999).at(-1)).toBe('next_response not_a_request');
});

test('words that came after the desk had ended the ticket, but were written before, are owed an answer', () => {
  const ticket = afterwards(
    aWorkedTicket(),
    ...answers(10),
    (now) => solveTicket(now, undefined, asksAs.agent(after(100))),
    asks(90),
  );
  expect(ticket.statusLog.map(({ at }) => at)).toEqual(ticket.statusLog.map(({ at }) => at).sort());
  expect(clockAt(ticket, 'next_response', 120)).toMatchObject({ state: 'running', startedAt: after(90) });
});

test('messages that arrive out of order count from the first that was written', () => {
  const ticket = afterwards(aWorkedTicket(), ...answers(10), asks(60), asks(40));
  expect(clockAt(ticket, 'next_response', 70)?.startedAt).toBe(after(40));
});

test('a ticket that is solved without an answer owes none any more; saying it is still broken asks anew', () => {
  const solved = afterwards(aWorkedTicket(), (now) => solveTicket(now, undefined, asksAs.agent(after(30))));
  expect(endsOf(solved, 9999)).toEqual(['first_response solved']);
  const disputed = afterwards(solved, (now) => disputeSolution(now, asksAs.requester(after(90))));
  expect(endsOf(disputed, 100)).toEqual(['first_response solved', 'first_response running']);
  expect(clockAt(disputed, 'first_response', 100)?.startedAt).toBe(after(90));
});

test('a colleague who opens a ticket again asks nothing; the requester who does is owed an answer', () => {
  const solved = afterwards(aWorkedTicket(), ...answers(10), (now) =>
    solveTicket(now, undefined, asksAs.agent(after(30))),
  );
  const byTeam = afterwards(solved, (now) => reopenTicket(now, 'Wrong fix', asksAs.agent(after(60))));
  expect(endsOf(byTeam, 70)).toEqual(['first_response met']);
  const byThem = afterwards(solved, (now) => reopenTicket(now, 'Again', asksAs.requester(after(60))));
  expect(endsOf(byThem, 70)).toEqual(['first_response met', 'next_response running']);
});

test('who asks for more time to answer has told something but not answered', () => {
  const later = { target: 'first_response' as const, dueAt: after(600) };
  const ticket = afterwards(aWorkedTicket(), leaves(30, { proposes: later }), arrives(31));
  expect(clockAt(ticket, 'first_response', 60)?.state).toBe('running');
  expect(clockAt(ticket, 'next_update', 60)?.startedAt).toBe(after(31));
  const agreed = afterwards(ticket, () => ({
    events: [{ type: 'extension_agreed', reply: 'r1', by: asksAs.requester().by, at: after(40) }],
  }));
  expect(clockAt(agreed, 'first_response', 60)).toMatchObject({
    dueAt: after(600),
    changes: [{ why: 'extended', was: after(240), due: after(600) }],
  });
});

test('an update in the words of the desk tells something but answers nothing; in a person’s own words it may', () => {
  const updated = (edited: boolean) =>
    afterwards(aWorkedTicket(), leaves(30, { update: 'u1', edited }), arrives(31));
  expect(clockAt(updated(false), 'first_response', 60)?.state).toBe('running');
  expect(clockAt(updated(false), 'next_update', 60)?.startedAt).toBe(after(31));
  expect(clockAt(updated(true), 'first_response', 60)?.end?.how).toBe('met');
});

test('what was split off is owed by the other ticket; what stays is owed here', () => {
  const ticket = afterwards(aWorkedTicket(), ...answers(10), asks(20), asks(40), (now) =>
    splitTicket(now, { into: 'T-9', messages: [asked(20)] }, asksAs.agent(after(50))),
  );
  expect(clockAt(ticket, 'next_response', 60)?.startedAt).toBe(after(40));
});

test('silence after our question ends a ticket at the question', () => {
  const ticket = afterwards(aWorkedTicket(), ...answers(30, 'ask'), (now) =>
    closeTicket(now, 'quiet', asksAs.desk(after(9000))),
  );
  expect(clockAt(ticket, 'total_resolution', 9999)).toMatchObject({
    startedAt: ten,
    end: { at: after(30), how: 'met' },
    isBreached: false,
  });
});
