/** @typedef {Intl.DateTimeFormatOptions} Shape */

/** @type {Record<string, Shape>} */
const shapes = {
  time: { hour: '2-digit', minute: '2-digit' },
  time_secs: { hour: '2-digit', minute: '2-digit', second: '2-digit' },
  date_num: { year: 'numeric', month: '2-digit', day: '2-digit' },
  date_slash: { year: 'numeric', month: '2-digit', day: '2-digit' },
  date: { year: 'numeric', month: 'long', day: 'numeric' },
  date_short: { year: 'numeric', month: 'short', day: 'numeric' },
  date_long: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
};

/**
 * A moment in the viewer's own zone and language.
 * @param {number} atMs
 * @param {Shape} shape
 */
export function formatMoment(atMs, shape) {
  return new Intl.DateTimeFormat(undefined, shape).format(atMs);
}

/**
 * Milliseconds since the epoch of a Slack timestamp such as `1700000000.000100`.
 * @param {string} ts
 */
export function momentOf(ts) {
  return Math.round(Number(ts) * 1000);
}

/**
 * The clock time of a message.
 * @param {string} ts
 */
export function clockTime(ts) {
  return formatMoment(momentOf(ts), { hour: '2-digit', minute: '2-digit' });
}

/**
 * The full moment, for tooltips.
 * @param {string} ts
 */
export function fullTime(ts) {
  return formatMoment(momentOf(ts), { dateStyle: 'full', timeStyle: 'medium' });
}

/**
 * The day a message belongs to, as people say it: Today, Yesterday, or the date.
 * @param {number} atMs
 * @param {number} nowMs
 */
export function dayName(atMs, nowMs) {
  const days = dayNumber(nowMs) - dayNumber(atMs);
  if (days === 0) return 'Today';
  if (days === 1) return 'Yesterday';
  return formatMoment(atMs, { weekday: 'long', day: 'numeric', month: 'long' });
}

/**
 * "3 minutes ago", "2 hours ago", "in 5 days".
 * @param {number} atMs
 * @param {number} nowMs
 */
export function agoText(atMs, nowMs) {
  const format = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });
  const minutes = Math.round((atMs - nowMs) / 60_000);
  if (Math.abs(minutes) < 60) return format.format(minutes, 'minute');
  if (Math.abs(minutes) < 1440) return format.format(Math.round(minutes / 60), 'hour');
  return format.format(Math.round(minutes / 1440), 'day');
}

/**
 * Fills Slack's date tokens: `{date_short_pretty} at {time}`.
 * @param {number} atMs
 * @param {string} pattern
 * @param {number} nowMs
 */
export function fillDatePattern(atMs, pattern, nowMs) {
  return pattern.replace(/\{(\w+)\}/g, (whole, token) => {
    if (token === 'ago') return agoText(atMs, nowMs);
    if (token.endsWith('_pretty')) return prettyDate(atMs, token.replace('_pretty', ''), nowMs);
    const shape = shapes[token];
    return shape ? formatMoment(atMs, shape) : whole;
  });
}

/** @param {number} atMs @param {string} token @param {number} nowMs */
function prettyDate(atMs, token, nowMs) {
  const days = dayNumber(atMs) - dayNumber(nowMs);
  if (Math.abs(days) > 1) return formatMoment(atMs, shapes[token] ?? { dateStyle: 'medium' });
  return ['yesterday', 'today', 'tomorrow'][days + 1] ?? '';
}

/** @param {number} atMs */
function dayNumber(atMs) {
  const day = new Date(atMs);
  return Math.round(Date.UTC(day.getFullYear(), day.getMonth(), day.getDate()) / 86_400_000);
}
