import type { Desk } from '../desk.ts';
import {
  applyPolicies,
  noPolicies,
  Policies,
  type PoliciesEvent,
  publishEdition,
} from '../domain/sla/policies.ts';
import type { Edition } from '../domain/sla/policy.ts';
import { type PolicyBook, policyBook } from '../domain/sla/policy-book.ts';
import { untilNoConflict } from '../domain/until-no-conflict.ts';
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

/** Load, decide, commit; again when the settings and a manager, or two managers, acted in the same moment. Nothing is written when nothing follows. */
export async function changePolicies<R extends { readonly refused: string }>(
  desk: Opened,
  decide: (policies: Policies) => { readonly events: readonly PoliciesEvent[] } | R,
  along: (after: Policies, events: readonly PoliciesEvent[]) => Along = () => ({}),
): Promise<R | undefined> {
  return untilNoConflict(async () => {
    const stored = await desk.store.load(aggregate.kind, aggregate.id);
    const policies = read(stored);
    const decision = decide(policies);
    if ('refused' in decision) return decision;
    const { events } = decision;
    const state = applyPolicies(policies, events);
    const { timers = [], outbox = [] } = along(state, events);
    if (events.length + timers.length + outbox.length === 0) return undefined;
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
  });
}

function read(stored: Stored | undefined): Policies {
  return stored ? Policies.parse(stored.state) : noPolicies;
}
