import { pino } from 'pino';
import type { LogLevel } from './config/environment.ts';
import type { Log } from './ports.ts';

/** Where lines go. Practice on a terminal keeps standard output for the address. */
export type LogPlan = {
  readonly level: LogLevel;
  readonly to: 'stdout' | 'stderr' | { write(line: string): void };
};

/** One JSON line per fact. What could carry people's words or secrets is taken out, whatever the caller passes. */
export function createLog(plan: LogPlan): Log {
  const lines = pino(
    {
      level: plan.level,
      base: null,
      messageKey: 'fact',
      timestamp: () => `,"at":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
    },
    destinationOf(plan.to),
  );
  return {
    debug: (fact, detail) => lines.debug(clean(detail), fact),
    info: (fact, detail) => lines.info(clean(detail), fact),
    warn: (fact, detail) => lines.warn(clean(detail), fact),
    error: (fact, detail) => lines.error(clean(detail), fact),
  };
}

function destinationOf(to: LogPlan['to']) {
  if (typeof to === 'object') return to;
  return pino.destination({ dest: to === 'stdout' ? 1 : 2, sync: true });
}

/** Keys whose values are people's words, or open something. Matched inside longer names too: `botToken`. */
const refused =
  /token|secret|password|authorization|cookie|apikey|api_key|signature|trigger|respond|^(text|texts|body|content|message|messages|summary|subject|question|answer|quote|note|draft|card|blocks|lines|event_payload|payload|values|handle)$|text$/i;
/** Slack's and Anthropic's keys, should one stand inside another value. */
const keyShape = /\b(xox[a-z]|xapp|xoxe|sk-ant)[-.][\w-]+/g;
const longestValue = 300;
const deepest = 4;

function clean(detail: Readonly<Record<string, unknown>> | undefined): Record<string, unknown> {
  return detail === undefined ? {} : cleanRecord(detail, 0);
}

function cleanRecord(record: object, depth: number): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [
      key,
      refused.test(key) ? '[not logged]' : cleanValue(value, depth),
    ]),
  );
}

function cleanValue(value: unknown, depth: number): unknown {
  // An error's message may quote a request or a person; its kind and its code may not.
  if (value instanceof Error) return 'code' in value ? `${value.name} ${String(value.code)}` : value.name;
  if (typeof value === 'string') return value.replace(keyShape, '[not logged]').slice(0, longestValue);
  if (typeof value !== 'object' || value === null) return typeof value === 'function' ? '[function]' : value;
  if (depth >= deepest) return '[too deep]';
  if (Array.isArray(value)) return value.slice(0, 50).map((each: unknown) => cleanValue(each, depth + 1));
  return cleanRecord(value, depth + 1);
}
