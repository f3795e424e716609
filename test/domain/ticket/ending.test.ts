import { expect, test } from 'vitest';
import {
  closeTicket,
  confirmSolution,
  disputeSolution,
  reopenTicket,
  solveTicket,
} from '../../../src/domain/ticket/ending.ts';
import { replyPublicly } from '../../../src/domain/ticket/reply.ts';
import { afterwards, aTicket, aWorkedTicket } from '../../support/a-ticket.ts';
import { after, asksAs, dana, eve, outcomeOf } from '../../support/builders.ts';

test('a solved ticket keeps what solved it, and solving it again changes nothing', () => {
  const solved = afterwards(aWorkedTicket(), (now) =>
    solveTicket(now, '  cleared the cache ', asksAs.agent()),
  );
  expect(solved).toMatchObject({
    status: 'solved',
    solution: { resolution: 'cleared the cache', confirmed: false },
  });
  expect(solved.drafts[0]?.state).toBe('outdated');
  expect(outcomeOf(solveTicket(solved, 'again', asksAs.agent()))).toBe('nothing');
});

test('the requester confirms after an answer, and again without effect', () => {
  const answered = afterwards(aTicket(), (now) =>
    replyPublicly(now, { publicText: 'Try this', next: 'ask' }, asksAs.agent()),
  );
  const confirmed = afterwards(answered, (now) => confirmSolution(now, asksAs.requester()));
  expect(confirmed).toMatchObject({ status: 'solved', solution: { by: dana, confirmed: true } });
  expect(outcomeOf(confirmSolution(confirmed, asksAs.requester()))).toBe('nothing');
});

test('a confirmation keeps who had solved it and how', () => {
  const confirmed = afterwards(aTicket({ status: 'solved' }), (now) =>
    confirmSolution(now, asksAs.requester()),
  );
  expect(confirmed.solution).toMatchObject({ resolution: 'cleared the cache', confirmed: true });
});

test('another customer can neither confirm, dispute nor reopen', () => {
  const solved = aTicket({ status: 'solved' });
  const stranger = asksAs.requester(after(60), eve);
  expect(outcomeOf(confirmSolution(solved, stranger))).toBe('refused: not_allowed');
  expect(outcomeOf(disputeSolution(solved, stranger))).toBe('refused: not_allowed');
  expect(outcomeOf(reopenTicket(solved, 'please', stranger))).toBe('refused: not_allowed');
});

test.each([
  ['new', 'nothing'],
  ['open', 'nothing'],
  ['pending', 'disputed'],
  ['on_hold', 'nothing'],
  ['solved', 'reopened disputed'],
  ['closed', 'reopened disputed'],
] as const)('“still broken” on a %s ticket gives %s', (status, outcome) => {
  expect(outcomeOf(disputeSolution(aTicket({ status }), asksAs.requester()))).toBe(outcome);
});

test('a reopened ticket is open, without its solution, and remembers why', () => {
  const reopened = afterwards(aTicket({ status: 'closed' }), (now) =>
    reopenTicket(now, 'It came back', asksAs.requester()),
  );
  expect(reopened).toMatchObject({ status: 'open', reopened: [{ reason: 'It came back', by: dana }] });
  expect(reopened.closed).toBeUndefined();
  expect(reopened.solution).toBeUndefined();
  expect(outcomeOf(reopenTicket(reopened, 'again', asksAs.requester()))).toBe('nothing');
});

test.each([
  ['new', 'refused: still_live'],
  ['open', 'refused: still_live'],
  ['pending', 'closed'],
  ['on_hold', 'refused: still_live'],
  ['solved', 'closed'],
  ['closed', 'nothing'],
] as const)('silence on a %s ticket gives %s', (status, outcome) => {
  expect(outcomeOf(closeTicket(aTicket({ status }), 'quiet', asksAs.desk()))).toBe(outcome);
});

test('a ticket says why it closed', () => {
  const reason = (status: 'pending' | 'solved' | 'open', why: 'quiet' | 'not_a_request') =>
    afterwards(aTicket({ status }), (now) => closeTicket(now, why, asksAs.desk())).closed?.reason;
  expect(reason('pending', 'quiet')).toBe('quiet');
  expect(reason('solved', 'quiet')).toBe('solved');
  expect(reason('open', 'not_a_request')).toBe('not_a_request');
});
