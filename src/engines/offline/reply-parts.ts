import type { DraftFacts } from '../../domain/draft.ts';
import { itemsOf, leadClaim } from './claims.ts';
import { frameFor } from './frames/frame.ts';
import { missingFacts } from './missing-facts.ts';
import type { ScoredPassage } from './support.ts';

const mostItems = 4;
const mostFollowUps = 2;

/** A passage that lists what the desk needs, instead of saying what to do. */
export function isAskList(passage: ScoredPassage): boolean {
  return /\b(?:send us|tell us|contact us|before you write|what we need)\b/i.test(passage.heading);
}

/** The page's own list of what to send, else what is missing to see the problem ourselves; nothing for questions. */
export function askFor(facts: DraftFacts, passages: readonly ScoredPassage[]): readonly string[] {
  const missing = missingFacts(facts);
  if (missing.length === 0) return [];
  const items = listedNeeds(passages);
  const { ask } = frameFor(facts.triage.language);
  return items.length > 0 ? items : missing.map((fact) => ask[fact]);
}

/** What a page says the desk needs. */
export function listedNeeds(passages: readonly ScoredPassage[]): readonly string[] {
  const list = passages.find((passage) => isAskList(passage));
  return list === undefined ? [] : itemsOf(list).slice(0, mostItems);
}

/** Other parts of the same article as likely next questions, with the sentence that begins each. */
export function followUps(
  facts: DraftFacts,
  from: { passages: readonly ScoredPassage[]; quoted: ReadonlySet<string> },
) {
  const frame = frameFor(facts.triage.language);
  return from.passages
    .filter(({ id, heading, title }) => !from.quoted.has(id) && heading !== '' && heading !== title)
    .filter((passage) => !isAskList(passage))
    .flatMap((passage) => {
      const claim = leadClaim(passage);
      return claim === undefined ? [] : [{ question: frame.followUp(passage.heading), answer: claim }];
    })
    .slice(0, mostFollowUps);
}

/** The first name, if the display name looks like one. */
export function firstNameOf(name: string): string {
  const first = name.trim().split(/\s+/)[0] ?? '';
  return /^[\p{L}'’-]{1,30}$/u.test(first) ? first : '';
}
