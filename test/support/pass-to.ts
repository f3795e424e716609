import { day, hour } from '../../src/domain/time.ts';
import type { PracticeDesk } from './practice-desk.ts';

/** Lets time pass until the next moment at which it is so many hours after midnight in UTC. */
export function passToHour(desk: PracticeDesk, hours: number): void {
  const sinceMidnight = Date.parse(desk.running.desk.clock.now()) % day;
  desk.pass((hours * hour - sinceMidnight + day) % day);
}
