import { DeskError } from '../errors.ts';

/**
 * What was counted in a calendar, or undefined where the calendar gives no answer: it has no working time for more than
 * a year, or lies in a zone this machine does not know. No message may be lost and no ticket stand still because of it,
 * so it is never thrown on; `why` gets the calendar's own words.
 */
export function ifCountable<T>(count: () => T, why?: (words: string) => void): T | undefined {
  try {
    return count();
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
    why?.(error.message);
    return undefined;
  }
}
