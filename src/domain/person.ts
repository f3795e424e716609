import { z } from 'zod';
import { PersonId } from './chat-event.ts';

/** Someone in chat, as the platform describes them. */
export const Person = z.strictObject({
  id: PersonId,
  name: z.string(),
  email: z.string().optional(),
  /** The chat workspace they belong to (another company's in shared channels). */
  workspace: z.string().optional(),
  timezone: z.string().optional(),
  isApp: z.boolean(),
  isGuest: z.boolean(),
});
export type Person = z.infer<typeof Person>;

/** What someone may do at this desk. A person is exactly one of these; a manager may do all an agent may. */
export type DeskRole = 'requester' | 'agent' | 'manager';
