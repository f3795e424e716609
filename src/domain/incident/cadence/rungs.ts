import { type Instant, laterBy, millisecondsBetween, minute } from '../../time.ts';

/** What is done when an update to customers is owed, step by step: `still` comes again and again. */
const rungKinds = ['due', 'late', 'takeover', 'missed', 'still'] as const;
export type RungKind = (typeof rungKinds)[number];

/** An update is late so long after it was due. */
export const lateAfterMs = 5 * minute;

/** Milliseconds after the update is due. */
const firstRungs: readonly number[] = [0, lateAfterMs, 10 * minute, 20 * minute];
const lastOfFirst = firstRungs.length - 1;
const missedAfterMs = 20 * minute;

/** Place on the ladder, from 0; `still 2` is two after `missed`. Unknown words stand below the first rung. */
export function rankOf(rung: string): number {
  const [kind = '', count = '1'] = rung.split(' ');
  const at = rungKinds.findIndex((each) => each === kind);
  return kind === 'still' ? lastOfFirst + Number(count) : at;
}

/** The rung at a place on the ladder; `still 1`, `still 2` … above the last. */
export function rungOf(rank: number): string {
  return rank > lastOfFirst ? `still ${rank - lastOfFirst}` : (rungKinds[Math.max(rank, 0)] ?? 'due');
}

/** What kind of rung a written one is; `due` for unknown words. */
export function kindOf(rung: string): RungKind {
  return rungKinds.find((kind) => kind === rung.split(' ')[0]) ?? 'due';
}

/** When a rung comes, counted from the due time alone: nobody's being late moves a later one. */
export function rungAt(
  rank: number,
  { base, stillEveryMs }: { readonly base: Instant; readonly stillEveryMs: number },
): Instant {
  const again = Math.max(0, rank - lastOfFirst);
  return laterBy(base, (firstRungs[Math.min(rank, lastOfFirst)] ?? 0) + again * stillEveryMs);
}

/** The highest rung that has come by then; undefined before the first. */
export function rankBy(
  at: Instant,
  { base, stillEveryMs }: { readonly base: Instant; readonly stillEveryMs: number },
): number | undefined {
  const overdueMs = millisecondsBetween(base, at);
  if (overdueMs < 0) return undefined;
  if (overdueMs >= missedAfterMs) return lastOfFirst + Math.floor((overdueMs - missedAfterMs) / stillEveryMs);
  return firstRungs.filter((after) => after <= overdueMs).length - 1;
}
