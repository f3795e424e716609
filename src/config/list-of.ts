import { z } from 'zod';

/** One value or a list of values, read as a list. */
export function listOf<T extends z.ZodType>(each: T) {
  return z.preprocess((value) => (Array.isArray(value) ? value : [value]), z.array(each).min(1)).optional();
}
