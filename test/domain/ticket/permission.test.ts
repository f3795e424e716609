import { expect, test } from 'vitest';
import type { Asked, Decision } from '../../../src/domain/ticket/decision.ts';
import {
  closeTicket,
  confirmSolution,
  disputeSolution,
  needHelp,
  reopenTicket,
  solveTicket,
} from '../../../src/domain/ticket/ending.ts';
import {
  correctTriage,
  discardDraft,
  rateDraft,
  requestDraft,
} from '../../../src/domain/ticket/judgement.ts';
import { linkTicket, mergeInto, splitTicket, unmerge } from '../../../src/domain/ticket/relation.ts';
import { approveDraft, replyPublicly, retryDelivery } from '../../../src/domain/ticket/reply.ts';
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
import { aTicket, aWorkedTicket } from '../../support/a-ticket.ts';
import { after, ana, asksAs, ben } from '../../support/builders.ts';

const worked = aWorkedTicket();
const solved = aTicket({ status: 'solved' });
const held = aTicket({ status: 'open', assignee: { person: ana, at: after(3) } });

type Row = readonly [what: string, decide: (asked: Asked) => Decision];

const teamOnly: readonly Row[] = [
  ['claim', (asked) => claimTicket(worked, asked)],
  ['give back', (asked) => releaseTicket(worked, asked)],
  ['note', (asked) => addNote(worked, { internalText: 'x' }, asked)],
  ['wait', (asked) => waitForRequester(worked, asked)],
  ['hold', (asked) => holdTicket(worked, { reason: 'x' }, asked)],
  ['resume', (asked) => resumeTicket(worked, asked)],
  ['snooze', (asked) => snoozeTicket(worked, after(600), asked)],
  ['wake', (asked) => wakeTicket(worked, asked)],
  ['escalate', (asked) => escalateTicket(worked, 'x', asked)],
  ['correct', (asked) => correctTriage(worked, { field: 'severity', to: 'P1' }, asked)],
  ['discard a draft', (asked) => discardDraft(worked, 'd1', asked)],
  ['rate a draft', (asked) => rateDraft(worked, { draft: 'd1', rating: 'down' }, asked)],
  ['ask for a draft', (asked) => requestDraft(worked, asked)],
  ['approve a draft', (asked) => approveDraft(worked, { draft: 'd1', mode: 'careful' }, asked)],
  ['reply', (asked) => replyPublicly(worked, { publicText: 'x', next: 'wait' }, asked)],
  ['send again', (asked) => retryDelivery(worked, asked)],
  ['solve', (asked) => solveTicket(worked, 'x', asked)],
  ['close', (asked) => closeTicket(worked, 'not_a_request', asked)],
  ['merge', (asked) => mergeInto(worked, aTicket({ id: 'T-2' }), asked)],
  ['take a merge back', (asked) => unmerge(worked, asked)],
  ['split', (asked) => splitTicket(worked, { into: 'T-9', messages: ['x'] }, asked)],
  ['link', (asked) => linkTicket(worked, { ticket: 'T-2', kind: 'related' }, asked)],
];

const forTheRequesterToo: readonly Row[] = [
  ['confirm', (asked) => confirmSolution(solved, asked)],
  ['dispute', (asked) => disputeSolution(solved, asked)],
  ['ask for more help with', (asked) => needHelp(solved, asked)],
  ['reopen', (asked) => reopenTicket(solved, 'x', asked)],
];

const notAllowed = { refused: 'not_allowed' };

test.each(teamOnly)('the requester may not %s, the team and the desk may', (_what, decide) => {
  expect(decide(asksAs.requester())).toEqual(notAllowed);
  for (const asked of [asksAs.agent(), asksAs.manager(), asksAs.desk()]) {
    expect(decide(asked)).not.toEqual(notAllowed);
  }
});

test.each(forTheRequesterToo)(
  'the requester may %s their own ticket, and so may the team',
  (_what, decide) => {
    for (const asked of [asksAs.requester(), asksAs.agent(), asksAs.manager(), asksAs.desk()]) {
      expect(decide(asked)).not.toEqual(notAllowed);
    }
  },
);

test('only a manager takes a ticket from another agent', () => {
  expect(claimTicket(held, asksAs.agent(after(60), ben))).toMatchObject({ refused: 'already_claimed' });
  expect(claimTicket(held, asksAs.manager())).toMatchObject({ events: [{ type: 'claimed' }] });
});
