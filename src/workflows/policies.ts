import type { Desk } from '../desk.ts';
import { DeskError } from '../domain/errors.ts';
import {
  applyPolicies,
  noPolicies,
  Policies,
  type PoliciesEvent,
  publishEdition,
} from '../domain/sla/policies.ts';
import type { Edition } from '../domain/sla/policy.ts';
import { type PolicyBook, policyBook } from '../domain/sla/policy-book.ts';
import type { OutboxChange, Stored, TimerChange } from '../store-port.ts';

const aggregate = { kind: 'policies', id: 'desk' } as const;

type Opened = Pick<Desk, 'store' | 'clock'>;

/** Every edition of the desk's promises. What the settings promise now becomes a new one when it differs from the last. */
export async function openPolicyBook(
  desk: Opened,
  promises: Omit<Edition, 'edition' | 'since'>,
): Promise<PolicyBook> {
  await changePolicies(desk, (policies) => ({
    events: publishEdition(policies, promises, desk.clock.now()),
  }));
  return policyBook((await loadPolicies(desk)).editions);
}

/** The promises of the desk as they are stored. */
export async function loadPolicies(desk: Pick<Desk, 'store'>): Promise<Policies> {
  return read(await desk.store.load(aggregate.kind, aggregate.id));
}

type Along = { readonly timers?: readonly TimerChange[]; readonly outbox?: readonly OutboxChange[] };

const attempts = 5;

/** Load, decide, commit; again when somebody else was quicker. Nothing is written when nothing follows. */
export async function changePolicies<R extends { readonly refused: string }>(
  desk: Opened,
  decide: (policies: Policies) => { readonly events: readonly PoliciesEvent[] } | R,
  along: (after: Policies, events: readonly PoliciesEvent[]) => Along = () => ({}),
): Promise<R | undefined> {
  for (let attempt = 1; ; attempt += 1) {
    const stored = await desk.store.load(aggregate.kind, aggregate.id);
    const policies = read(stored);
    const decision = decide(policies);
    if ('refused' in decision) return decision;
    const { events } = decision;
    const state = applyPolicies(policies, events);
    const { timers = [], outbox = [] } = along(state, events);
    if (events.length + timers.length + outbox.length === 0) return undefined;
    try {
      await desk.store.commit({
        ...aggregate,
        expectedVersion: stored?.version ?? 0,
        events,
        state,
        at: events.at(-1)?.at ?? desk.clock.now(),
        timers,
        outbox,
      });
      return undefined;
    } catch (error) {
      // The settings and a manager, or two managers, acted in the same moment: decide again on what is there now.
      if (error instanceof DeskError && error.name === 'Conflict' && attempt < attempts) continue;
      throw error;
    }
  }
}

function read(stored: Stored | undefined): Policies {
  return stored ? Policies.parse(stored.state) : noPolicies;
}
