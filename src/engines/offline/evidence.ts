import { sentencesOf } from '../../domain/language/sentences-of.ts';
import { withoutAccents } from '../../domain/language/stem-light.ts';

/** What a requester wrote, ready for rules: one entry a sentence, in lower case without accents. */
export type Evidence = {
  readonly sentences: readonly string[];
  /** As written, for capitals and punctuation. */
  readonly original: string;
};

/** Rules read a bounded beginning: nobody describes a problem on page ten. */
const longestText = 8000;

/**
 * Sentences that describe something. Those that talk to the desk's own machinery (its severity, queue, instructions)
 * describe no problem, so they weigh nothing; a text of nothing else is taken as it is.
 */
export function readEvidence(texts: readonly string[]): Evidence {
  const original = texts.join('\n').slice(0, longestText);
  const all = sentencesOf(original).map(({ text }) => text);
  const about = all.map(withoutMachineTalk).filter((sentence) => sentence !== '');
  const kept = about.length > 0 ? about : all;
  return { original: kept.join('\n'), sentences: kept.map(plainWords) };
}

/** Lower case, plain letters, straight apostrophes: what every rule's pattern is written for. */
export function plainWords(text: string): string {
  return withoutAccents(text.toLowerCase().replaceAll('ß', 'ss').replaceAll('’', "'"));
}

/** What is left of a sentence without the parts that talk to the machine: bracketed parts first, then clauses. */
export function withoutMachineTalk(sentence: string): string {
  const called = sentence.replaceAll(/<[!@#][^>]*>|@(?:channel|here|everyone)\b/gi, ' ').trim();
  if (!isAddressedToMachine(called)) return called;
  const open = called.replaceAll(/\[[^\]]*\]|\([^)]*\)|<[^>]*>/g, (part) =>
    isAddressedToMachine(part) ? ' ' : part,
  );
  if (!isAddressedToMachine(open)) return open.trim();
  return open
    .split(/(?<=[.,;:!?])\s+|\s+[-–—]+\s+|\s+(?=and |und |y |et )/)
    .filter((clause) => !isAddressedToMachine(clause))
    .join(' ')
    .trim();
}

/** Text that speaks to the desk as a machine instead of about a problem. */
export function isAddressedToMachine(sentence: string): boolean {
  const plain = plainWords(sentence);
  return machineTalk.some((pattern) => pattern.test(plain));
}

const machineTalk: readonly RegExp[] = [
  /\b(ignore|disregard|forget|override|bypass|ignoriere|vergiss|ignora|olvida|ignore[zr]|oublie[zr]?)\b.{0,60}\b(instruction|rule|prompt|above|previous|prior|guideline|anweisung|regel|instruccion|regla|consigne|instruction)/,
  /\b(you are|act as|pretend|behave as|du bist|eres|tu es|vous etes)\b.{0,40}\b(now|ai|bot|assistant|model|gpt|admin|developer mode|dan|jetzt|ahora|maintenant)\b/,
  /\b(system|developer) (prompt|message|override|mode|note|instruction)|^\s*\W*(system|assistant|developer|admin)\W*\s*:/,
  /\b(set|change|mark|treat|classify|categori[sz]e|route|assign|escalate|raise|upgrade|downgrade|setze|pon|mets)\b.{0,60}\b(severity|priority|category|queue|tier|p[1-4]|sev-?\d|status|ticket|prioritat|prioridad|priorite|gravedad|dringlichkeit)\b/,
  /\b(severity|category|queue|tier|sentiment|priority|confidence)\s*[:=]\s*\S/,
  /\b(your|the|new|following|real|hidden|initial|deine|tus|vos|tes) (instructions?|prompt|system prompt|guidelines?|anweisungen|instrucciones|consignes)\b/,
  /\b(ai|bot|assistant|language model|chatbot|llm|triage[- ]controller|resolution[- ]drafter|persona)\b.{0,60}\b(must|should|shall|will|please|respond|reply|answer|output|include|say|write|post|send)\b/,
  /\b(respond|reply|answer|output|print|repeat|write|say|include|append|insert|start|begin|end)\b.{0,40}\b(only with|exactly|verbatim|in your (reply|answer|response)|the (reply|answer|response|draft|closing|greeting)|json|the word|the following|this link)\b/,
  /<\/?(system|instruction|user|assistant|ticket|data|admin)\b|\[\/?(inst|system|admin)\]|<\|/,
  /\b(approve|send|post|forward|publish)\b.{0,40}\b(this|the|your|all)? ?(draft|reply|answer|tickets?|credentials|tokens?|keys?|internal notes?)\b.{0,60}\b(without|automatically|immediately|now|to|in)\b/,
];
