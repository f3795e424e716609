import type { DraftFacts } from '../../domain/draft.ts';
import { codesAmong, hasEntryFor, mostSteps, sharedWeight } from './choose-sentences.ts';
import { type Claim, claimsFrom, earlierClaims } from './claims.ts';
import { hasSteps, type ScoredPassage } from './nearest-article.ts';
import type { Question } from './question.ts';
import { isAboutOtherCode, isAskList } from './reply-parts.ts';
import type { Support } from './support.ts';

/** What a reply says, and the passage it begins with; that is absent when the words are from an earlier answer. */
export type ChosenSteps = { readonly steps: readonly Claim[]; readonly lead: ScoredPassage | undefined };

/** Of an article the best passage that holds usable sentences; a list of what to send is no answer. */
export function chooseSteps(
  { best }: Pick<Support, 'best'>,
  question: Question,
  severity: DraftFacts['triage']['severity'],
): ChosenSteps {
  if (best?.source === 'resolution') {
    const { ticket, answer } = best.resolution;
    return { steps: earlierClaims({ id: ticket, text: answer }, question), lead: undefined };
  }
  const passages = exactFirst(usefulFirst(best?.passages ?? []), question);
  for (const passage of passages) {
    const steps = isAskList(passage) ? [] : claimsAbout(passage, question);
    if (steps.length === 0) continue;
    const further = pointedAt(steps, passage, { passages, question }).flatMap((next) =>
      claimsFrom(next, question),
    );
    // In an emergency what helps comes first and alone.
    const before = severity === 'P1' || severity === 'P2' ? [] : explanation(passage, passages, question);
    const all = [...before, ...steps, ...further];
    return { steps: all.slice(0, mostSteps), lead: passage };
  }
  return { steps: [], lead: undefined };
}

/** What a passage says, without facts about another error than theirs. */
function claimsAbout(passage: ScoredPassage, question: Question): readonly Claim[] {
  const claims = claimsFrom(passage, question);
  return hasSteps(passage) ? claims : claims.filter(({ text }) => !isAboutOtherCode(text, question));
}

/** Before the steps, what the nearest part of the page says to the question itself. */
function explanation(
  lead: ScoredPassage,
  passages: readonly ScoredPassage[],
  question: Question,
): readonly Claim[] {
  const top = passages.toSorted((left, right) => right.score - left.score)[0];
  if (top === undefined || top === lead || hasSteps(top) || !hasSteps(lead) || isAskList(top)) return [];
  if (top.score < clearlyNearer * lead.score) return [];
  return claimsAbout(top, question)
    .map((claim) => ({ claim, weight: sharedWeight([claim.text], question) }))
    .filter(({ weight }) => weight >= 2)
    .sort((left, right) => right.weight - left.weight)
    .slice(0, 2)
    .map(({ claim }) => claim);
}

const clearlyNearer = 1.15;

/** What to do comes before what is the matter, when the page has it nearly as near. */
function usefulFirst(passages: readonly ScoredPassage[]): readonly ScoredPassage[] {
  const [first] = passages;
  const isIntroduction =
    first !== undefined && (first.heading === first.title || first.heading === '') && !hasSteps(first);
  if (!isIntroduction) return passages;
  const near = passages.find((each) => hasSteps(each) && each.score >= 0.35 * first.score);
  const isOnlyHit = passages.every((each) => each === first || each.score < 0.35 * first.score);
  const steps = near ?? (isOnlyHit ? passages.toSorted(byPlace).find(hasSteps) : undefined);
  return steps === undefined ? passages : [steps, ...passages.filter((passage) => passage !== steps)];
}

function byPlace(left: ScoredPassage, right: ScoredPassage): number {
  return Number(left.id.split('#')[1] ?? 0) - Number(right.id.split('#')[1] ?? 0);
}

/** The part of the page that names the code or has the row which was asked about; a heading tells more than a text. */
function exactFirst(passages: readonly ScoredPassage[], question: Question): readonly ScoredPassage[] {
  const codes = codesAmong(question.asked).filter((code) => /^[a-z]/.test(code));
  const names = (text: string) => {
    const terms = question.terms(text);
    return codes.some((code) => terms.has(code));
  };
  const rank = ({ heading, text }: ScoredPassage) =>
    names(heading) ? 3 : hasEntryFor(question.repeatable(text), question) ? 2 : names(text) ? 1 : 0;
  return passages.toSorted((left, right) => rank(right) - rank(left));
}

/** “Turn on 3-D Secure, see below”: the part of the page whose heading a short answer repeats. */
function pointedAt(
  steps: readonly Claim[],
  lead: ScoredPassage,
  from: { readonly passages: readonly ScoredPassage[]; readonly question: Question },
): readonly ScoredPassage[] {
  const { passages, question } = from;
  if (steps.length > 2) return [];
  const said = new Set(steps.flatMap(({ text }) => [...question.terms(text)]));
  const isSaid = ({ heading, title }: ScoredPassage) => {
    const terms = [...question.terms(heading)];
    return heading !== title && terms.length >= 2 && terms.every((term) => said.has(term));
  };
  return passages.filter((passage) => passage !== lead && !isAskList(passage) && isSaid(passage)).slice(0, 1);
}
