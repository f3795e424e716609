import type { PersonId } from '../../chat-event.ts';
import type { LogEntry } from './log.ts';

const personKeys: ReadonlySet<string> = new Set([
  'by',
  'person',
  'people',
  'owner',
  'verifier',
  'reviewOwner',
  'author',
  'to',
]);

/** Everybody whose name stands somewhere in a log. */
export function peopleInLog(log: readonly LogEntry[]): readonly PersonId[] {
  const found = new Set<PersonId>();
  const read = (value: unknown, key: string): void => {
    if (typeof value === 'string') {
      if (personKeys.has(key) && value.includes(':')) found.add(value);
    } else if (Array.isArray(value)) for (const each of value) read(each, key);
    else if (typeof value === 'object' && value !== null)
      for (const [name, each] of Object.entries(value)) read(each, name);
  };
  for (const { event } of log) read(event, '');
  return [...found];
}
