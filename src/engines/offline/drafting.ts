import type { DraftAnswer, DraftFacts } from '../../domain/draft.ts';
import { unreadReason } from '../../domain/language/unread-language.ts';
import { toldText } from '../../domain/safety/without-instructions.ts';
import { notSentYet, saysItWasTried, saysItWorks } from './already-tried.ts';
import { chooseSteps } from './choose-steps.ts';
import type { Claim } from './claims.ts';
import { readEvidence } from './evidence.ts';
import { frameFor } from './frames/frame.ts';
import { helpfulFacts, isTooThin } from './missing-facts.ts';
import type { ScoredPassage } from './nearest-article.ts';
import { createPageReader, type PageReader } from './page-reader.ts';
import { asksForOwnMoney, isCommercial, policyClaims } from './policy.ts';
import { type Question, questionOf } from './question.ts';
import { askFor, firstNameOf, followUps, holdsSecret, listedNeeds, understanding } from './reply-parts.ts';
import { farAhead, findSupport, type Support } from './support.ts';
import { toneFor } from './tone.ts';
import { isWish, wishSupport } from './wish.ts';

/** Drafts a reply out of sentences that stand in the given sources, or says that there is none. */
export function draftReply(given: DraftFacts, pages: PageReader = createPageReader()): DraftAnswer {
  const facts = {
    ...given,
    conversation: given.conversation.map(withToldText),
    passages: given.passages.map(asTold),
  };
  const { avoid = [] } = facts;
  const unread = unreadReason(facts.triage.language);
  if (unread !== undefined) {
    const reason = `${unread.charAt(0).toUpperCase()}${unread.slice(1)}.`;
    return { outcome: 'unknown', reason, askFor: [], confidence: 0.1 };
  }
  if (avoid.length === 0) return withWarning(draftFrom(facts, pages), facts);
  const isLeft = (id: string) => !avoid.includes(id);
  const passages = facts.passages.filter(({ id }) => isLeft(id));
  const resolutions = facts.resolutions.filter(({ ticket }) => isLeft(ticket));
  const drafted = draftFrom({ ...facts, passages, resolutions }, pages);
  if (drafted.outcome === 'answer') return drafted;
  return withWarning({ ...drafted, reason: nothingElse }, facts);
}

/** A secret that was written down is told about, whether there is an answer or not. */
function withWarning(drafted: DraftAnswer, facts: DraftFacts): DraftAnswer {
  if (drafted.outcome === 'answer' || !holdsSecret(facts)) return drafted;
  return { ...drafted, askFor: [frameFor(facts.triage.language).secretSeen, ...drafted.askFor] };
}

/** Orders to a machine are not what is asked; what the desk itself said is. */
function withToldText(turn: DraftFacts['conversation'][number]): DraftFacts['conversation'][number] {
  return turn.from === 'requester' ? { ...turn, text: toldText(turn.text) } : turn;
}

/** An order somebody hid in a page is not repeated, and makes the page no nearer. */
function asTold(passage: ScoredPassage): ScoredPassage {
  const text = toldText(passage.text);
  return text === passage.text ? passage : { ...passage, text };
}

const nothingElse = 'There is no other page or earlier ticket that answers this.';
function draftFrom(facts: DraftFacts, pages: PageReader): DraftAnswer {
  const question = questionOf(facts, pages);
  const isWished = facts.triage.category === 'feature_request';
  if (isWished ? asksForOwnMoney(facts) : isCommercial(facts)) return draftAboutPolicy(facts, question);
  if (isWished) return draftAboutWish(facts, question);
  const support = findSupport(facts, question);
  if (saysItWorks(facts)) {
    return {
      outcome: 'unknown',
      reason: 'They say that it works: nothing is left to answer.',
      askFor: [],
      confidence: 0.2,
    };
  }
  if (saysItWasTried(facts)) return triedBefore(facts, support, question);
  if (support.best === undefined) return unknown(facts, weakReason(support));
  const { steps, lead } = chooseSteps(support, question, facts.triage.severity);
  if (steps.length === 0)
    return unknown(facts, 'The pages found speak about this, but hold no sentence that answers it.');
  if (isTooThin(facts) && !isExact(support)) {
    return { ...unknown(facts, tooThin(support)), confidence: 0.3 };
  }
  const fresh = notSentYet(steps, facts);
  if (fresh.length === 0) return triedBefore(facts, support, question);
  return answer(facts, question, {
    steps: fresh,
    lead,
    passages: lead === undefined ? [] : support.passages,
    confidence: confidenceOf(support.best),
  });
}

