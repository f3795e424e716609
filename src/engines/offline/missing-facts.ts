import type { DraftFacts } from '../../domain/draft.ts';
import { readEvidence } from './evidence.ts';
import type { MissingFact } from './frames/frame.ts';
import { readImpact } from './impact.ts';

/** What is needed to see the problem ourselves and is not in the conversation yet; nothing for questions and wishes. */
export function missingFacts(facts: DraftFacts): readonly MissingFact[] {
  const { category } = facts.triage;
  if (category !== 'bug' && category !== 'technical') return [];
  const told = facts.conversation.filter(({ from }) => from === 'requester').map((each) => each.text);
  const { kind } = readImpact(readEvidence(told));
  if (category === 'technical' && (kind === 'question' || kind === 'cosmetic')) return [];
  const text = told.join('\n');
  const wanted: readonly MissingFact[] =
    category === 'bug'
      ? ['steps', 'exact_error', 'browser', 'ids', 'time']
      : ['exact_error', 'ids', 'time', 'scope'];
  return wanted.filter((fact) => !present[fact].test(text)).slice(0, 3);
}

const present: Readonly<Record<MissingFact, RegExp>> = {
  steps:
    /\b(?:steps|when i|if i|after i|i (?:click|press|open|chose|went)|rotate|wenn ich|cuando|quand je)\b|^\s*1[.)]/im,
  ids: /\b[a-z]{2,5}_[a-z0-9]{4,}\b|#\d{3,}|\b\d{5,}\b/i,
  time: /\b\d{1,2}[:.]\d{2}\b|\b\d{1,2} ?(?:am|pm|uhr|h)\b|\b(?:since|yesterday|today|this morning|last night|seit|gestern|heute|desde|ayer|depuis|hier)\b/i,
  browser:
    /\b(?:chrome|firefox|safari|edge|opera|browser|ios|android|app version|sdk|navegador|navigateur)\b/i,
  exact_error: /["“„«'`]|\b[45]\d\d\b|\b[A-Z]{2,}-\d+\b|\b[a-z]+_[a-z_]+\b|\berror:|screenshot|ERR_/,
  scope:
    /\b(?:all|every|everyone|everybody|nobody|some|only|one|many|alle|niemand|einige|nur|todos|nadie|tous|personne|\d+ (?:users|customers|people))\b/i,
};
