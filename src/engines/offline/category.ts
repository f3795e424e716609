import type { Precedent } from '../../domain/triage.ts';
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
};

/** A ticket nobody has words for is a technical one more often than anything else. */
const technicalPrior = 0.6;
/** All precedents together weigh as much as two clear phrases. */
const heaviestVote = 5;
/** Two phrases that point one way are clear. */
const clearlySaid = 5;
const correctedWeight = 1.6;

/** Which category the words and the earlier tickets speak for. */
export function findCategory(evidence: Evidence, precedents: readonly Precedent[]): CategoryFinding {
  // How a thing was sorted that exists says nothing about one that does not.
  const votes = votesOf(isWish(evidence) ? precedents.filter(isOfWish) : precedents);
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
  const decidedByVotes = precedent !== undefined && first.votes > first.words;
  const like = precedent === undefined || first.votes === 0 ? '' : likeness(precedent);
  const reason = [decidedByVotes ? like : heard, decidedByVotes ? heard : like]
    .filter((part) => part !== '')
    .join('; ');
  const weight = Math.min(1, total / clearlySaid);
  return {
    category: first.category,
    reason,
    margin,
    weight,
    ...(precedent === undefined ? {} : { precedent }),
  };
}

function isOfWish({ category }: Precedent): boolean {
  return category === 'feature_request';
}

/** `like T-88, corrected by Ana` */
export function likeness(precedent: Precedent): string {
  const by = precedent.correctedBy === undefined ? '' : `, corrected by ${precedent.correctedBy}`;
  return `like ${precedent.ticket}${by}`;
}

/** Nearer tickets and those people corrected count more. */
function votesOf(precedents: readonly Precedent[]): ReadonlyMap<Category, number> {
  const votes = new Map<Category, number>();
  for (const { category, score, correctedBy } of precedents.slice(0, 5)) {
    const weight = score * score * heaviestVote * (correctedBy === undefined ? 1 : correctedWeight);
    votes.set(category, Math.min(heaviestVote, (votes.get(category) ?? 0) + weight));
  }
  return votes;
}
