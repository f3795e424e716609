import type { Sayings } from './saying.ts';
import { sayingsOfCadence } from './sayings-of-cadence.ts';
import { sayingsOfDrill } from './sayings-of-drill.ts';
import { sayingsOfReview } from './sayings-of-review.ts';
import { sayingsOfRoles } from './sayings-of-roles.ts';
import { sayingsOfRoom } from './sayings-of-room.ts';
import { sayingsOfRoomTrouble } from './sayings-of-room-trouble.ts';
import { sayingsOfUpdates } from './sayings-of-updates.ts';

/** The one place that says what is said because of which events. */
export const sayingsOf: Sayings = (happened) => [
  ...sayingsOfRoom(happened),
  ...sayingsOfRoomTrouble(happened),
  ...sayingsOfRoles(happened),
  ...sayingsOfUpdates(happened),
  ...sayingsOfCadence(happened),
  ...sayingsOfReview(happened),
  ...sayingsOfDrill(happened),
];
