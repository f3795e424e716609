import type { Sayings } from './sayings.ts';

/** After it is over. */
export const sayingsOfReview: Sayings = () => [];
