import type { Settlement } from '../../store-port.ts';
import type { CaseFile } from './case-file.ts';

/** What a settlement leaves in the file: `parked` marks the row, `stale` removes it. */
export type Ending = Extract<Settlement, { readonly parked: string } | { readonly stale: true }>;

/** The case without the timer, or with the timer parked; undefined when that setting is no more. */
export function endTimer(
  file: CaseFile | undefined,
  timer: { readonly key: string; readonly generation: number },
  ending: Ending,
): CaseFile | undefined {
  if (file === undefined) return undefined;
  const timers = endRow(file.timers, timer, ending);
  return timers === undefined ? undefined : { ...file, revision: file.revision + 1, timers };
}

/** The case without the outbox row, or with the row parked; undefined when the row has been added again or is gone. */
export function endSaying(
  file: CaseFile | undefined,
  row: { readonly key: string; readonly generation: number },
  ending: Ending,
): CaseFile | undefined {
  if (file === undefined) return undefined;
  const outbox = endRow(file.outbox, row, ending);
  return outbox === undefined ? undefined : { ...file, revision: file.revision + 1, outbox };
}

function endRow<Row extends { readonly key: string; readonly generation: number }>(
  rows: readonly Row[],
  claimed: { readonly key: string; readonly generation: number },
  ending: Ending,
): Row[] | undefined {
  const isClaimed = (row: Row) => row.key === claimed.key && row.generation === claimed.generation;
  if (!rows.some(isClaimed)) return undefined;
  if ('stale' in ending) return rows.filter((row) => !isClaimed(row));
  const parked = { at: ending.at, reason: ending.parked };
  return rows.map((row) => (isClaimed(row) ? { ...row, parked } : row));
}
