import { type Instant, millisecondsBetween } from '../domain/time.ts';

/** What failed and is tried again, by name. */
export type Troubles = {
  /** Counts a failure; answers how many there were and for how long it has been failing. */
  failed(name: string, at: Instant): { readonly failures: number; readonly forMs: number };
  ended(name: string): void;
};

/**
 * Remembers since when each piece of work fails. Kept in memory only: giving up is measured in time spent trying, so
 * that work that waited through a downtime gets its full time after the restart.
 */
export function createTroubles(): Troubles {
  const known = new Map<string, { readonly since: Instant; failures: number }>();
  return {
    failed(name, at) {
      const trouble = known.get(name) ?? { since: at, failures: 0 };
      trouble.failures += 1;
      known.set(name, trouble);
      return { failures: trouble.failures, forMs: millisecondsBetween(trouble.since, at) };
    },
    ended(name) {
      known.delete(name);
    },
  };
}
