import { detectLanguage } from '../../domain/language/detect-language.ts';
import { termSet } from '../../domain/language/terms-of.ts';
import { unreadReason } from '../../domain/language/unread-language.ts';
import { queueFor } from '../../domain/queue-for.ts';
import { withoutInstructions } from '../../domain/safety/without-instructions.ts';
import type { Question, TriageAnswer, TriageFacts } from '../../domain/triage.ts';
import { type CategoryFinding, findCategory, likeLearned, likeness } from './category.ts';
import { readEvidence } from './evidence.ts';
import { type Impact, isQuestion, readImpact, troubleSentences } from './impact.ts';
import { leavingReasons, readLeaving } from './leaving.ts';
import { mainPart } from './main-part.ts';
import { findProductArea } from './product-area.ts';
import { stakeholdersFor, tierFor } from './routing.ts';
import { findSeverity } from './severity.ts';
import { vitalAreas } from './severity-floor.ts';
import { toldMood } from './told-mood.ts';

/** Duplicates shown on a card: a person reads them all. */
const shownDuplicates = 3;
const worthShowing = 0.4;
const tooUnsure = 0.45;
const longestShown = 80;
/** What is left when nothing was understood. */
const unreadConfidence = 0.1;

/** Sorts a ticket by rules everybody can read. The same facts always give the same answer. */
export function triageTicket(facts: TriageFacts): TriageAnswer {
  const whole = readEvidence(facts.texts);
  const evidence = mainPart(facts.texts);
  const impact = readImpact(evidence);
  const productArea = findProductArea(evidence);
  // What else is asked may be about another part of the product than what has failed.
  const troubled = findProductArea({ ...evidence, sentences: troubleSentences(evidence) });
  const found = findCategory(evidence, {
    precedents: facts.precedents,
    learned: facts.learned?.category,
  });
  const { category } = found;
  const language = detectLanguage(evidence.original);
  const unread = unreadReason(language);
  const leaving = leavingReasons(readLeaving(whole));
  const { severity, reasons } = findSeverity({
    impact,
    category,
    unread,
    isQuestion: isQuestion(evidence),
    productArea: vitalAreas.has(troubled) ? troubled : productArea,
    account: facts.account,
    duplicates: facts.duplicates,
    customers: facts.customers ?? 1,
    precedents: facts.precedents,
    learned: facts.learned?.severity,
  });
  const confidence = unread === undefined ? confidenceOf(found, evidence.original, facts) : unreadConfidence;
  // A question in English, to somebody who wrote Japanese, says that nobody read their words.
  const question = unread === undefined ? questionFor({ confidence, impact }) : undefined;
  const queue = queueFor(facts.queues, { category, severity });
  return {
    category,
    severity,
    severityReasons: [...reasons, ...leaving, ...leftOut(facts)],
    queue,
    tier: tierFor({ category, severity }, impact.scope === 'all' || impact.scope === 'many'),
    ...toldMood(
      { whole, main: evidence },
      {
        language,
        impact,
        earlierTickets: facts.requester.earlierTickets,
        learned: facts.learned?.sentiment,
      },
    ),
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
    reasons: {
      category: [unread ?? found.reason, ...unheardOf(facts)].join('; '),
      queue: queueReason(found, { queue, severity }),
    },
    ...(question === undefined ? {} : { question }),
  };
}

/** People see what was not taken for a description of the problem, in case it is one. */
function leftOut({ texts }: TriageFacts): readonly string[] {
  const { quarantined } = withoutInstructions(texts);
  const first = quarantined[0]?.replaceAll(/\s+/g, ' ');
  if (first === undefined) return [];
  const shown = first.length > longestShown ? `${first.slice(0, longestShown - 1)}…` : first;
  return [`left out, because it gives orders to a machine: “${shown}”`];
}

/** Clear words, enough of them, and earlier tickets that agree make it surer; rules alone are never sure of all. */
function confidenceOf(found: CategoryFinding, text: string, { learned }: TriageFacts): number {
  const length = Math.min(1, termSet(text).size / 6);
  const agreed = found.precedent === undefined ? 0 : 0.2 * found.precedent.score;
  const own = Math.min(0.9, 0.2 + 0.5 * found.margin * (0.4 + 0.6 * found.weight) + 0.15 * length + agreed);
  if (learned?.abstains === true) return round(own * unheardOfShare);
  const opinion = learned?.category;
  if (opinion === undefined) return round(own);
  // Two that came to the same by different ways are surer than either; two that differ are as sure as the one that won.
  if (found.learned !== undefined)
    return round(Math.min(0.97, 1 - (1 - own) * (1 - heard * opinion.confidence)));
  return round(own * (1 - heard * opinion.confidence));
}

/** How much of the learned opinion counts beside the rules: they read the same words. */
const heard = 0.5;
/** What is left of the rules' confidence for a ticket unlike all that was sorted before. */
const unheardOfShare = 0.8;

function unheardOf({ learned }: TriageFacts): readonly string[] {
  return learned?.abstains === true ? ['nothing like it was sorted before'] : [];
}

function questionFor({ confidence, impact }: { confidence: number; impact: Impact }): Question | undefined {
  if (confidence >= tooUnsure) return undefined;
  const isTrouble = impact.kind === 'outage' || impact.kind === 'failure';
  return isTrouble && impact.scope === 'unknown' ? 'who_is_affected' : 'what_happened';
}

function queueReason(found: CategoryFinding, to: { queue: string; severity: string }): string {
  const { precedent, learned } = found;
  if (learned !== undefined && (found.decidedByLikes || learned.like?.correctedBy !== undefined))
    return `routed ${likeLearned(learned)}`;
  if (precedent !== undefined && precedent.queue === to.queue) return `routed ${likeness(precedent)}`;
  return `${found.category.replace('_', ' ')} tickets of ${to.severity} go to ${to.queue}`;
}

function round(share: number): number {
  return Math.round(share * 100) / 100;
}
