import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../../ports.ts';

const quiet = {
  debug: () => undefined,
  info: () => undefined,
  setLevel: () => undefined,
  getLevel: () => LogLevel.WARN,
  setName: () => undefined,
};

/** For the Web API client: each of its failures is thrown to us, and its lines can contain what people wrote. */
export const silentLogger: Logger = { ...quiet, warn: () => undefined, error: () => undefined };

/** Bolt's warnings and errors as our log lines: its own sentence only, never the objects it adds. */
export function boltLogger(log: Log): Logger {
  const line = (parts: readonly unknown[]) => ({ said: parts.filter(isSentence).join(' ').slice(0, 200) });
  return {
    ...quiet,
    warn: (...parts: unknown[]) => log.warn('Bolt warns', line(parts)),
    error: (...parts: unknown[]) => log.warn('Bolt reports an error', line(parts)),
  };
}

function isSentence(part: unknown): part is string {
  return typeof part === 'string';
}
