import type { Clock } from '../ports.ts';

/**
 * Compares the wall clock with one that is never set. The returned function is called now and then; `onJump` gets the
 * milliseconds the wall clock gained (or lost, negative) on its own since the call before.
 */
export function startJumpWatch(
  plan: { readonly clock: Clock; readonly monotonicMs: () => number; readonly toleranceMs: number },
  onJump: (jumpedMs: number) => void,
): () => void {
  const offset = () => Date.parse(plan.clock.now()) - plan.monotonicMs();
  let last = offset();
  return () => {
    const jumpedMs = Math.round(offset() - last);
    if (Math.abs(jumpedMs) <= plan.toleranceMs) return;
    last = offset();
    onJump(jumpedMs);
  };
}
