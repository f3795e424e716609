import { expect, test } from 'vitest';
import { spentBefore } from '../../src/engines/desk-engine-spent.ts';
import type { StorePort, TicketSummary } from '../../src/store-port.ts';
import { aDraft, after, aTriage, ten } from '../support/builders.ts';

const usage = { inputTokens: 1, cacheReadTokens: 0, cacheWriteTokens: 0, outputTokens: 1, costUsd: 0.01 };
const by = 'desk';

function aStore(tickets: Readonly<Record<string, readonly object[]>>): Pick<StorePort, 'tickets' | 'load'> {
  return {
    tickets: async () =>
      Object.keys(tickets).map(
        (id): TicketSummary => ({
          id,
          subject: id,
          status: 'open',
          requester: 'slack:U1',
          openedAt: ten,
          changedAt: id.startsWith('old') ? '2026-11-01T10:00:00.000Z' : ten,
          threads: [],
        }),
      ),
    load: async (kind, id) => ({
      kind,
      id,
      version: 1,
      state: {},
      events: tickets[id] ?? [],
      timers: [],
      outbox: [],
    }),
  };
}

test('what was spent since yesterday is read from the tickets, each sorting and each draft', async () => {
  const spent = await spentBefore(
    aStore({
      'T-1': [
        { type: 'triaged', at: ten, by, triage: aTriage({ usage }) },
        { type: 'triaged', at: after(5), by, triage: aTriage() },
        { type: 'drafted', at: after(6), by, draft: aDraft({ usage: { ...usage, costUsd: 0.02 } }) },
        { type: 'claimed', at: after(7), by },
        // After the moment of asking: it is counted as it is spent.
        { type: 'drafted', at: after(20), by, draft: aDraft({ usage }) },
      ],
      'T-2': [{ type: 'triaged', at: '2026-11-18T10:00:00.000Z', by, triage: aTriage({ usage }) }],
      'old-1': [{ type: 'triaged', at: ten, by, triage: aTriage({ usage }) }],
    }),
    after(10),
  );
  expect(spent).toEqual([
    { costUsd: 0.01, at: ten },
    { costUsd: 0.02, at: after(6) },
  ]);
});
