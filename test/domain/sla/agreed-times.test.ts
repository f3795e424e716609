import { expect, test } from 'vitest';
import type { PolicyFacts } from '../../../src/domain/sla/policy.ts';
import { policyBook } from '../../../src/domain/sla/policy-book.ts';
import type { Ticket } from '../../../src/domain/ticket/ticket.ts';
import { day, hour, minute } from '../../../src/domain/time.ts';
import { afterwards, aWorkedTicket } from '../../support/a-ticket.ts';
import { anEdition, aPolicy, promised } from '../../support/an-edition.ts';
import { after, asksAs } from '../../support/builders.ts';
import { arrives, clockAt, leaves } from './talking.ts';

/** Solved within a day; by the second edition within four hours, by the third within a week. */
const book = policyBook(
  [day, 4 * hour, 7 * day].map((withinMs, index) =>
    anEdition({
      edition: index + 1,
      rules: [aPolicy({ targets: { total_resolution: promised(withinMs) } })],
    }),
  ),
);

/** The requester agreed to have it after 3000 minutes, twice the day it was promised in. */
const agreed = afterwards(
  aWorkedTicket(),
  leaves(30, { proposes: { target: 'total_resolution', dueAt: after(3000) } }),
  arrives(31),
  () => ({ events: [{ type: 'extension_agreed', reply: 'r1', by: asksAs.requester().by, at: after(40) }] }),
);

const putOn =
  (edition: number, minutes: number, given: Partial<PolicyFacts> = {}) =>
  (ticket: Ticket) => {
    const [pin] = (ticket.policies ?? []).slice(-1);
    const by = asksAs.manager().by;
    return {
      events: pin
        ? [
            {
              type: 'policy_applied' as const,
              facts: { ...pin.facts, ...given },
              edition,
              by,
              at: after(minutes),
            },
          ]
        : [],
    };
  };
const due = (ticket: Ticket) => clockAt(ticket, 'total_resolution', 80, book)?.dueAt;

test('a policy that promises more time does not put off what the requester agreed to', () => {
  expect(due(agreed)).toBe(after(3000));
  const looser = afterwards(agreed, putOn(3, 60));
  expect(due(looser)).toBe(after(3000));
  expect(clockAt(looser, 'total_resolution', 80, book)).toMatchObject({ edition: 3 });
});

test('what the requester agreed to survives that the ticket is put on an edition that promises less time', () => {
  expect(due(afterwards(agreed, putOn(2, 60)))).toBe(after(3000));
  expect(due(afterwards(agreed, putOn(2, 60), putOn(3, 70)))).toBe(after(3000));
  expect(clockAt(afterwards(agreed, putOn(2, 60)), 'total_resolution', 80, book)).toMatchObject({
    edition: 2,
  });
});

test('once it is a graver matter, a policy that promises less time counts, agreed or not', () => {
  expect(due(afterwards(agreed, putOn(2, 60, { severity: 'P1' })))).toBe(after((4 * hour) / minute));
  expect(due(afterwards(agreed, putOn(3, 60, { severity: 'P4' })))).toBe(after(3000));
});
