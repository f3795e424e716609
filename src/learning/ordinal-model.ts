import { type PartShares, type Report, reportFeatures, reportVectors } from './ordinal-features.ts';
import { fitLine, type Line } from './ordinal-fit.ts';
import { agreeingThresholds, levelAt, matchedThresholds } from './ordinal-thresholds.ts';
import { trustFrom } from './ordinal-trust.ts';
import { hashOf } from './text-hash.ts';

/** A report whose level people decided: a position in the order of levels, 0 first. */
export type OrdinalExample = { readonly report: Report; readonly level: number };

export type OrdinalOpinion = {
  readonly level: number;
  /** 0–1: how often reports with about this score were given the right level while they were kept apart. */
  readonly confidence: number;
};

export type OrdinalModel = (report: Report) => OrdinalOpinion;

/**
 * Learns an order such as severity. For `known_groups` the reports to come are of the groups that were learned from.
 * For `new_groups` they are not: only what tells the levels apart within every group is learned.
 */
export function learnOrdinal(
  examples: readonly OrdinalExample[],
  { levels, judges }: { readonly levels: number; readonly judges: 'known_groups' | 'new_groups' },
): OrdinalModel {
  const way = ways[judges];
  const prepared = examples.map(({ report, level }) => ({
    level,
    group: report.group ?? '',
    title: report.title,
    features: reportFeatures(report),
  }));
  const folds = judges === 'new_groups' ? groupFolds(prepared) : titleFolds(prepared);
  const scores = new Array<number>(prepared.length).fill(0);
  for (const fold of new Set(folds)) {
    const line = fitPart(
      prepared.filter((_, at) => folds[at] !== fold),
      way,
    );
    for (const [at, { features }] of prepared.entries()) if (folds[at] === fold) scores[at] = line(features);
  }
  const known = prepared.map(({ level }) => level);
  const cut = judges === 'new_groups' ? matchedThresholds : agreeingThresholds;
  const thresholds = cut(scores, known, levels);
  const line = fitPart(prepared, way);
  const trust = trustFrom(
    scores.map((score, at) => ({ score, right: levelAt(score, thresholds) === known[at] })),
  );
  return (report) => {
    const score = line(reportFeatures(report));
    return { level: levelAt(score, thresholds), confidence: trust(score) };
  };
}

type Way = { readonly shares: PartShares; readonly cost: number; readonly centred: boolean };

const ways: Readonly<Record<'known_groups' | 'new_groups', Way>> = {
  known_groups: {
    shares: { words: 1, letters: 1, title: 0.7, groupWords: 0.7, cues: 0 },
    cost: 0.5,
    centred: false,
  },
  new_groups: {
    shares: { words: 1, letters: 1, title: 0, groupWords: 0, cues: 0.4 },
    cost: 0.07,
    centred: true,
  },
};

type Prepared = {
  readonly level: number;
  readonly group: string;
  readonly title: string;
  readonly features: ReturnType<typeof reportFeatures>;
};

function fitPart(
  part: readonly Prepared[],
  { shares, cost, centred }: Way,
): (features: Prepared['features']) => number {
  const vector = reportVectors(
    part.map(({ features }) => features),
    shares,
  );
  const usual = centred ? usualLevels(part) : new Map<string, number>();
  const line: Line = fitLine(
    part.map(({ features }) => vector(features)),
    part.map(({ level, group }) => level - (usual.get(group) ?? 0)),
    { cost },
  );
  return (features) => line(vector(features));
}

/** How grave the reports of each group are on average: another group has another habit. */
function usualLevels(part: readonly Prepared[]): ReadonlyMap<string, number> {
  const sums = new Map<string, { sum: number; count: number }>();
  for (const { group, level } of part) {
    const before = sums.get(group) ?? { sum: 0, count: 0 };
    sums.set(group, { sum: before.sum + level, count: before.count + 1 });
  }
  return new Map([...sums].map(([group, { sum, count }]) => [group, sum / count]));
}

/** Reports with one title stay together: they were often judged together, which no report to come is. */
function titleFolds(prepared: readonly Prepared[]): readonly number[] {
  return prepared.map(({ group, title }) => hashOf(`${group} ${title}`) % 5);
}

function groupFolds(prepared: readonly Prepared[]): readonly number[] {
  const groups = [...new Set(prepared.map(({ group }) => group))];
  return groups.length < 2 ? titleFolds(prepared) : prepared.map(({ group }) => groups.indexOf(group));
}
