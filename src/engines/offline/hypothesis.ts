/**
 * What a sentence tells without what it only imagines: “what happens if checkout is down?” reports nothing. Who speaks
 * of their own in an “if … ?” may well be in it, so that is believed.
 */
export function withoutHypothesis(sentence: string): string {
  const told = sentence.replace(imagined, ' ');
  return supposed.test(told) && !isTheirs(told) ? '' : told;
}

/** The same for what nobody may overlook: it is imagined only where nobody's own is named. */
export function withoutStrangersHypothesis(sentence: string): string {
  return isTheirs(sentence) ? sentence : withoutHypothesis(sentence);
}

const imagined =
  /\b(?:what (?:happens|would happen|will happen)|was (?:passiert|geschieht)|que (?:pasa|pasaria|ocurre|sucede)|que se passe(?:-t-il|rait-il)?)\b.{0,50}\b(?:if|when|wenn|falls|si|s'il|cuando|quand|lorsque)\b.*$/;
const supposed =
  /^(?:\W*(?:and|und|y|et|hi|hello)\W+)?(?:if|in case|suppose|supposing|assuming|falls|wenn|angenommen|en caso|en cas|si|s'il)\b.*\?\s*$/;

function isTheirs(sentence: string): boolean {
  return /\b(?:our|my|we|i|us|unser\w*|mein\w*|wir|ich|nuestr\w+|mis?|notre|nos|mon|ma|mes|nous|je)\b/.test(
    sentence,
  );
}
