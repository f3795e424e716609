import type { LearnedField, Precedent } from '../../domain/triage.ts';
import { type Category, categories } from '../../domain/words.ts';
import type { Evidence } from './evidence.ts';
import { matchRules, sumOf } from './rule.ts';
import { isWish, wishWeight } from './wish.ts';
import { categoryRules } from './words/category-rules.ts';

export type CategoryFinding = {
  readonly category: Category;
  readonly reason: string;
  /** 0–1: how far the first is ahead of the second. */
  readonly margin: number;
  /** 0–1: how much was said that tells anything. */
  readonly weight: number;
  /** The precedent that spoke for this category most, if any did. */
  readonly precedent?: Precedent;
  /** What was learned, when it agrees. */
  readonly learned?: LearnedField<Category>;
  /** Whether the words alone did not decide. */
  readonly decidedByLikes: boolean;
};

/** A ticket nobody has words for is a technical one more often than anything else. */
const technicalPrior = 0.6;
/** All precedents together weigh as much as two clear phrases. */
const heaviestVote = 5;
/** Two phrases that point one way are clear. */
const clearlySaid = 5;
const correctedWeight = 1.6;
/** What was learned outweighs every phrase once it is nearly always right and has seen enough. */
const heaviestOpinion = 12;
const halfHeard = 8;

/** What speaks for a category besides the words. */
export type Likes = {
  readonly precedents: readonly Precedent[];
  readonly learned: LearnedField<Category> | undefined;
};

/** Which category the words, the earlier tickets and what was learned from them speak for. */
export function findCategory(evidence: Evidence, likes: Likes): CategoryFinding {
  // How a thing was sorted that exists says nothing about one that does not.
  const wish = isWish(evidence);
  const precedents = likes.precedents;
  const votes = votesOf(wish ? precedents.filter(isOfWish) : precedents);
  const opinion = likes.learned;
  if (opinion !== undefined && (!wish || opinion.value === 'feature_request'))
    votes.set(opinion.value, (votes.get(opinion.value) ?? 0) + weightOf(opinion));
  const scores = categories
    .map((category) => {
      const matches = matchRules(categoryRules[category], evidence);
      const weight = category === 'feature_request' ? wishWeight(evidence) : 1;
      const prior = category === 'technical' ? technicalPrior : 0;
      return { category, matches, words: sumOf(matches) * weight + prior, votes: votes.get(category) ?? 0 };
    })
    .sort((left, right) => right.words + right.votes - (left.words + left.votes));
  const [first, second] = scores;
  if (first === undefined || second === undefined)
    throw new RangeError('There are fewer than two categories.');
  const total = first.words + first.votes;
  const saidNothing = first.matches.length === 0 && first.votes === 0;
  const margin = saidNothing || total === 0 ? 0 : (total - second.words - second.votes) / total;
  const precedent = precedents.find((each) => each.category === first.category);
  const phrases = first.matches.slice(0, 3).map(({ said }) => `“${said}”`);
  const heard = phrases.length > 0 ? `says ${phrases.join(', ')}` : 'nothing specific was said';
  const learned = opinion?.value === first.category ? opinion : undefined;
  const decidedByVotes = first.votes > first.words;
  const like = first.votes === 0 ? '' : likeOf(precedent, learned);
  const reason = [decidedByVotes ? like : heard, decidedByVotes ? heard : like]
    .filter((part) => part !== '')
    .join('; ');
  const weight = Math.min(1, total / clearlySaid);
  return {
    category: first.category,
    reason,
    margin,
    weight,
    decidedByLikes: decidedByVotes,
    ...(precedent === undefined ? {} : { precedent }),
    ...(learned === undefined ? {} : { learned }),
  };
}

function isOfWish({ category }: Precedent): boolean {
  return category === 'feature_request';
}

/** `like T-88, corrected by Ana` */
export function likeness(like: { readonly ticket: string; readonly correctedBy?: string }): string {
  const by = like.correctedBy === undefined ? '' : `, corrected by ${like.correctedBy}`;
  return `like ${like.ticket}${by}`;
}

/** `like T-88, corrected by Ana`, or how many tickets it was learned from. */
export function likeLearned<T extends string>({ like, seen }: LearnedField<T>): string {
  if (like === undefined) return seen === 1 ? 'like one earlier ticket' : `like ${seen} earlier tickets`;
  return likeness(like);
}

function likeOf(precedent: Precedent | undefined, learned: LearnedField<Category> | undefined): string {
  if (learned?.like?.correctedBy !== undefined) return likeLearned(learned);
  if (precedent !== undefined) return likeness(precedent);
  return learned === undefined ? '' : likeLearned(learned);
}

/** Takes over as labels arrive: an opinion that is seldom right, or has seen little, weighs little. */
function weightOf({ confidence, seen }: LearnedField<Category>): number {
  return heaviestOpinion * confidence ** 3 * (seen / (seen + halfHeard));
}

/** Nearer tickets and those people corrected count more. */
function votesOf(precedents: readonly Precedent[]): Map<Category, number> {
  const votes = new Map<Category, number>();
  const agreed = precedents.filter(({ undecided }) => undecided !== 'category');
  for (const { category, score, correctedBy } of agreed.slice(0, 5)) {
    const weight = score * score * heaviestVote * (correctedBy === undefined ? 1 : correctedWeight);
    votes.set(category, Math.min(heaviestVote, (votes.get(category) ?? 0) + weight));
  }
  return votes;
}
