import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { categories, sentiments, severities } from '../../domain/words.ts';
import { practiceContentFolder } from './content-folder.ts';

/** The parts of the product that articles and tickets speak of. */
export const productAreas = [
  'checkout',
  'payments',
  'orders',
  'api',
  'webhooks',
  'dashboard',
  'access',
  'team',
  'billing',
  'import-export',
  'email',
  'domains',
  'mobile',
  'privacy',
  'reports',
  'status',
  'product',
] as const;

/** A ticket that was solved before the practice workspace is opened. */
export const PastTicket = z.strictObject({
  subject: z.string().min(1),
  /** The requester's own words. */
  text: z.string().min(1),
  /** Person id of a customer. */
  requester: z.string(),
  category: z.enum(categories),
  severity: z.enum(severities),
  productArea: z.enum(productAreas),
  sentiment: z.enum(sentiments),
  openedDaysAgo: z.number().positive(),
  firstReplyMinutes: z.number().positive(),
  /** From opening to solution. */
  solvedHours: z.number().positive(),
  /** Person id of the agent who solved it. */
  by: z.string(),
  /** The public answer that solved it. */
  reply: z.string().min(1),
  /** Cause and fix, for the team. */
  resolution: z.string().min(1),
  /** What triage had said before the agent corrected it. */
  correctedFrom: z
    .strictObject({ category: z.enum(categories).optional(), severity: z.enum(severities).optional() })
    .optional(),
});
export type PastTicket = z.infer<typeof PastTicket>;

/** The 60 solved tickets of the practice workspace, oldest first. Always the same. */
export function readPastTickets(): readonly PastTicket[] {
  const file = join(practiceContentFolder(), 'past-tickets.json');
  return z.array(PastTicket).parse(JSON.parse(readFileSync(file, 'utf8')));
}
