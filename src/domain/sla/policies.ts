import { z } from 'zod';
import { PersonId } from '../chat-event.ts';
import type { DeskRole } from '../person.ts';
import { Instant } from '../time.ts';
import { Edition } from './policy.ts';

/** What can happen to the promises of the whole desk. */
export const PoliciesEvent = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('published'), at: Instant, edition: Edition }),
  /** A manager puts open tickets on an edition, after seeing what would change. */
  z.strictObject({
    type: z.literal('reapply_started'),
    at: Instant,
    by: PersonId,
    edition: z.int().positive(),
    tickets: z.array(z.string()),
    /** The chat event that asks: it starts this once, however often it is handled. */
    cause: z.string().optional(),
  }),
  z.strictObject({ type: z.literal('reapplied'), at: Instant, tickets: z.array(z.string()) }),
  /** `overtaken`: the settings changed meanwhile, so that what the manager saw is no longer what would happen. */
  z.strictObject({ type: z.literal('reapply_ended'), at: Instant, how: z.enum(['done', 'overtaken']) }),
]);
export type PoliciesEvent = z.infer<typeof PoliciesEvent>;

/** Putting open tickets on an edition, one after the other. */
const Reapply = z.strictObject({
  edition: z.int().positive(),
  by: PersonId,
  at: Instant,
  cause: z.string().optional(),
  /** How many tickets it was for. */
  all: z.int().nonnegative(),
  /** Tickets whose turn is still to come, in order. */
  waiting: z.array(z.string()),
  ended: z.strictObject({ at: Instant, how: z.enum(['done', 'overtaken']) }).optional(),
});
export type Reapply = z.infer<typeof Reapply>;

/** Every edition of the desk's promises, oldest first, and the latest time open tickets were put on one. */
export const Policies = z.strictObject({ editions: z.array(Edition), reapply: Reapply.optional() });
export type Policies = z.infer<typeof Policies>;

export const noPolicies: Policies = { editions: [] };

/** The state after more events. Pure: the same events give the same state. */
export function applyPolicies(policies: Policies, events: readonly PoliciesEvent[]): Policies {
  return events.reduce(applied, policies);
}

function applied(policies: Policies, event: PoliciesEvent): Policies {
  switch (event.type) {
    case 'published':
      return { ...policies, editions: [...policies.editions, event.edition] };
    case 'reapply_started': {
      const { edition, by, at, cause, tickets } = event;
      const whose = { edition, by, at, ...(cause === undefined ? {} : { cause }) };
      return { ...policies, reapply: { ...whose, all: tickets.length, waiting: tickets } };
    }
    case 'reapplied': {
      const { reapply } = policies;
      if (!reapply) return policies;
      const waiting = reapply.waiting.filter((ticket) => !event.tickets.includes(ticket));
      return { ...policies, reapply: { ...reapply, waiting } };
    }
    case 'reapply_ended': {
      const { reapply } = policies;
      if (!reapply) return policies;
      return { ...policies, reapply: { ...reapply, ended: { at: event.at, how: event.how } } };
    }
  }
}

/** How the promises stand, for a manager. */
export type PromisesView = {
  /** Open tickets that run on an older edition. */
  readonly older: number;
  readonly reapply: Reapply | undefined;
};

/** The one that is under way, if one is. */
export function runningReapply({ reapply }: Policies): Reapply | undefined {
  return reapply?.ended ? undefined : reapply;
}

/** Why tickets are not put on another edition. */
export type ReapplyRefusal = { readonly refused: 'not_allowed' | 'running' | 'outdated' | 'nothing_left' };

/** A manager has seen what would change by this edition and wants it for these tickets. */
export function startReapply(
  policies: Policies,
  wish: { readonly edition: number; readonly tickets: readonly string[] },
  asked: {
    readonly by: string;
    readonly role: DeskRole;
    readonly at: Instant;
    readonly cause?: string | undefined;
  },
): { readonly events: readonly PoliciesEvent[] } | ReapplyRefusal {
  const { by, at, cause } = asked;
  if (asked.role !== 'manager') return { refused: 'not_allowed' };
  if (cause !== undefined && policies.reapply?.cause === cause) return { events: [] };
  if (runningReapply(policies)) return { refused: 'running' };
  if (policies.editions.at(-1)?.edition !== wish.edition) return { refused: 'outdated' };
  if (wish.tickets.length === 0) return { refused: 'nothing_left' };
  const why = cause === undefined ? {} : { cause };
  return {
    events: [
      {
        type: 'reapply_started',
        at,
        by,
        edition: wish.edition,
        tickets: [...wish.tickets],
        ...why,
      },
    ],
  };
}

/**
 * A new edition when something is really promised otherwise than by the last one: neither order nor wording of the
 * settings counts.
 */
export function publishEdition(
  policies: Policies,
  promises: Omit<Edition, 'edition' | 'since'>,
  at: Instant,
): readonly PoliciesEvent[] {
  const last = policies.editions.at(-1);
  const next = Edition.parse({ edition: (last?.edition ?? 0) + 1, since: at, ...promises });
  if (last && substanceOf(last) === substanceOf(next)) return [];
  return [{ type: 'published', at, edition: next }];
}

function substanceOf({ edition: _edition, since: _since, ...promises }: Edition): string {
  return JSON.stringify(promises, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
}
