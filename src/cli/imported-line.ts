import type { Imported } from '../import/commit-import.ts';
import { countOf } from './count-of.ts';

/** What an import did, in one line. */
export function importedLine(what: string, { added, changed, removed, kept }: Imported): string {
  if (added + changed + removed === 0) return `Nothing changed: ${countOf(kept, what)}`;
  return `${countOf(added + changed + kept, what)}: ${added} added, ${changed} changed, ${removed} removed, ${kept} as before`;
}
