import { feelingNumbers } from '../../src/engines/offline/feelings.ts';
import { ruledSentiment } from '../../src/engines/offline/sentiment.ts';
import { learnSentiment } from '../../src/learning/sentiment-model.ts';
import { sentimentBaselines } from '../baselines/sentiment-baselines.ts';
import { textBaselines } from '../baselines/text-baselines.ts';
import { interval } from '../random.ts';
import type { Figure, Task } from '../task.ts';
import { labelledRows, macroF1, sortingFigure, verdicts } from './sorted-texts.ts';

/** Positive, neutral or negative in technical help: learned from labels, and by the rules alone. */
export const developerSentiment: Task = {
  set: 'developer-sentiment',
  title: 'positive, neutral or negative in technical help (macro F1)',
  async run({ rows: learned }, { rows: asked }) {
    const [train, test] = [labelledRows(learned), labelledRows(asked)];
    const judge = learnSentiment(
      train.map(({ text, label }) => ({ text, sentiment: label })),
      feelingNumbers,
    );
    const { words, wordsAndLetters } = textBaselines;
    const { vader, afinn, wordsLettersAndVader } = sentimentBaselines;
    const byRules = verdicts(test, ruled);
    const rules: Figure = {
      metric: 'macro_f1_rules',
      value: macroF1(byRules),
      interval: interval(byRules, macroF1),
      baselines: [vader, afinn].map(({ name, judge: say }) => ({
        name,
        value: macroF1(verdicts(test, say)),
      })),
    };
    return [
      sortingFigure('macro_f1', macroF1, {
        train,
        test,
        say: (text) => judge(text).sentiment,
        baselines: [words, wordsAndLetters, wordsLettersAndVader],
      }),
      rules,
    ];
  },
};

/** The set knows no anger apart. */
function ruled(text: string): string {
  const sentiment = ruledSentiment(text);
  return sentiment === 'angry' ? 'negative' : sentiment;
}
