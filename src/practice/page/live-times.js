import { element } from './element.js';
import { fillDatePattern } from './times.js';

/**
 * A moment as the desk wrote it (Slack's date pattern), which stays right while time goes on.
 * @param {{ atMs: number, pattern: string, nowMs: number, title?: string | undefined }} moment
 */
export function liveTime({ atMs, pattern, nowMs, title }) {
  return element(
    'time',
    { datetime: new Date(atMs).toISOString(), title, 'data-pattern': pattern },
    fillDatePattern(atMs, pattern, nowMs),
  );
}

/** Brings "3 minutes ago" and "today" up to date, without drawing messages and forms anew. @param {number} nowMs */
export function refreshTimes(nowMs) {
  for (const node of document.querySelectorAll('time[data-pattern]')) {
    const time = /** @type {HTMLTimeElement} */ (node);
    const text = fillDatePattern(Date.parse(time.dateTime), time.dataset.pattern ?? '', nowMs);
    if (time.textContent !== text) time.textContent = text;
  }
}
