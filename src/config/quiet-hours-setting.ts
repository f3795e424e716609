import { z } from 'zod';
import { quietHoursIn } from '../domain/notice/quiet-hours.ts';

const problem =
  'must be hours such as "20:00-08:00" (in quotes) that begin and end at different times, or off';

/** Hours of the night as people write them, `20:00-08:00`, or `off`. */
export const QuietHoursSetting = z.string({ error: problem }).transform((text, context) => {
  const hours = quietHoursIn(text);
  if (hours !== undefined) return hours;
  context.addIssue({ code: 'custom', message: problem });
  return z.NEVER;
});
