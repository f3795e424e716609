import type { DraftFacts } from '../../domain/draft.ts';
import type { Claim } from './claims.ts';
import { plainWords } from './evidence.ts';

/** Whether the requester says that what was proposed did not help. */
export function saysItWasTried(facts: DraftFacts): boolean {
  const last = facts.conversation.filter(({ from }) => from === 'requester').at(-1);
  return last !== undefined && triedWords.some((pattern) => pattern.test(plainWords(last.text)));
}

/** The steps the desk has not sent in this conversation yet. */
export function notSentYet(steps: readonly Claim[], facts: DraftFacts): readonly Claim[] {
  const sent = facts.conversation
    .filter(({ from }) => from === 'desk')
    .map(({ text }) => oneLine(text))
    .join('\n');
  return steps.filter(({ text }) => !sent.includes(oneLine(text)));
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

const triedWords: readonly RegExp[] = [
  /\b(did|done|tried|checked) (all|any|each|every\w*)? ?(of )?(that|this|it|these|those|them|steps|everything)\b/,
  /\b(that|this|it) (did ?n[o']t|does ?n[o']t|has ?n[o']t) (help|work|helped|worked|fix|change)\b|\bstill (the same|broken|not working|does ?n[o']t)\b/,
  /\b(schon (alles )?(probiert|versucht|gemacht)|hat nicht geholfen|geht immer noch nicht|ya (lo )?(probe|intente|hice)|deja essaye|toujours pas)\b/,
];
