import { expect, test } from 'vitest';
import {
  addNote,
  claimTicket,
  escalateTicket,
  holdTicket,
  releaseTicket,
  resumeTicket,
  snoozeTicket,
  waitForRequester,
  wakeTicket,
} from '../../../src/domain/ticket/work.ts';
import { afterwards, aTicket } from '../../support/a-ticket.ts';
import { after, ana, asksAs, ben, mia, outcomeOf } from '../../support/builders.ts';

test('the first to claim a ticket has it, and it is open', () => {
  const ticket = afterwards(aTicket(), (now) => claimTicket(now, asksAs.agent()));
  expect(ticket).toMatchObject({ status: 'open', assignee: { person: ana, at: after(60) } });
  expect(outcomeOf(claimTicket(ticket, asksAs.agent()))).toBe('nothing');
});

test('the second to claim is told who was first', () => {
  const ticket = afterwards(aTicket(), (now) => claimTicket(now, asksAs.agent()));
  expect(claimTicket(ticket, asksAs.agent(after(61), ben))).toEqual({
    refused: 'already_claimed',
    by: ana,
    at: after(60),
  });
});

test('a manager may take a ticket over, and give it back for somebody', () => {
  const ticket = afterwards(aTicket(), (now) => claimTicket(now, asksAs.agent()));
  expect(afterwards(ticket, (now) => claimTicket(now, asksAs.manager())).assignee?.person).toBe(mia);
  expect(outcomeOf(releaseTicket(ticket, asksAs.agent(after(61), ben)))).toBe('refused: already_claimed');
  expect(afterwards(ticket, (now) => releaseTicket(now, asksAs.manager())).assignee).toBeUndefined();
  expect(outcomeOf(releaseTicket(aTicket(), asksAs.agent()))).toBe('nothing');
});

test('a note needs words, and a message of the team’s thread is one note', () => {
  const note = { internalText: 'Their gateway again', message: 'memory:note' };
  const ticket = afterwards(aTicket(), (now) => addNote(now, note, asksAs.agent()));
  expect(ticket.notes).toMatchObject([{ note: 'n1', internalText: 'Their gateway again', by: ana }]);
  expect(outcomeOf(addNote(ticket, note, asksAs.agent()))).toBe('nothing');
  expect(outcomeOf(addNote(ticket, { internalText: ' ' }, asksAs.agent()))).toBe('refused: empty');
});

test('holding needs a reason and a time to come; the same hold again is none', () => {
  const hold = { reason: 'engineering', until: after(120) };
  const held = afterwards(aTicket({ status: 'open' }), (now) => holdTicket(now, hold, asksAs.agent()));
  expect(held).toMatchObject({ status: 'on_hold', hold });
  expect(outcomeOf(holdTicket(held, hold, asksAs.agent()))).toBe('nothing');
  expect(outcomeOf(holdTicket(held, { ...hold, until: after(240) }, asksAs.agent()))).toBe('held');
  expect(outcomeOf(holdTicket(held, { reason: ' ' }, asksAs.agent()))).toBe('refused: empty');
  expect(outcomeOf(holdTicket(held, { ...hold, until: after(59) }, asksAs.agent()))).toBe('refused: past');
});

test('work resumes after holding and after waiting, and not otherwise', () => {
  const resumed = afterwards(aTicket({ status: 'on_hold' }), (now) => resumeTicket(now, asksAs.agent()));
  expect(resumed.status).toBe('open');
  expect(resumed.hold).toBeUndefined();
  expect(outcomeOf(resumeTicket(aTicket({ status: 'pending' }), asksAs.agent()))).toBe('resumed');
  expect(outcomeOf(resumeTicket(resumed, asksAs.agent()))).toBe('nothing');
  expect(outcomeOf(resumeTicket(aTicket({ status: 'closed' }), asksAs.agent()))).toBe('nothing');
});

test('waiting for the requester ends a hold; waiting twice is waiting', () => {
  const waiting = afterwards(aTicket({ status: 'on_hold' }), (now) => waitForRequester(now, asksAs.agent()));
  expect(waiting.status).toBe('pending');
  expect(waiting.hold).toBeUndefined();
  expect(outcomeOf(waitForRequester(waiting, asksAs.agent()))).toBe('nothing');
});

test('a snoozed ticket keeps its status and can be woken once', () => {
  const snoozed = afterwards(aTicket({ status: 'open' }), (now) =>
    snoozeTicket(now, after(120), asksAs.agent()),
  );
  expect(snoozed).toMatchObject({ status: 'open', snooze: { until: after(120) } });
  expect(outcomeOf(snoozeTicket(snoozed, after(120), asksAs.agent()))).toBe('nothing');
  expect(outcomeOf(snoozeTicket(snoozed, after(60), asksAs.agent()))).toBe('refused: past');
  const woken = afterwards(snoozed, (now) => wakeTicket(now, asksAs.desk(after(120))));
  expect(woken.snooze).toBeUndefined();
  expect(outcomeOf(wakeTicket(woken, asksAs.agent()))).toBe('nothing');
});

test('an escalation needs a reason; the same person’s same words call nobody twice', () => {
  const escalated = afterwards(aTicket({ status: 'pending' }), (now) =>
    escalateTicket(now, 'A refund is asked for', asksAs.agent()),
  );
  expect(escalated).toMatchObject({ status: 'open', escalation: { reason: 'A refund is asked for' } });
  expect(outcomeOf(escalateTicket(escalated, 'A refund is asked for', asksAs.agent()))).toBe('nothing');
  expect(outcomeOf(escalateTicket(escalated, 'Now they are angry', asksAs.agent()))).toBe('escalated');
  expect(outcomeOf(escalateTicket(escalated, '', asksAs.agent()))).toBe('refused: empty');
});

test('escalating a ticket on hold leaves it on hold', () => {
  const ticket = afterwards(aTicket({ status: 'on_hold' }), (now) =>
    escalateTicket(now, 'Engineering does not answer', asksAs.agent()),
  );
  expect(ticket.status).toBe('on_hold');
});
