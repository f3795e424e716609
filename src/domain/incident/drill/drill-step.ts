import { z } from 'zod';

/** Something that goes wrong on purpose in a drill, `afterMs` after it was declared and for `forMs`. */
export const DrillStep = z.strictObject({
  fault: z.enum(['chat_fails', 'liaison_silent', 'desk_away', 'customer_asks']),
  afterMs: z.int().nonnegative(),
  forMs: z.int().nonnegative(),
});
export type DrillStep = z.infer<typeof DrillStep>;
