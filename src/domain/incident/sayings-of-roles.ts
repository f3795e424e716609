import type { Sayings } from './sayings.ts';

/** To whom a part in it is offered. */
export const sayingsOfRoles: Sayings = () => [];
