import { sayingsOfCadence } from './cadence/sayings-of-cadence.ts';
import { sayingsOfDrill } from './drill/sayings-of-drill.ts';
import { sayingsOfReview } from './review/sayings-of-review.ts';
import { sayingsOfRoles } from './roles/sayings-of-roles.ts';
import { sayingsOfRoom } from './room/sayings-of-room.ts';
import { sayingsOfRoomTrouble } from './room/sayings-of-room-trouble.ts';
import type { Sayings } from './saying.ts';
import { sayingsOfUpdates } from './updates/sayings-of-updates.ts';

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
