import { day, hour, minute } from '../domain/time.ts';

/** Time on the wall clock: `45 min`, `4 h`, `1 h 30 min`, `3 days 2 h`. Less than a minute is `under a minute`. */
export function lasting(milliseconds: number): string {
  if (milliseconds < 2 * day) return workingTime(milliseconds);
  const hours = Math.floor((milliseconds % day) / hour);
  return [
    `${Math.floor(milliseconds / day).toLocaleString('en')} days`,
    ...(hours > 0 ? [`${hours} h`] : []),
  ].join(' ');
}

/** Working time, in hours however much it is: a day of it is no day on the calendar. */
export function workingTime(milliseconds: number): string {
  if (milliseconds > 0 && milliseconds < minute) return 'under a minute';
  const hours = Math.floor(milliseconds / hour);
  const minutes = Math.floor((milliseconds % hour) / minute);
  if (hours === 0) return `${minutes} min`;
  return [`${hours.toLocaleString('en')} h`, ...(minutes > 0 ? [`${minutes} min`] : [])].join(' ');
}
