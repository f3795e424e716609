import { expect, test } from 'vitest';
import { decidedDuplicates } from '../../../src/domain/ticket/decided-duplicates.ts';
import { solveTicket } from '../../../src/domain/ticket/ending.ts';
import { triageTicket } from '../../../src/domain/ticket/judgement.ts';
import { linkTicket } from '../../../src/domain/ticket/relation.ts';
import type { Ticket } from '../../../src/domain/ticket/ticket.ts';
import { afterwards, aTicket } from '../../support/a-ticket.ts';
import { after, ana, asksAs, aTriage } from '../../support/builders.ts';

const agent = asksAs.agent(after(9), ana);
const candidate = (ticket: string, odds: number, isCopy?: true) => ({
  ticket,
  subject: 'Checkout fails',
  score: 0.5,
  why: 'same words (checkout)',
  odds,
  ...(isCopy ? { isCopy } : {}),
});

/** A ticket that was shown with two candidates and a copy. */
function shown(): Ticket {
  const duplicates = [candidate('T-7', 1.2), candidate('T-8', -0.4), candidate('T-6', 3, true)];
  return afterwards(aTicket({ status: 'open' }), (ticket) =>
    triageTicket(ticket, aTriage({ duplicates }), asksAs.desk(after(2))),
  );
}

test('what the team links is one problem, the rest is undecided while the ticket is worked', () => {
  expect(decidedDuplicates(shown())).toEqual([]);
  const linked = afterwards(shown(), (ticket) =>
    linkTicket(ticket, { ticket: 'T-7', kind: 'duplicate' }, agent),
  );
  expect(decidedDuplicates(linked)).toEqual([{ odds: 1.2, same: true }]);
});

test('what was linked to nothing when the ticket is over was another problem', () => {
  const over = afterwards(
    shown(),
    (ticket) => linkTicket(ticket, { ticket: 'T-7', kind: 'duplicate' }, agent),
    (ticket) => solveTicket(ticket, 'The cache was old', agent),
  );
  expect(decidedDuplicates(over)).toEqual([
    { odds: 1.2, same: true },
    { odds: -0.4, same: false },
  ]);
});

test('a link of another kind says neither', () => {
  const over = afterwards(
    shown(),
    (ticket) => linkTicket(ticket, { ticket: 'T-8', kind: 'related' }, agent),
    (ticket) => solveTicket(ticket, 'The cache was old', agent),
  );
  expect(decidedDuplicates(over)).toEqual([{ odds: 1.2, same: false }]);
});
