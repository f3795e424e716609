import type { Sayings } from './sayings.ts';

/** In the room and about it: the card, the announcement, lines. */
export const sayingsOfRoom: Sayings = () => [];
