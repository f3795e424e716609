import { fitLinear } from './linear-fit.ts';
import type { LinearModel } from './linear-model.ts';
import type { SparseVector } from './linear-table.ts';
import { trustFrom } from './ordinal-trust.ts';
import {
  type Feel,
  type SentimentFeatures,
  sentimentFeatures,
  sentimentVectors,
} from './sentiment-features.ts';
import { hashOf } from './text-hash.ts';

export type SentimentExample = { readonly text: string; readonly sentiment: string };

export type SentimentOpinion = {
  readonly sentiment: string;
  /** 0–1: how often such an opinion was right on texts that were kept apart. */
  readonly confidence: number;
};

export type SentimentModel = (text: string) => SentimentOpinion;

/**
 * Learns feelings from texts that people labelled, with what rules feel as a second opinion. First a whole text is
 * judged; then the judgement of its most telling sentences is weighed against that, because one angry sentence in ten
 * calm ones makes an angry text.
 */
export function learnSentiment(examples: readonly SentimentExample[], feel: Feel): SentimentModel {
  const sentiments = [...new Set(examples.map(({ sentiment }) => sentiment))].sort();
  const prepared = examples.map(({ text, sentiment }) => ({
    read: readText(text, feel),
    fold: hashOf(text) % folds,
    target: sentiments.indexOf(sentiment),
  }));
  const views: SparseVector[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const judge = fitWhole(
      prepared.filter((each) => each.fold !== fold),
      sentiments.length,
    );
    for (const [at, each] of prepared.entries()) if (each.fold === fold) views[at] = viewOf(each.read, judge);
  }
  const targets = prepared.map(({ target }) => target);
  const weighed = fitLinear(views, targets, { classes: sentiments.length, cost: 0.05, rounds: 40 });
  const judge = fitWhole(prepared, sentiments.length);
  const trust = trustFrom(
    views.map((view, at) => {
      const { best, margin } = winner(weighed.scores(view));
      return { score: margin, right: best === targets[at] };
    }),
  );
  return (text) => {
    const { best, margin } = winner(weighed.scores(viewOf(readText(text, feel), judge)));
    return { sentiment: sentiments[best] ?? '', confidence: trust(margin) };
  };
}

const folds = 5;

type ReadText = { readonly whole: SentimentFeatures; readonly sentences: readonly SentimentFeatures[] };

/** Enough sentences to find the one that tells. */
const mostSentences = 40;

function readText(text: string, feel: Feel): ReadText {
  // A colon ends a breath too: “It works: thank you”.
  const sentences = text.split(/(?<=[.!?:…])\s+|\n+/).filter((sentence) => sentence.trim() !== '');
  const kept =
    sentences.length <= mostSentences
      ? sentences
      : [...sentences.slice(0, mostSentences / 2), ...sentences.slice(-mostSentences / 2)];
  return {
    whole: sentimentFeatures(text, feel),
    sentences: kept.map((sentence) => sentimentFeatures(sentence, feel)),
  };
}

type Judge = (features: SentimentFeatures) => Float64Array;

function fitWhole(examples: readonly { read: ReadText; target: number }[], classes: number): Judge {
  const vector = sentimentVectors(examples.map(({ read }) => read.whole));
  const model: LinearModel = fitLinear(
    examples.map(({ read }) => vector(read.whole)),
    examples.map(({ target }) => target),
    { classes, cost: 0.25, rounds: 15 },
  );
  return (features) => model.scores(vector(features), new Float64Array(classes));
}

/** Scores of the whole, and the highest, lowest, first and last of its sentences, for each sentiment; and how long it is. */
function viewOf({ whole, sentences }: ReadText, judge: Judge): SparseVector {
  const all = judge(whole);
  const each = sentences.length === 0 ? [all] : sentences.map((sentence) => judge(sentence));
  const numbers = [...all.keys()].flatMap((at) => {
    const scores = each.map((one) => one[at] ?? 0);
    return [all[at] ?? 0, Math.max(...scores), Math.min(...scores), scores[0] ?? 0, scores.at(-1) ?? 0];
  });
  const values = [...numbers, Math.log1p(each.length) / 3, 1].map((value) =>
    Math.max(-2, Math.min(2, value)),
  );
  return { ids: Uint32Array.from(values.keys()), values: Float32Array.from(values) };
}

/** The class that fits best, and how far it is ahead. */
function winner(scores: Float64Array): { best: number; margin: number } {
  let best = 0;
  for (const [at, score] of scores.entries()) if (score > (scores[best] ?? 0)) best = at;
  const others = scores.filter((_, at) => at !== best);
  return { best, margin: others.length === 0 ? 0 : (scores[best] ?? 0) - Math.max(...others) };
}
