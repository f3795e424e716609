import type { Sayings } from './sayings.ts';

/** That customers or the team are owed a word. */
export const sayingsOfCadence: Sayings = () => [];
