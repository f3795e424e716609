import type { DraftFacts } from '../../domain/draft.ts';
import type { Claim } from './claims.ts';
import { plainWords } from './evidence.ts';

/** Whether the requester says that what was proposed did not help. */
export function saysItWasTried(facts: DraftFacts): boolean {
  const last = facts.conversation.filter(({ from }) => from === 'requester').at(-1);
  return last !== undefined && triedWords.some((pattern) => pattern.test(plainWords(last.text)));
}

/** Whether the requester's last word is that it works now. */
export function saysItWorks(facts: DraftFacts): boolean {
  const last = facts.conversation.filter(({ from }) => from === 'requester').at(-1);
  const words = last === undefined ? '' : plainWords(last.text);
  return worksWords.some((pattern) => pattern.test(words)) && !stillTrouble.test(words);
}

const worksWords: readonly RegExp[] = [
  /\b(that|this|it) (worked|helped|did it|did the trick|fixed it|solved it|works now|is (fixed|solved|working) now)\b/,
  /\b(works|working|fixed|solved) (now|again|for us|for me)\b.{0,40}\b(thanks|thank you|thx|cheers)\b|\b(thanks|thank you|thx)\b.{0,40}\b(works|worked|working|fixed|solved)\b/,
  /\b(hat geklappt|funktioniert (jetzt|wieder)|hat geholfen|ya funciona|ha funcionado|ca marche|cela fonctionne maintenant|c'est regle)\b/,
];
const stillTrouble =
  /\b(but|still|not|n't|except|only|until|again (broken|down)|aber|nicht|immer noch|pero|todavia|no|mais|pas|toujours)\b/;

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
