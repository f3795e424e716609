import { Actor } from '../ticket/promises.ts';
import { Instant } from '../time.ts';

/** Who did something, and when: fields of whatever keeps that. */
export const ByAt = { by: Actor, at: Instant };
