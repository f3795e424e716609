import type { DraftFacts } from '../../domain/draft.ts';
import { isPolicyPassage } from '../../domain/process-pages.ts';
import { type Claim, claimsFrom, leadClaim } from './claims.ts';
import { plainWords } from './evidence.ts';
import type { ScoredPassage } from './nearest-article.ts';
import type { Question } from './question.ts';

/** Money back, credits, discounts, exceptions, contracts: people decide these, the desk only explains who and how. */
export function isCommercial(facts: DraftFacts): boolean {
  const words = wordsOf(facts);
  if (aboutOthers.test(words) && !ownMoney.test(words)) return false;
  return always.test(words) || (facts.triage.category === 'billing' && whenBilling.test(words));
}

/** Money for themselves, whatever else they speak of: a wish about refunds is none. */
export function asksForOwnMoney(facts: DraftFacts): boolean {
  return ownMoney.test(wordsOf(facts));
}

function wordsOf({ conversation }: DraftFacts): string {
  const texts = conversation.filter(({ from }) => from === 'requester').map(({ text }) => text);
  return plainWords(texts.join('\n'));
}

/** What the pages say about how such a request is decided: who first, then how to ask. Empty when none says it. */
export function policyClaims(
  facts: DraftFacts,
  question: Question,
): { readonly claims: readonly Claim[]; readonly page: ScoredPassage | undefined } {
  const policy = facts.passages
    .filter((passage) => isPolicyPassage(passage))
    .toSorted((left, right) => right.score - left.score || (left.id < right.id ? -1 : 1));
  const best = policy[0];
  if (best === undefined || best.score < weakestPolicy) return { claims: [], page: undefined };
  const page = policy.filter(({ article }) => article === best.article);
  const who = page.find(({ text }) => whoDecides.test(text)) ?? best;
  const how = page.find((passage) => passage !== who && /^\s*\d+[.)]\s/m.test(passage.text));
  const lead = leadClaim(who, question);
  const more = how === undefined ? [] : claimsFrom(how, question);
  return { claims: [...(lead === undefined ? [] : [lead]), ...more].slice(0, 5), page: who };
}

/** Any page about the rule helps, so little likeness is enough. */
const weakestPolicy = 0.05;

const whoDecides = /\b(?:(?:decided|approved|reviewed) by|who decides|entscheidet|décide)\b/i;

const ownMoney =
  /\b(refund|credit|reimburse|compensate) (me|us)\b|\b(my|our) money back\b|\bgive (me|us) .{0,20}(refund|credit|discount)\b|\b(geld zuruck|entschadig\w+)\b|\bdevuelv\w+ (el|nuestro|mi) dinero\b|\brembours(er|ez)[- ](moi|nous)\b/;
/** Money that the requester gives back to somebody, or an error while doing so. */
const aboutOthers =
  /\b(a|the|this|that) refund (that |which )?(i|we)('ve| have)? (sent|made|gave|given|issued|started|entered|did)\b|\b(cancel|stop|undo|reverse) (a|the|this|that) refund\b|\b(shoppers?|buyers?|my customers?|our customers?|(a|the|his|her|their) (customer|card|order)|kunden?|kundin\w*|clientes?|clients?)\b.{0,80}\b(refund\w*|erstatt\w*|reembols\w*|rembours\w*)\b|\b(refund\w*|erstatt\w*|reembols\w*|rembours\w*)\b.{0,80}\b(shoppers?|buyers?|(a|the|his|her|their|my|our) (customers?|card|order)|kunden?|kundin\w*|clientes?|clients?|[a-z]+_[a-z_]+)\b/;
const always =
  /\b(refund (me|us|our|that|this|the)|(that|this|it) refunded|money back|compensat\w+|goodwill|make an exception|waive|geld zuruck|entschadig\w+|reembols\w+|rembours\w+)\b|\b(want|get|give|need|demand|expect)\b.{0,30}\b(refund|credit|discount|rabatt|gutschrift|descuento|remise)\b|\b(what|which|any) credit\b/;
const whenBilling =
  /\b(refund\w*|want it back|credit\b.{0,30}\b(get|for|under)|discount|better price|cheaper|extension|exception|contract|terminate|rabatt|gutschrift|erstatt\w+|vertrag|descuento|contrato|remise|contrat)\b/;
