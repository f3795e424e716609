import { z } from 'zod';
import type { Desk } from '../desk.ts';
import { Edition } from '../domain/sla/policy.ts';
import { type PolicyBook, policyBook } from '../domain/sla/policy-book.ts';

const aggregate = { kind: 'policies', id: 'desk' } as const;

const Policies = z.strictObject({ editions: z.array(Edition) });

/** Every edition of the desk's promises. What the settings promise now becomes a new one when it differs from the last. */
export async function openPolicyBook(
  { store, clock }: Pick<Desk, 'store' | 'clock'>,
  promises: Omit<Edition, 'edition' | 'since'>,
): Promise<PolicyBook> {
  const stored = await store.load(aggregate.kind, aggregate.id);
  const editions = stored ? Policies.parse(stored.state).editions : [];
  const last = editions.at(-1);
  if (last && isSame(last, promises)) return policyBook(editions);
  const edition = Edition.parse({ edition: (last?.edition ?? 0) + 1, since: clock.now(), ...promises });
  const all = [...editions, edition];
  await store.commit({
    ...aggregate,
    expectedVersion: stored?.version ?? 0,
    events: [{ type: 'published', at: edition.since, edition }],
    state: { editions: all },
    at: edition.since,
  });
  return policyBook(all);
}

function isSame({ edition: _edition, since: _since, ...last }: Edition, promises: object): boolean {
  return (
    JSON.stringify(last) === JSON.stringify(Edition.omit({ edition: true, since: true }).parse(promises))
  );
}
