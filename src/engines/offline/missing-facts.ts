import type { DraftFacts } from '../../domain/draft.ts';
import { askedTerms } from './asked-terms.ts';
import { readEvidence } from './evidence.ts';
import type { MissingFact } from './frames/frame.ts';
import { readImpact } from './impact.ts';

/** What is needed to see the problem ourselves and is not in the conversation yet; nothing for questions and wishes. */
export function missingFacts(facts: DraftFacts): readonly MissingFact[] {
  const { category } = facts.triage;
  if (category !== 'bug' && category !== 'technical') return [];
  const texts = told(facts);
  const { kind } = readImpact(readEvidence(texts));
  if (category === 'technical' && (kind === 'question' || kind === 'cosmetic')) return [];
  const text = texts.join('\n');
  const wanted: readonly (keyof typeof present)[] =
    category === 'bug'
      ? ['steps', 'exact_error', 'browser', 'ids', 'time']
      : ['exact_error', 'ids', 'time', 'scope'];
  return wanted.filter((fact) => !present[fact].test(text)).slice(0, 3);
}

/** A bug report that neither says how to repeat it nor where; unless it is so grave that waiting costs more. */
export function isTooThin(facts: DraftFacts): boolean {
  const { category, severity } = facts.triage;
  if (category !== 'bug' || severity === 'P1' || severity === 'P2') return false;
  const missing = missingFacts(facts);
  return missing.includes('steps') && (missing.includes('browser') || missing.includes('exact_error'));
}

/** What would help when nothing can be answered. A clear question needs no question in return, nor does a wish. */
export function helpfulFacts(facts: DraftFacts): readonly MissingFact[] {
  const { category } = facts.triage;
  if (category === 'feature_request') return [];
  const missing = missingFacts(facts);
  if (missing.length > 0 || category === 'billing') return missing;
  const { kind } = readImpact(readEvidence(told(facts)));
  if (kind !== 'question') return ['steps', 'exact_error'];
  return askedTerms(facts).size < clearQuestion ? ['goal'] : [];
}

/** So many terms say what somebody wants to know. */
const clearQuestion = 3;

function told({ conversation }: DraftFacts): readonly string[] {
  return conversation.filter(({ from }) => from === 'requester').map(({ text }) => text);
}

const present: Readonly<Record<Exclude<MissingFact, 'goal' | 'differed'>, RegExp>> = {
  steps:
    /\b(?:steps|when i|if i|after i|i (?:click|press|open|chose|went)|(?:when|after|while|by) (?:pressing|opening|clicking|rotating|saving)|rotate|reproduc|(?:get|post|put|patch|delete) \/|wenn ich|cuando|quand je)\b|^\s*1[.)]/im,
  ids: /\b[a-z]{2,5}_[a-z0-9]{4,}\b|#\d{3,}|\b\d{5,}\b/i,
  time: /\b\d{1,2}[:.]\d{2}\b|\b\d{1,2} ?(?:am|pm|uhr|h)\b|\b(?:since|yesterday|today|this morning|last night|seit|gestern|heute|desde|ayer|depuis|hier)\b/i,
  browser:
    /\b(?:chrome|firefox|safari|edge|opera|browser|ios|android|app version|sdk|navegador|navigateur)\b/i,
  exact_error:
    /\b(?:nothing happens|does nothing|blank|black|white|frozen|freezes|crash\w*|hangs|spins|twice|leer|nichts passiert)\b|["“„«'`]|\b[45]\d\d\b|\b[A-Z]{2,}-\d+\b|\b[a-z]+_[a-z_]+\b|\berror:|screenshot|ERR_/,
  scope:
    /\b(?:all|every|everyone|everybody|nobody|some|only|one|many|alle|niemand|einige|nur|todos|nadie|tous|personne|\d+ (?:users|customers|people))\b/i,
};