type Chosen = {
  readonly steps: readonly Claim[];
  /** The passage the steps begin with; absent when they are from an earlier answer. */
  readonly lead: ScoredPassage | undefined;
  readonly passages: readonly ScoredPassage[];
  readonly confidence: number;
};

/** How often it is right to say who decides and how wishes are taken in. A wish may also be read into a question. */
const surely = { decided: 0.78, wished: 0.8, perhapsWished: 0.5 };

/** How such requests are decided may be quoted; the decision itself is a person's. */
function draftAboutPolicy(facts: DraftFacts, question: Question): DraftAnswer {
  const { claims, page } = policyClaims(facts, question);
  if (page === undefined || claims.length === 0) {
    return unknown(facts, 'A request about money or the contract: it needs a human decision.');
  }
  const drafted = answer(facts, question, {
    steps: claims,
    lead: page,
    passages: [],
    confidence: surely.decided,
  });
  const { understandingOfDecision } = frameFor(facts.triage.language);
  return { ...drafted, understanding: understandingOfDecision, askFor: [] };
}

/** How wishes are taken in, or what was answered to the same wish before; nothing about what exists today. */
function draftAboutWish(facts: DraftFacts, question: Question): DraftAnswer {
  const { claims, lead, passages } = wishSupport(facts, question);
  const steps = notSentYet(claims, facts);
  if (steps.length === 0) {
    return unknown(facts, 'A wish for the product, and no page or earlier answer says what becomes of it.');
  }
  const isSaid = isWish(readEvidence([question.text]));
  return answer(facts, question, {
    steps,
    lead,
    passages,
    confidence: isSaid ? surely.wished : surely.perhapsWished,
  });
}

function answer(
  facts: DraftFacts,
  question: Question,
  chosen: Chosen,
): Extract<DraftAnswer, { outcome: 'answer' }> {
  const { steps, lead, passages, confidence } = chosen;
  const frame = frameFor(facts.triage.language);
  const tone = toneFor(facts);
  const quoted = new Set(steps.map(({ source }) => source.id));
  return {
    outcome: 'answer',
    tone,
    greeting: frame.greeting(firstNameOf(facts.requester.name)),
    understanding: understanding(facts, { tone, steps, lead }),
    steps: [...steps],
    askFor: [...askFor(facts, passages, question)],
    followUps: lead === undefined ? [] : followUps(facts, { passages, quoted, question, tone }),
    links: lead?.url === undefined ? [] : [{ title: lead.title, url: lead.url }],
    closing: frame.closing[tone],
    confidence,
  };
}

/** The same steps again would only cost patience: a person looks, with what the page says they need. */
function triedBefore(facts: DraftFacts, { passages }: Support, question: Question): DraftAnswer {
  const plain = unknown(facts, 'They have tried the steps we know; a person must look at it.');
  const needs = listedNeeds(passages, question);
  const { ask } = frameFor(facts.triage.language);
  return { ...plain, askFor: needs.length === 0 ? [ask.differed] : [...needs] };
}

function unknown(facts: DraftFacts, reason: string): DraftAnswer {
  const { ask } = frameFor(facts.triage.language);
  return {
    outcome: 'unknown',
    reason,
    askFor: helpfulFacts(facts).map((fact) => ask[fact]),
    confidence: 0.2,
  };
}

/** The source is about exactly this, so nothing need be known first. */
function isExact({ best, passages }: Support): boolean {
  if (
    best?.source === 'article' &&
    best.lead >= farAhead &&
    /\bknown (?:issue|problem)/i.test(passages[0]?.text ?? '')
  )
    return true;
  return best !== undefined && (best.namesCode || best.coverage >= (best.isOnSubject ? 0.6 : 0.7));
}

function tooThin({ best, passages }: Support): string {
  const near =
    best?.source === 'resolution' ? best.resolution.ticket : `“${(passages[0]?.title ?? '').trim()}”`;
  return `A bug nobody could repeat from these words. ${near} may fit; ask first.`;
}

function weakReason({ best, passages }: Support): string {
  if (best?.source === 'resolution')
    return `The nearest earlier ticket (${best.resolution.ticket}) was about something else.`;
  const nearest = passages[0];
  if (nearest === undefined) return 'No page and no earlier answer is about this.';
  return `The nearest page (“${nearest.title}”) does not answer this.`;
}

/** Rules never reach full confidence: the best they know is that the words fit. */
function confidenceOf({ likely }: Pick<NonNullable<Support['best']>, 'likely'>): number {
  return Math.round(Math.min(0.95, likely) * 100) / 100;
}
