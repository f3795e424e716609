import { type TextFeatures, textFeatures } from './text-features.ts';
import { bestOf, type Learned, type Learning, startLearning, visitsEach } from './text-learning.ts';
import { createTextNeighbours } from './text-neighbours.ts';
import { createFeatureCounts } from './text-rarity.ts';
import { scopeScore } from './text-scope.ts';
import { type Sorted, stranger } from './text-training.ts';

/** An example to learn from. Learning an id again replaces what was learned from it. */
export type TextExample = {
  readonly id: string;
  /** The words, or their features where the caller has them already. */
  readonly text: string | TextFeatures;
  /** Left out when it belongs to no class: it teaches what is out of scope. */
  readonly label?: string;
  /** 1 is usual; 3 counts like three such examples. */
  readonly weight?: number;
};

export type TextJudgement = {
  readonly label: string;
  /** 0–1: how often such a judgement was right on examples that had been left out. */
  readonly confidence: number;
  /** How far the best class is ahead of the second. */
  readonly margin: number;
  /** 0–1: below a half it is less like anything learned than all but one in twenty of the learned texts. */
  readonly inScope: number;
  readonly scores: ReadonlyMap<string, number>;
  /** The most alike example with this label. */
  readonly like?: string;
};

export type TextClassifier = {
  learn(example: TextExample): void;
  forget(id: string): void;
  /** Examples of a label that were learned. */
  seen(label: string): number;
  /** Undefined while fewer than two labels are known, or nothing is learned yet. `without` leaves one example out. */
  judge(text: string | TextFeatures, without?: string): TextJudgement | undefined;
  /** Works through what is not settled yet, at most so many visits of an example; true when all is. */
  settle(visits?: number): boolean;
};

export type TextClassifierOptions = {
  /** What a mistake costs while learning; higher trusts single examples more. */
  readonly cost?: number;
  /** Words that say what a label is about, if its name does; they are learned like an example of it. */
  readonly nameOf?: (label: string) => string;
  /** Whether the most alike example is looked for; `never` saves the memory it takes. */
  readonly like?: 'always' | 'never';
};

/**
 * Learns to sort texts from examples that come one by one, in any order. An example counts at once; all is weighed
 * anew in small steps when enough has changed. Once settled, the same examples give the same judgements.
 */
export function createTextClassifier({
  cost = 1,
  nameOf = plainName,
  like: looksFor = 'always',
}: TextClassifierOptions = {}): TextClassifier {
  const examples = new Map<string, Sorted>();
  const counts = new Map<string, number>();
  const featureCounts = createFeatureCounts();
  const neighbours = looksFor === 'always' ? createTextNeighbours() : undefined;
  /** Changed since `coming` began, or since `live` did when nothing is coming. */
  const changed = new Set<string>();
  let live: Learned | undefined;
  let coming: Learning | undefined;

  function count(label: string, by: 1 | -1): void {
    const next = (counts.get(label) ?? 0) + by;
    if (next === 0) counts.delete(label);
    else counts.set(label, next);
  }

  function drop(id: string): void {
    const known = examples.get(id);
    if (known === undefined) return;
    examples.delete(id);
    featureCounts.count(known.features, -1);
    neighbours?.remove(id);
    count(known.label, -1);
    live?.training.remove(id);
    changed.add(id);
  }

  function labelsKnown(): number {
    return counts.size - (counts.has(stranger) ? 1 : 0);
  }

  function begin(): Learning {
    changed.clear();
    return startLearning(examples, { cost, nameOf, counts: featureCounts });
  }

  function takeOver(learned: Learned): void {
    coming = undefined;
    live = learned;
    for (const id of changed) {
      learned.training.remove(id);
      const known = examples.get(id);
      if (known) learned.training.add(id, known);
    }
  }

  function settle(visits = Number.POSITIVE_INFINITY): boolean {
    for (let left = visits; left > 0 && (coming !== undefined || changed.size > 0); ) {
      coming ??= begin();
      left -= coming.step(left);
      const learned = coming.learned();
      if (learned) takeOver(learned);
    }
    return coming === undefined && changed.size === 0;
  }

  /** A little of what is to be done, so that nobody waits; all of it while there is little. */
  function keepUp(): void {
    const labels = Math.max(1, labelsKnown());
    const isLittle = (examples.size + labels) * visitsEach * labels <= little;
    const isDue = coming !== undefined || changed.size * 4 > examples.size;
    if (isLittle) settle();
    else if (isDue) settle(Math.ceil((live === undefined ? little : atOnce) / labels));
  }

  return {
    learn({ id, text, label = stranger, weight = 1 }) {
      drop(id);
      const sorted = { features: featuresOf(text), label, weight };
      examples.set(id, sorted);
      featureCounts.count(sorted.features, 1);
      neighbours?.add(id, sorted.features);
      count(label, 1);
      live?.training.add(id, sorted);
      changed.add(id);
    },
    forget: drop,
    seen: (label) => counts.get(label) ?? 0,
    settle,
    judge(text, without) {
      if (labelsKnown() < 2) return undefined;
      keepUp();
      if (live === undefined) return undefined;
      const features = featuresOf(text);
      const reading = live.training.read(features, without);
      const best = bestOf(reading);
      if (best === undefined) return undefined;
      const like = neighbours?.nearest(
        features,
        (id) => id !== without && examples.get(id)?.label === best.label,
      );
      return {
        ...best,
        confidence: live.confidence(best.margin),
        inScope: live.scope(scopeScore(reading)),
        scores: new Map(reading.labels.map((label, place) => [label, reading.scores[place] ?? 0])),
        ...(like === undefined ? {} : { like }),
      };
    },
  };
}

/** Visits of examples, times classes, that one judgement may cost beside itself: some 3 ms. */
const atOnce = 250;
/** The same where it settles all, or where there is no judgement before. */
const little = 1_500;

function featuresOf(text: string | TextFeatures): TextFeatures {
  return typeof text === 'string' ? textFeatures(text) : text;
}

/** `feature_request` and `FeatureRequest` say `feature request`. */
function plainName(label: string): string {
  return label.replaceAll(/[_-]+/g, ' ').replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ');
}
