import type { LearnedField } from '../domain/triage.ts';
import { createTextClassifier, type TextClassifierOptions, type TextJudgement } from './text-classifier.ts';
import type { TextFeatures } from './text-features.ts';
import type { TextNeighbours } from './text-neighbours.ts';

/** One field of a ticket, learned from tickets whose value is known. */
export type FieldLearner<T extends string> = {
  learn(ticket: string, features: TextFeatures, known: KnownValue<T>): void;
  forget(ticket: string): void;
  /**
   * The opinion and how much at home the text is (0–1, a stranger below a half), without what was learned from that
   * ticket. Undefined until two values have enough lessons.
   */
  opinion(
    features: TextFeatures,
    without: string,
  ): { readonly field?: LearnedField<T>; readonly inScope: number } | undefined;
  settle(visits?: number): boolean;
};

export type KnownValue<T extends string> = { readonly value: T; readonly correctedBy?: string };

export type FieldLearnerOptions = Pick<TextClassifierOptions, 'nameOf'> & {
  /** Knows the same tickets; kept by the caller, who shares it among the fields. */
  readonly neighbours: TextNeighbours;
  /** May take another value than the best fitting one, where the values have an order. */
  readonly choose?: (judged: TextJudgement, values: readonly string[]) => Choice;
};

export type Choice = { readonly value: string; readonly confidence: number };

/** Lessons with one value it takes to have an opinion about it. */
export const fewestLessons = 3;

/** A person who put it right is worth so many tickets that nobody objected to. */
const correctionWeight = 3;

export function createFieldLearner<T extends string>(
  values: readonly T[],
  { neighbours, choose = bestFitting, ...options }: FieldLearnerOptions,
): FieldLearner<T> {
  const classifier = createTextClassifier({ ...options, like: 'never' });
  const lessons = new Map<string, KnownValue<T>>();

  /** Lessons with this value, leaving one ticket out. */
  function seen(value: T, without: string): number {
    return classifier.seen(value) - (lessons.get(without)?.value === value ? 1 : 0);
  }

  function likeOf(features: TextFeatures, value: T, without: string): Pick<LearnedField<T>, 'like'> {
    const ticket = neighbours.nearest(features, (id) => id !== without && lessons.get(id)?.value === value);
    if (ticket === undefined) return {};
    const correctedBy = lessons.get(ticket)?.correctedBy;
    return { like: { ticket, ...(correctedBy === undefined ? {} : { correctedBy }) } };
  }

  function forget(ticket: string): void {
    lessons.delete(ticket);
    classifier.forget(ticket);
  }

  return {
    learn(ticket, features, known) {
      lessons.set(ticket, known);
      const weight = known.correctedBy === undefined ? 1 : correctionWeight;
      classifier.learn({ id: ticket, text: features, label: known.value, weight });
    },
    forget,
    opinion(features, without) {
      const isKnown = (value: T) => seen(value, without) >= fewestLessons;
      if (values.filter(isKnown).length < 2) return undefined;
      const judged = classifier.judge(features, without);
      if (judged === undefined) return undefined;
      const choice = choose(judged, values);
      const value = values.find((each) => each === choice.value);
      if (value === undefined || !isKnown(value)) return { inScope: judged.inScope };
      const field = {
        value,
        confidence: Math.round(choice.confidence * 1_000) / 1_000,
        seen: seen(value, without),
        ...likeOf(features, value, without),
      };
      return { inScope: judged.inScope, field };
    },
    settle: classifier.settle,
  };
}

function bestFitting({ label, confidence }: TextJudgement): Choice {
  return { value: label, confidence };
}
