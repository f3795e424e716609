import { logistic } from '../domain/logistic.ts';

/** Outcomes with about the same score: how many, and how many of them held. */
type Counted = { readonly drafts: number; readonly held: number };

/** How far a curve may be bent before the outcomes have to insist: standard deviations of shift and slope. */
const usualShift = 0.5;
const usualSlope = 0.5;
/** Newton's method on two numbers is there long before. */
const rounds = 12;

/**
 * A curve of shares (0–1, one for each bin) bent as a whole towards what happened: shifted and made steeper or flatter
 * in log-odds, no more than the outcomes call for. A few outcomes anywhere thus say something about every bin.
 */
export function bentCurve(curve: readonly number[], bins: readonly Counted[]): readonly number[] {
  const odds = curve.map((share) => Math.log(inside(share) / (1 - inside(share))));
  let shift = 0;
  let slope = 1;
  for (let round = 0; round < rounds; round += 1) {
    let pull = -shift / usualShift ** 2;
    let turn = -(slope - 1) / usualSlope ** 2;
    let stiffShift = 1 / usualShift ** 2;
    let stiffSlope = 1 / usualSlope ** 2;
    let between = 0;
    for (const [at, { drafts, held }] of bins.entries()) {
      const x = odds[at] ?? 0;
      const share = logistic(shift + slope * x);
      const weight = drafts * share * (1 - share);
      pull += held - drafts * share;
      turn += (held - drafts * share) * x;
      stiffShift += weight;
      stiffSlope += weight * x * x;
      between += weight * x;
    }
    const whole = stiffShift * stiffSlope - between * between;
    shift += (stiffSlope * pull - between * turn) / whole;
    slope += (stiffShift * turn - between * pull) / whole;
  }
  // A curve that falls would say that the surer an engine is the less it is worth; then it is worth the same everywhere.
  return odds.map((x) => logistic(shift + Math.max(0, slope) * x));
}

function inside(share: number): number {
  return Math.min(0.995, Math.max(0.005, share));
}
