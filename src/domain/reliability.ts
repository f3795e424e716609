/**
 * Below this many decided drafts an engine's own number stands: a handful says more about the tickets of a week than
 * about the engine.
 */
export const fewestOutcomes = 10;

/** Below this many decided drafts a table of them would mislead. */
export const fewestForTable = 30;

/** One prediction and what happened. `said` is a confidence, 0–1. */
export type Prediction = { readonly said: number; readonly held: boolean };

/** Drafts with about the same confidence: how often it was promised to hold, and how often it did. */
export type ReliabilityBin = {
  /** The bin's edges; the upper one belongs to the next bin, but for the last. */
  readonly from: number;
  readonly to: number;
  readonly drafts: number;
  /** Mean confidence, 0–1. */
  readonly said: number;
  /** Share that was sent as it was and held, 0–1. */
  readonly happened: number;
};

/** How far confidence can be trusted. Undefined figures: there is nothing to count. */
export type Reliability = {
  /** Decided drafts behind it. */
  readonly drafts: number;
  /** Only bins with drafts in them, lowest first. */
  readonly bins: readonly ReliabilityBin[];
  /** Mean distance between said and happened over the bins, weighted by drafts, 0–1 (expected calibration error). */
  readonly gap?: number;
  /** Mean squared distance between what was said and what happened, 0–1; 0.25 is what always saying 0.5 gets. */
  readonly brier?: number;
};

/** The edges of the bins: the words low (below 0.5), medium and high (from 0.75) are whole bins or several. */
const edges = [0, 0.25, 0.5, 0.75, 0.9, 1] as const;

/** What was said beside what happened. */
export function reliabilityOf(predictions: readonly Prediction[]): Reliability {
  const drafts = predictions.length;
  if (drafts === 0) return { drafts, bins: [] };
  const bins = edges.slice(0, -1).flatMap((from, at): ReliabilityBin[] => {
    const to = edges[at + 1] ?? 1;
    const within = predictions.filter(({ said }) => said >= from && (said < to || to === 1));
    if (within.length === 0) return [];
    const said = mean(within.map((each) => each.said));
    return [
      { from, to, drafts: within.length, said, happened: mean(within.map(({ held }) => Number(held))) },
    ];
  });
  return {
    drafts,
    bins,
    gap: bins.reduce((sum, bin) => sum + (bin.drafts / drafts) * Math.abs(bin.said - bin.happened), 0),
    brier: mean(predictions.map(({ said, held }) => (said - Number(held)) ** 2)),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
