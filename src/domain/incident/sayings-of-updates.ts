import type { Sayings } from './sayings.ts';

/** Drafts to approve, and what became of them. */
export const sayingsOfUpdates: Sayings = () => [];
