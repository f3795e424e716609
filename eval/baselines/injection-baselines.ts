import { linearSvm } from './linear-svm.ts';
import { wordRuns } from './text-baseline.ts';

/** A simple way of telling texts with planted orders from clean ones: higher is more suspicious. */
export type InjectionBaseline = {
  readonly name: string;
  train(orders: readonly string[], clean: readonly string[]): (text: string) => number;
};

/** What is tried first: a handful of patterns, and a linear model over whole texts or over their sentences. */
export const injectionBaselines: readonly InjectionBaseline[] = [
  { name: 'ten patterns', train: () => (text) => tenPatterns.filter((each) => each.test(text)).length },
  { name: 'linear SVM, whole text', train: (orders, clean) => svm(orders, clean) },
  {
    name: 'linear SVM, most suspicious sentence',
    train(orders, clean) {
      const score = svm(orders, clean);
      return (text) => Math.max(...sentences(text).map(score));
    },
  },
];

const tenPatterns: readonly RegExp[] = [
  /ignore (all |any )?(the |your )?(previous|prior|above)/i,
  /disregard (all |any )?(the |your )?(previous|prior|above|instructions)/i,
  /forget (all |everything|your)/i,
  /you are now/i,
  /system prompt/i,
  /pretend (to be|you)/i,
  /act as (a|an|if)/i,
  /jailbreak|developer mode|\bDAN\b/,
  /reveal (your|the) (instructions|prompt|password|secret)/i,
  /new instructions?:/i,
];

function svm(orders: readonly string[], clean: readonly string[]): (text: string) => number {
  const model = linearSvm(
    [...orders.map((text) => ({ text, label: 'order' })), ...clean.map((text) => ({ text, label: 'clean' }))],
    wordRuns,
  );
  return (text) => {
    const { label, score } = model(text);
    return label === 'order' ? score : -score;
  };
}

function sentences(text: string): readonly string[] {
  return text.split(/(?<=[.?!])\s+|\n+/).filter((each) => each !== '');
}
