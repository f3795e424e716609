import type { TriageFacts } from '../../../src/domain/triage.ts';
import { triageTicket } from '../../../src/engines/offline/triage.ts';

/** A message to a desk that has seen nothing yet, from a customer of a small shop unless said otherwise. */
export function told(
  text: string,
  plan: 'standard' | 'enterprise' = 'standard',
  more: Partial<TriageFacts> = {},
) {
  return triageTicket({
    ticket: 'T-1',
    texts: [text],
    requester: { name: 'Mei', earlierTickets: 0 },
    account: { id: 'shop', name: 'Shop', plan, annualRevenue: plan === 'enterprise' ? 240_000 : 700 },
    queues: [{ name: 'all' }],
    duplicates: [],
    precedents: [],
    at: '2026-11-20T10:00:00.000Z',
    ...more,
  });
}
