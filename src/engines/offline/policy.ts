import type { DraftFacts } from '../../domain/draft.ts';
import { isPolicyPassage } from '../../domain/process-pages.ts';
import { type Claim, claimsFrom, leadClaim } from './claims.ts';
import { plainWords } from './evidence.ts';
import type { ScoredPassage } from './support.ts';

/** Money back, credits, discounts, exceptions, contracts: people decide these, the desk only explains who and how. */
export function isCommercial(facts: DraftFacts): boolean {
  const texts = facts.conversation.filter(({ from }) => from === 'requester').map(({ text }) => text);
  const words = plainWords(texts.join('\n'));
  return always.test(words) || (facts.triage.category === 'billing' && whenBilling.test(words));
}

/** What the pages say about how such a request is decided: who first, then how to ask. Empty when none says it. */
export function policyClaims(
  facts: DraftFacts,
  asked: ReadonlySet<string>,
): { readonly claims: readonly Claim[]; readonly page: ScoredPassage | undefined } {
  const policy = facts.passages
    .filter((passage) => isPolicyPassage(passage))
    .toSorted((left, right) => right.score - left.score || (left.id < right.id ? -1 : 1));
  const best = policy[0];
  if (best === undefined || best.score < weakestPolicy) return { claims: [], page: undefined };
  const page = policy.filter(({ article }) => article === best.article);
  const who = page.find(({ text }) => whoDecides.test(text)) ?? best;
  const how = page.find((passage) => passage !== who && /^\s*\d+[.)]\s/m.test(passage.text));
  const lead = leadClaim(who);
  const more = how === undefined ? [] : claimsFrom(how, asked);
  return { claims: [...(lead === undefined ? [] : [lead]), ...more].slice(0, 5), page: who };
}

/** Any page about the rule helps, so little likeness is enough. */
const weakestPolicy = 0.05;

const whoDecides = /\b(?:(?:decided|approved|reviewed) by|who decides|entscheidet|décide)\b/i;

const always =
  /\b(refund (me|us|our|that|this|the)|(that|this|it) refunded|money back|compensat\w+|goodwill|make an exception|waive|geld zuruck|entschadig\w+|reembols\w+|rembours\w+)\b|\b(want|get|give|need|demand|expect)\b.{0,30}\b(refund|credit|discount|rabatt|gutschrift|descuento|remise)\b|\b(what|which|any) credit\b/;
const whenBilling =
  /\b(refund\w*|want it back|credit\b.{0,30}\b(get|for|under)|discount|better price|cheaper|extension|exception|contract|terminate|rabatt|gutschrift|erstatt\w+|vertrag|descuento|contrato|remise|contrat)\b/;
