import { Conflict } from './errors.ts';

/** Enough for a busy ticket; what still conflicts after that waits its back-off like any other failure. */
const mostTries = 8;

/** Runs a load-decide-commit again at once when somebody else committed first. */
export async function untilNoConflict<T>(run: () => Promise<T>): Promise<T> {
  for (let left = mostTries; ; left -= 1) {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof Conflict) || left <= 1) throw error;
    }
  }
}
