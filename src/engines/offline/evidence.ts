import { withoutAccents } from '../../domain/language/stem-light.ts';
import { isInstruction, withoutInstructions } from '../../domain/safety/without-instructions.ts';

/** What a requester wrote, ready for rules: one entry a sentence, in lower case without accents. */
export type Evidence = {
  readonly sentences: readonly string[];
  /** As written, for capitals and punctuation. */
  readonly original: string;
};

/** Rules read a bounded beginning: nobody describes a problem on page ten. */
export const longestText = 8000;

/**
 * Sentences that describe something. Those that talk to the desk's own machinery (its severity, queue, instructions)
 * describe no problem, so they weigh nothing; a text of nothing else is taken as it is.
 */
export function readEvidence(texts: readonly string[]): Evidence {
  return evidenceOf(chatSentences(texts.join('\n')));
}

/** The same of sentences that orders to a machine were taken from before. */
export function evidenceOf(all: readonly string[]): Evidence {
  const about = all.map(withoutMachineTalk).filter((sentence) => sentence !== '');
  const kept = about.length > 0 ? about : all;
  return { original: kept.join('\n'), sentences: kept.map(plainWords) };
}

/** Lower case, plain letters, straight apostrophes: what every rule's pattern is written for. */
export function plainWords(text: string): string {
  return withoutAccents(text.toLowerCase().replaceAll('ß', 'ss').replaceAll('’', "'"));
}

/**
 * The sentences of a chat message, without orders to a machine unless there is nothing else. A line break ends a
 * sentence there, because nobody wraps lines by hand.
 */
export function chatSentences(text: string): readonly string[] {
  const { kept, quarantined } = withoutInstructions([text.slice(0, longestText)]);
  return kept.length > 0 ? kept : quarantined;
}

/**
 * What a sentence says before it begins to talk to the machine. Calls of people and addresses of pages go anyway;
 * brackets (names of files, tags) are looked at alone, so that they do not take their sentence with them.
 */
export function withoutMachineTalk(sentence: string): string {
  const called = sentence.replaceAll(
    /<[!@#][^>]{0,200}>|@(?:channel|here|everyone)\b|!?\[[^\]]{0,200}\]\([^)]{0,200}\)|https?:\/\/\S+/gi,
    ' ',
  );
  const open = called.replaceAll(/\[[^\]]{0,200}\]|\([^)]{0,200}\)|<[^>]{0,200}>/g, (part) =>
    machineTalkAt(part) === undefined ? part : ' ',
  );
  return open.slice(0, machineTalkAt(open) ?? open.length).trim();
}

/** Text that speaks to the desk as a machine instead of about a problem. */
export function isAddressedToMachine(sentence: string): boolean {
  return machineTalkAt(sentence) !== undefined || isInstruction(sentence);
}

/** Where the talk to the machine begins, if there is any. */
function machineTalkAt(sentence: string): number | undefined {
  // One unit for one unit, so that a place in the plain words is the same place in the sentence.
  const plain = keyboardLetters.test(sentence)
    ? sentence.toLowerCase()
    : sentence
        .split('')
        .map((unit) => (plainWords(unit) + unit).charAt(0))
        .join('');
  const places = machineTalk.map((pattern) => plain.search(pattern)).filter((place) => place >= 0);
  const shouted = sentence.search(/\b(?:SYSTEM|ADMIN|ASSISTANT)\b\s*:/);
  return [...places, ...(shouted < 0 ? [] : [shouted])].sort((left, right) => left - right)[0];
}

/** Where lower case is all there is to do. */
const keyboardLetters = /^[\t\n\r -~]*$/;

const machineTalk: readonly RegExp[] = [
  /\b(ignore|disregard|forget|override|bypass|ignoriere|vergiss|ignora|olvida|ignore[zr]|oublie[zr]?)\b.{0,60}\b(instruction|rule|prompt|above|previous|prior|guideline|anweisung|regel|instruccion|regla|consigne|instruction)/,
  /\b(you are|act as|pretend|behave as|du bist|eres|tu es|vous etes)\b.{0,40}\b(now|ai|bot|assistant|model|gpt|admin|developer mode|dan|jetzt|ahora|maintenant)\b/,
  /\b(system|developer) (prompt|message|override|mode|note|instruction)|^\s*\W*(system|assistant|developer|admin)\W*\s*:/,
  /\b(set|change|mark|treat|classify|categori[sz]e|route|assign|escalate|raise|upgrade|downgrade|setze|pon|mets)\b.{0,60}\b(severity|priority|category|queue|tier|p[1-4]|sev-?\d|status|ticket|prioritat|prioridad|priorite|gravedad|dringlichkeit)\b/,
  /\b(severity|category|queue|tier|sentiment|priority|confidence)["']?\s*[:=]\s*\S/,
  /\b(your|the|new|following|real|hidden|initial|deine|tus|vos|tes) (instructions?|prompt|system prompt|guidelines?|anweisungen|instrucciones|consignes)\b/,
  /\b(ai|bot|assistant|language model|chatbot|llm|triage[- ]controller|resolution[- ]drafter|persona)\b.{0,60}\b(must|should|shall|will|please|respond|reply|answer|output|include|say|write|post|send)\b/,
  /\b(respond|reply|answer|output|print|repeat|write|say|include|append|insert|start|begin|end)\b.{0,40}\b(only with|exactly|verbatim|in your (reply|answer|response)|the (reply|answer|response|draft|closing|greeting)|json|the word|the following|this link)\b/,
  /<\/?(system|instruction|user|assistant|ticket|data|admin)\b|\[\/?(inst|system|admin)\]|<\|/,
  /\b(approve|send|post|forward|publish)\b.{0,40}\b(this|the|your|all)? ?(draft|reply|answer|tickets?|credentials|tokens?|keys?|internal notes?)\b.{0,60}\b(without|automatically|immediately|now|to|in)\b/,
];
