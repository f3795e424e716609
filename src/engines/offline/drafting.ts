import type { DraftAnswer, DraftFacts } from '../../domain/draft.ts';
import { notSentYet, saysItWasTried } from './already-tried.ts';
import { type Claim, claimsFrom, itemsOf, leadClaim } from './claims.ts';
import { isCommercial, isPolicyPassage } from './commercial.ts';
import { frameFor } from './frames/frame.ts';
import { missingFacts } from './missing-facts.ts';
import { findSupport, type Support } from './support.ts';
import { toneFor } from './tone.ts';
import { topicOf } from './topic.ts';

/** Below these the sources share words with the question, not its subject. */
const weakScore = 0.2;
const weakCoverage = 0.34;
/** An earlier answer is preferred to a page only when that ticket was nearly this one. */
const nearlyTheSame = 0.55;
const mostFollowUps = 2;

/** Drafts a reply out of sentences that stand in the given sources, or says that there is none. */
export function draftReply(facts: DraftFacts): DraftAnswer {
  const support = findSupport(facts);
  if (isCommercial(facts)) return draftAboutPolicy(facts, support);
  if (support.score < weakScore || support.coverage < weakCoverage) {
    return unknown(facts, weakReason(support));
  }
  const chosen = chooseSteps(support);
  if (saysItWasTried(facts)) return triedBefore(facts, support);
  const steps = notSentYet(chosen.steps, facts);
  if (steps.length === 0 && chosen.steps.length > 0) return triedBefore(facts, support);
  if (steps.length === 0)
    return unknown(facts, 'The pages found speak about this, but hold no sentence that answers it.');
  return answer(facts, { support, steps, lead: chosen.lead });
}

/** How such requests are decided may be quoted; the decision itself is a person's. */
function draftAboutPolicy(facts: DraftFacts, support: Support): DraftAnswer {
  const passages = facts.passages.filter((passage) => isPolicyPassage(passage));
  const chosen = { ...support, passages };
  const steps = passages
    .toSorted((left, right) => right.score - left.score)
    .slice(0, 2)
    .flatMap((passage) => claimsFrom(passage, support.asked));
  const best = passages[0];
  if (
    best === undefined ||
    steps.length === 0 ||
    Math.max(...passages.map(({ score }) => score)) < weakScore / 2
  ) {
    return unknown(facts, 'A request about money or the contract: it needs a human decision.');
  }
  const drafted = answer(facts, { support: chosen, steps: steps.slice(0, 5), lead: best });
  if (drafted.outcome === 'unknown') return drafted;
  const { understandingOfDecision } = frameFor(facts.triage.language);
  return {
    ...drafted,
    understanding: understandingOfDecision,
    followUps: [],
    confidence: Math.min(0.5, drafted.confidence),
  };
}

type Passage = DraftFacts['passages'][number];
type Chosen = {
  readonly support: Support;
  readonly steps: readonly Claim[];
  readonly lead: Passage | undefined;
};

/** The best passage that holds usable sentences; an earlier answer when it fits better. */
function chooseSteps({ passages, resolution, asked }: Support): {
  steps: readonly Claim[];
  lead: Passage | undefined;
} {
  if (
    resolution !== undefined &&
    resolution.score >= nearlyTheSame &&
    resolution.score > (passages[0]?.score ?? 0)
  ) {
    const steps = claimsFrom({ id: resolution.ticket, text: resolution.answer }, asked);
    if (steps.length > 0) return { steps, lead: undefined };
  }
  const useful = passages.filter((passage) => !isAskList(passage));
  for (const passage of useful) {
    const own = claimsFrom(passage, asked);
    if (own.length > 0) return { steps: own, lead: passage };
  }
  const fallback =
    resolution === undefined ? [] : claimsFrom({ id: resolution.ticket, text: resolution.answer }, asked);
  return { steps: fallback, lead: undefined };
}

