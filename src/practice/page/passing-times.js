import { formatMoment } from './times.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How far time can be moved by one press. Each says how many milliseconds lie between the given moment and its end. */
export const moves = [
  { label: '+15 min', says: 'Let 15 minutes pass', lengthFrom: () => 15 * minute },
  { label: '+1 h', says: 'Let 1 hour pass', lengthFrom: () => hour },
  { label: '+1 day', says: 'Let 1 day pass', lengthFrom: () => day },
  {
    label: 'Until 09:00',
    says: 'Let time pass until 09:00 the next morning',
    lengthFrom: untilNextMorning,
  },
];

/** @param {number} fromMs */
export function untilNextMorning(fromMs) {
  const morning = new Date(fromMs);
  morning.setHours(9, 0, 0, 0);
  if (morning.getTime() <= fromMs) morning.setDate(morning.getDate() + 1);
  return morning.getTime() - fromMs;
}

/** "Fri 20 Nov" in the viewer's own way. @param {number} atMs */
export function dayWords(atMs) {
  return formatMoment(atMs, { weekday: 'short', day: 'numeric', month: 'short' });
}

/** "14:20". @param {number} atMs */
export function clockWords(atMs) {
  return formatMoment(atMs, { hour: '2-digit', minute: '2-digit' });
}

/** "45 min", "3 h 15 min", "2 days 4 h"; nothing for less than a minute. @param {number} ms */
export function lengthWords(ms) {
  const minutes = Math.round(ms / minute);
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60];
  if (days > 0)
    return [days === 1 ? '1 day' : `${days} days`, hours > 0 ? `${hours} h` : ''].join(' ').trim();
  return [hours > 0 ? `${hours} h` : '', rest > 0 ? `${rest} min` : ''].join(' ').trim();
}
