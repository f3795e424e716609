import { stemEnglish } from '../../src/domain/language/stem-english.ts';
import { wordsOf } from '../../src/domain/language/words-of.ts';
import { nearestByBm25 } from './bm25-neighbours.ts';
import { linearSvm } from './linear-svm.ts';
import { naiveBayes } from './naive-bayes.ts';
import { type Guess, type Labelled, type TextBaseline, wordRuns } from './text-baseline.ts';

/** The simple methods that sorting texts is compared with, each as good as its usual setting makes it. */
export const textBaselines = {
  majority: { name: 'majority', train: majority },
  nearest: {
    name: 'BM25 kNN(5)',
    train: (examples) => nearestByBm25(examples, (text) => wordsOf(text).map(stemEnglish)),
  },
  bayes: { name: 'naive Bayes', train: (examples) => naiveBayes(examples, 'own') },
  complementBayes: {
    name: 'complement naive Bayes',
    train: (examples) => naiveBayes(examples, 'complement'),
  },
  words: { name: 'SVM words', train: (examples) => linearSvm(examples, wordRuns) },
  wordsAndLetters: {
    name: 'SVM words + characters',
    train: (examples) => linearSvm(examples, (text) => [...wordRuns(text), ...letterRuns(text)]),
  },
} as const satisfies Readonly<Record<string, TextBaseline>>;

function majority(examples: readonly Labelled[]): (text: string) => Guess {
  const counts = new Map<string, number>();
  for (const { label } of examples) counts.set(label, (counts.get(label) ?? 0) + 1);
  const [label = '', count = 0] = [...counts].sort((one, other) => other[1] - one[1])[0] ?? [];
  return () => ({ label, score: count / examples.length });
}

/** Groups of 3 to 5 characters within words. */
export function letterRuns(text: string): string[] {
  return wordsOf(text).flatMap((word) => {
    const marked = ` ${word} `;
    return [3, 4, 5].flatMap((length) =>
      Array.from(
        { length: Math.max(0, marked.length - length + 1) },
        (_, at) => `#${marked.slice(at, at + length)}`,
      ),
    );
  });
}
