import type { LearnedTriage } from '../domain/triage.ts';
import { categories, sentiments, severities } from '../domain/words.ts';
import type { SortingLearner } from './experience.ts';
import { textFeatures } from './text-features.ts';
import { createTextNeighbours } from './text-neighbours.ts';
import { createFieldLearner, fewestLessons, type KnownValue } from './triage-field.ts';
import { middleValue } from './triage-severity.ts';

/** Learns from the desk's own tickets how they are sorted. */
export type TriageLearner = SortingLearner & {
  /**
   * Weighs all lessons anew where something has changed, with at most so many looks at a lesson for each field; true
   * when nothing is left to do. Worth calling in pieces, with pauses, after many lessons at once: opinions do only a
   * little of it themselves, and there are none before it was done once.
   */
  settle(looks?: number): boolean;
};

/**
 * The desk's own sorting, learned from tickets that people corrected or solved; a correction weighs more. Silent about
 * a field until two of its values have a few lessons each, and about all of them when the text is like none it knows.
 */
export function createTriageLearner(): TriageLearner {
  const neighbours = createTextNeighbours();
  const category = createFieldLearner(categories, { neighbours });
  // The names P1 to P4 say nothing by themselves.
  const severity = createFieldLearner(severities, { neighbours, nameOf: () => '', choose: middleValue });
  const sentiment = createFieldLearner(sentiments, { neighbours });
  const fields = [category, severity, sentiment];

  function forget(ticket: string): void {
    neighbours.remove(ticket);
    for (const field of fields) field.forget(ticket);
  }

  return {
    fewest: fewestLessons,
    forget,
    learn({ ticket, text, sorting }) {
      forget(ticket);
      if (sorting === undefined) return;
      const features = textFeatures(text);
      neighbours.add(ticket, features);
      const { category: isA, severity: isAs, sentiment: feels, correctedBy: by } = sorting;
      if (isA !== undefined) category.learn(ticket, features, known(isA, by.category));
      if (isAs !== undefined) severity.learn(ticket, features, known(isAs, by.severity));
      if (feels !== undefined) sentiment.learn(ticket, features, known(feels, by.sentiment));
    },
    opinion({ ticket, text }) {
      const features = textFeatures(text);
      const told = {
        category: category.opinion(features, ticket),
        severity: severity.opinion(features, ticket),
        sentiment: sentiment.opinion(features, ticket),
      };
      const atHome = (told.category ?? told.severity ?? told.sentiment)?.inScope;
      if (atHome === undefined) return undefined;
      return atHome < 0.5 ? { abstains: true } : { ...fieldsOf(told), abstains: false };
    },
    // One field at a time: a piece stays small.
    settle: (looks) => fields.every((field) => field.settle(looks)),
  };
}

type Told = {
  readonly [name in 'category' | 'severity' | 'sentiment']:
    | { readonly field?: NonNullable<LearnedTriage[name]> }
    | undefined;
};

function fieldsOf({ category, severity, sentiment }: Told): Omit<LearnedTriage, 'abstains'> {
  return {
    ...(category?.field ? { category: category.field } : {}),
    ...(severity?.field ? { severity: severity.field } : {}),
    ...(sentiment?.field ? { sentiment: sentiment.field } : {}),
  };
}

function known<T extends string>(value: T, correctedBy: string | undefined): KnownValue<T> {
  return correctedBy === undefined ? { value } : { value, correctedBy };
}
