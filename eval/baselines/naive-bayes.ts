import { type Guess, type Labelled, wordRuns } from './text-baseline.ts';

/** Multinomial naive Bayes over words and neighbouring words; `complement` looks at what the other classes say. */
export function naiveBayes(
  examples: readonly Labelled[],
  kind: 'own' | 'complement',
): (text: string) => Guess {
  const labels = [...new Set(examples.map(({ label }) => label))].sort();
  const counts = new Map(labels.map((label) => [label, new Map<string, number>()]));
  const sums = new Map(labels.map((label) => [label, 0]));
  const everywhere = new Map<string, number>();
  let whole = 0;
  for (const { text, label } of examples) {
    for (const feature of wordRuns(text)) {
      const own = counts.get(label);
      own?.set(feature, (own.get(feature) ?? 0) + 1);
      sums.set(label, (sums.get(label) ?? 0) + 1);
      everywhere.set(feature, (everywhere.get(feature) ?? 0) + 1);
      whole += 1;
    }
  }
  const smoothing = kind === 'own' ? 0.1 : 1;
  const spread = smoothing * everywhere.size;
  return (text) => {
    const features = wordRuns(text).filter((feature) => everywhere.has(feature));
    const guesses = labels.map((label): Guess => {
      let score = 0;
      for (const feature of features) {
        const own = counts.get(label)?.get(feature) ?? 0;
        const sum = sums.get(label) ?? 0;
        score +=
          kind === 'own'
            ? Math.log((own + smoothing) / (sum + spread))
            : -Math.log(((everywhere.get(feature) ?? 0) - own + smoothing) / (whole - sum + spread));
      }
      return { label, score };
    });
    return guesses.reduce((best, each) => (each.score > best.score ? each : best));
  };
}
