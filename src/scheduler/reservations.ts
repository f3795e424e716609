import { type Instant, laterBy, minute } from '../domain/time.ts';

/** Turns given out in advance, by name, so that those who wait need not ask again and again. */
export type Reservations = {
  reserve(name: string, at: Instant, now: Instant): void;
  /** True when the name holds a turn that has come; it is used up by asking. */
  use(name: string, now: Instant): boolean;
};

/** A turn nobody came for (its row is gone) is forgotten after this time. */
const keptMs = 5 * minute;

export function createReservations(): Reservations {
  const turns = new Map<string, Instant>();
  return {
    reserve(name, at, now) {
      for (const [other, turn] of turns) {
        if (laterBy(turn, keptMs) >= now) break;
        turns.delete(other);
      }
      turns.set(name, at);
    },
    use(name, now) {
      const turn = turns.get(name);
      if (turn === undefined || turn > now) return false;
      return turns.delete(name);
    },
  };
}
