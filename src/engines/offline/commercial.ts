import type { Passage } from '../../domain/article.ts';
import type { DraftFacts } from '../../domain/draft.ts';
import { plainWords } from './evidence.ts';

/** Money back, credits, discounts, exceptions, contracts: people decide these, the desk only explains who and how. */
export function isCommercial(facts: DraftFacts): boolean {
  const words = plainWords(
    facts.conversation
      .filter(({ from }) => from === 'requester')
      .map(({ text }) => text)
      .join('\n'),
  );
  const isBilling = facts.triage.category === 'billing';
  return always.test(words) || (isBilling && whenBilling.test(words));
}

/** A page that says how such requests are decided. */
export function isPolicyPassage(passage: Pick<Passage, 'article' | 'title' | 'heading'>): boolean {
  return /polic|terms|refunds? and credits?|who decides|how to ask|richtlinie|bedingungen|condiciones|política|conditions/i.test(
    `${passage.article} ${passage.title} ${passage.heading}`,
  );
}

const always =
  /\b(refund (me|us|our|that|this|the)|(that|this|it) refunded|money back|compensat\w+|goodwill|make an exception|waive|geld zuruck|entschadig\w+|reembols\w+|rembours\w+)\b|\b(want|get|give|need|demand|expect)\b.{0,30}\b(refund|credit|discount|rabatt|gutschrift|descuento|remise)\b/;
const whenBilling =
  /\b(refund\w*|credit\b.{0,30}\b(get|for|under)|what credit|discount|better price|cheaper|extension|exception|contract|sla credit|terminate|rabatt|gutschrift|erstatt\w+|vertrag|descuento|contrato|remise|contrat)\b/;
