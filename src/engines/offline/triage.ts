import { detectLanguage } from '../../domain/language/detect-language.ts';
import { termSet } from '../../domain/language/terms-of.ts';
import { unreadReason } from '../../domain/language/unread-language.ts';
import type { Question, TriageAnswer, TriageFacts } from '../../domain/triage.ts';
import { type CategoryFinding, findCategory, likeness } from './category.ts';
import { readEvidence } from './evidence.ts';
import { type Impact, isQuestion, readImpact } from './impact.ts';
import { leavingReasons, readLeaving } from './leaving.ts';
import { findProductArea } from './product-area.ts';
import { queueFor, stakeholdersFor, tierFor } from './routing.ts';
import { findSentiment } from './sentiment.ts';
import { findSeverity } from './severity.ts';

/** Duplicates shown on a card: a person reads them all. */
const shownDuplicates = 3;
const worthShowing = 0.4;
const tooUnsure = 0.45;
/** What is left when nothing was understood. */
const unreadConfidence = 0.1;

/** Sorts a ticket by rules everybody can read. The same facts always give the same answer. */
export function triageTicket(facts: TriageFacts): TriageAnswer {
  const evidence = readEvidence(facts.texts);
  const impact = readImpact(evidence);
  const productArea = findProductArea(evidence);
  const found = findCategory(evidence, facts.precedents);
  const { category } = found;
  const language = detectLanguage(evidence.original);
  const unread = unreadReason(language);
  const leaving = leavingReasons(readLeaving(evidence));
  const { severity, reasons } = findSeverity({
    impact,
    category,
    unread,
    isQuestion: isQuestion(evidence),
    productArea,
    account: facts.account,
    duplicates: facts.duplicates,
    precedents: facts.precedents,
  });
  const confidence = unread === undefined ? confidenceOf(found, evidence.original) : unreadConfidence;
  // A question in English, to somebody who wrote Japanese, says that nobody read their words.
  const question = unread === undefined ? questionFor({ confidence, impact }) : undefined;
  const queue = queueFor(facts.queues, { category, severity });
  return {
    category,
    severity,
    severityReasons: [...reasons, ...leaving],
    queue,
    tier: tierFor({ category, severity }, impact.scope === 'all' || impact.scope === 'many'),
    ...findSentiment(evidence, facts.requester.earlierTickets),
    productArea,
    language,
    duplicates: facts.duplicates.filter(({ score }) => score >= worthShowing).slice(0, shownDuplicates),
    stakeholders: [
      ...stakeholdersFor(facts, {
        category,
        severity,
        mayLeave: leaving.length > 0,
        isSecurity: impact.kind === 'security' || impact.kind === 'exposure',
      }),
    ],
    confidence,
    reasons: { category: unread ?? found.reason, queue: queueReason(found, { queue, severity }) },
    ...(question === undefined ? {} : { question }),
  };
}

/** Clear words, enough of them, and earlier tickets that agree make it surer; rules alone are never sure of all. */
function confidenceOf(found: CategoryFinding, text: string): number {
  const length = Math.min(1, termSet(text).size / 6);
  const agreed = found.precedent === undefined ? 0 : 0.2 * found.precedent.score;
  return round(Math.min(0.9, 0.2 + 0.5 * found.margin * (0.4 + 0.6 * found.weight) + 0.15 * length + agreed));
}

function questionFor({ confidence, impact }: { confidence: number; impact: Impact }): Question | undefined {
  if (confidence >= tooUnsure) return undefined;
  const isTrouble = impact.kind === 'outage' || impact.kind === 'failure';
  return isTrouble && impact.scope === 'unknown' ? 'who_is_affected' : 'what_happened';
}

function queueReason(found: CategoryFinding, to: { queue: string; severity: string }): string {
  const precedent = found.precedent;
  if (precedent !== undefined && precedent.queue === to.queue) return `routed ${likeness(precedent)}`;
  return `${found.category.replace('_', ' ')} tickets of ${to.severity} go to ${to.queue}`;
}

function round(share: number): number {
  return Math.round(share * 100) / 100;
}
