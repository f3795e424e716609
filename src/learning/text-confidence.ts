import { logistic } from '../domain/logistic.ts';
/** An opinion about an example that had been left out: how clear it was, and whether it was right. */
export type LeftOut = { readonly margin: number; readonly right: boolean };

/** How often opinions with such a margin were right: 0–1, rising with the margin. */
export type ConfidenceCurve = (margin: number) => number;

/**
 * A logistic curve through opinions on examples that had been left out (Platt 1999, with his smoothed targets). Never
 * surer than so few examples allow.
 */
export function confidenceCurve(examples: readonly LeftOut[]): ConfidenceCurve {
  const right = examples.filter((each) => each.right).length;
  const wrong = examples.length - right;
  const high = (right + 1) / (right + 2);
  const low = 1 / (wrong + 2);
  let slope = 1;
  let lift = Math.log((right + 1) / (wrong + 1));
  for (let round = 0; round < 30; round++) {
    const step = newtonStep(examples, { slope, lift, high, low });
    slope += step.slope;
    lift += step.lift;
    if (Math.abs(step.slope) + Math.abs(step.lift) < 1e-6) break;
  }
  const most = (examples.length + 1) / (examples.length + 2);
  const rising = Math.max(0, slope);
  return (margin) => Math.min(most, logistic(rising * margin + lift));
}

type Fit = { readonly slope: number; readonly lift: number; readonly high: number; readonly low: number };

function newtonStep(
  examples: readonly LeftOut[],
  { slope, lift, high, low }: Fit,
): { readonly slope: number; readonly lift: number } {
  // A little of a ridge keeps the step finite when the margins say nothing or everything.
  let [a, b, c, f, g] = [1e-3, 0, 1e-3, -1e-3 * (slope - 1), 0];
  for (const { margin, right } of examples) {
    const share = logistic(slope * margin + lift);
    const bend = share * (1 - share);
    const miss = (right ? high : low) - share;
    a += bend * margin * margin;
    b += bend * margin;
    c += bend;
    f += miss * margin;
    g += miss;
  }
  const scale = a * c - b * b;
  const move = { slope: (c * f - b * g) / scale, lift: (a * g - b * f) / scale };
  const length = Math.hypot(move.slope, move.lift);
  const shorten = length > 4 ? 4 / length : 1;
  return { slope: move.slope * shorten, lift: move.lift * shorten };
}