function answer(facts: DraftFacts, { support, steps, lead }: Chosen): DraftAnswer {
  const frame = frameFor(facts.triage.language);
  const tone = toneFor(facts);
  const topic = topicOf(facts);
  return {
    outcome: 'answer',
    tone,
    greeting: frame.greeting(firstNameOf(facts.requester.name)),
    understanding: topic === undefined ? frame.understandingOfDecision : frame.understanding[tone](topic),
    steps: [...steps],
    askFor: [...askFor(facts, support)],
    followUps: lead === undefined ? [] : followUps(facts, { support, lead, steps }),
    links: linksOf(lead),
    closing: frame.closing[tone],
    confidence: confidenceOf(support, steps),
  };
}

/** The page's own list of what to send, else what is missing to see the problem ourselves. */
function askFor(facts: DraftFacts, support: Support): readonly string[] {
  const missing = missingFacts(facts);
  if (missing.length === 0) return [];
  const list = support.passages.find((passage) => isAskList(passage));
  const items = list === undefined ? [] : itemsOf(list);
  const { ask } = frameFor(facts.triage.language);
  return items.length > 0 ? items.slice(0, 4) : missing.map((fact) => ask[fact]);
}

/** The same steps again would only cost patience: a person looks, with what the page says they need. */
function triedBefore(facts: DraftFacts, support: Support): DraftAnswer {
  const list = support.passages.flatMap((passage) => (isAskList(passage) ? itemsOf(passage) : []));
  const plain = unknown(facts, 'They have tried the steps we know; a person must look at it.');
  return list.length === 0 ? plain : { ...plain, askFor: list.slice(0, 4) };
}

function isAskList(passage: Passage): boolean {
  return /\b(?:send us|tell us|contact us|before you write|what we need)\b/i.test(passage.heading);
}

function followUps(facts: DraftFacts, { support, lead, steps }: Required<Chosen> & { lead: Passage }) {
  const frame = frameFor(facts.triage.language);
  const quoted = new Set(steps.map(({ source }) => source.id));
  return support.passages
    .filter((passage) => !quoted.has(passage.id) && passage.heading !== lead.title && !isAskList(passage))
    .flatMap((passage) => {
      const claim = leadClaim(passage);
      return claim === undefined || passage.heading === ''
        ? []
        : [{ question: frame.followUp(passage.heading), answer: claim }];
    })
    .slice(0, mostFollowUps);
}

function linksOf(lead: Passage | undefined) {
  return lead?.url === undefined ? [] : [{ title: lead.title, url: lead.url }];
}

function unknown(facts: DraftFacts, reason: string): DraftAnswer {
  const { ask } = frameFor(facts.triage.language);
  const missing = missingFacts(facts);
  const helpful = missing.length > 0 || isCommercial(facts) ? missing : (['steps', 'exact_error'] as const);
  return { outcome: 'unknown', reason, askFor: helpful.map((fact) => ask[fact]), confidence: 0.2 };
}

function weakReason(support: Support): string {
  if (support.passages.length === 0 && support.resolution === undefined)
    return 'No page and no earlier answer is about this.';
  const title = support.passages[0]?.title ?? support.resolution?.ticket ?? '';
  return `The nearest source (“${title}”) speaks about too little of what was asked.`;
}

/** Rules never reach full confidence: the best they know is that the words fit. */
function confidenceOf({ score, coverage, passages }: Support, steps: readonly Claim[]): number {
  const ahead = (passages[0]?.score ?? 0) - (passages[4]?.score ?? 0);
  const numbered = steps.length > 1 ? 0.08 : 0;
  const raw = 0.2 + 0.4 * Math.min(1, score * 1.3) + 0.3 * coverage + 0.1 * Math.min(1, ahead * 2) + numbered;
  return Math.round(Math.min(0.88, raw) * 100) / 100;
}

function firstNameOf(name: string): string {
  const first = name.trim().split(/\s+/)[0] ?? '';
  return /^[\p{L}'’-]{1,30}$/u.test(first) ? first : '';
}
