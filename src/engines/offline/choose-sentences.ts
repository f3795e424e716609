import type { Sentence } from '../../domain/language/sentences-of.ts';
import { isCode } from '../../domain/language/words-of.ts';
import type { Question } from './question.ts';

/** A reply of more steps is not followed. */
export const mostSteps = 7;
/** A list of causes or hints is read to here. */
const mostBullets = 6;
/** So many sentences belong together; of more the nearest are chosen. */
const mostProse = 5;

/**
 * What of a source answers a question: the row or the item that names its code, else the steps or the list where the
 * source has any, else the sentences nearest to the question with those that follow from them.
 */
export function chooseSentences(sentences: readonly Sentence[], question: Question): readonly Sentence[] {
  const named = namingCode(sentences, question);
  if (named.length > 0) return named;
  const rows = sentences
    .filter((sentence) => sentence.kind === 'row' && isRowOf(sentence, question))
    .slice(0, 2);
  const prose = sentences.filter(({ kind }) => kind === 'sentence');
  const steps = sentences.filter(({ kind }) => kind === 'step');
  const bullets = sentences.filter(({ kind }) => kind === 'bullet');
  if (steps.length > 0 && !saysMore(prose, steps, question))
    return fitting(steps, question).slice(0, mostSteps);
  if (prose.length + bullets.length <= mostProse && bullets.length > 1) {
    return sentences.filter(({ kind }) => kind !== 'row');
  }
  if (bullets.length > 1 && !saysMore(prose, bullets, question)) return bullets.slice(0, mostBullets);
  const chosen = new Set([...rows, ...nearest(prose, question)]);
  return sentences.filter((sentence) => chosen.has(sentence));
}

/** How much of what was asked a text speaks about; a code in common tells more than words in common. */
export function sharedWeight(texts: readonly string[], question: Question): number {
  return [...new Set(texts.flatMap((text) => [...question.terms(text)]))]
    .filter((term) => question.asked.has(term))
    .reduce((sum, term) => sum + (isCode(term) ? 3 : 1), 0);
}

/** Terms that name one thing exactly; a version in an address, “/v3/orders”, names none, nor do broken characters. */
export function codesAmong(asked: ReadonlySet<string>): readonly string[] {
  return [...asked].filter((term) => isCode(term) && /^[!-~]+$/.test(term) && !/^(?:\d|v\d+)$/.test(term));
}

/** Rows and items of a list about one code each: the one that was asked about is the answer. */
function namingCode(sentences: readonly Sentence[], question: Question): readonly Sentence[] {
  const codes = codesAmong(question.asked);
  const entries = sentences.filter(({ kind }) => kind === 'row' || kind === 'bullet');
  const naming = entries.filter(({ text }) => {
    const [first, ...others] = question.terms(headOf(text));
    // A number means its entry only where it stands first: “409 uniqueness”, not “at most 100”.
    return codes.some((code) => code === first || (/\p{L}|\./u.test(code) && others.includes(code)));
  });
  if (naming.length > 0)
    return naming.length === entries.length && entries.length > 2 ? [] : naming.slice(0, 2);
  const speaking = entries.filter(({ text }) => {
    const said = question.terms(text);
    return codes.some((code) => /^[a-z].*_/.test(code) && said.has(code));
  });
  return speaking.length === 1 ? speaking : [];
}

/** What an entry is about: the first cell of a row, the words before the colon of an item. */
function headOf(text: string): string {
  if (text.startsWith('|')) return text.split('|')[1] ?? '';
  return text.slice(0, 80).split(/[:：]\s|,\s/)[0] ?? text;
}

/** Whether a source has an entry for what was asked: for its code, or a row about it, “Bank transfer”. */
export function hasEntryFor(sentences: readonly Sentence[], question: Question): boolean {
  const isRow = (row: Sentence) =>
    row.kind === 'row' && question.terms(headOf(row.text)).size >= 2 && isRowOf(row, question);
  return namingCode(sentences, question).length > 0 || sentences.some(isRow);
}

function isRowOf({ text }: Sentence, question: Question): boolean {
  const head = [...question.terms(headOf(text))];
  return head.length > 0 && head.every((term) => question.asked.has(term));
}

/** Steps for other cases stay out where one is for the case at hand: “If the code is …”, “`awaiting_capture`: …”. */
function fitting(steps: readonly Sentence[], question: Question): readonly Sentence[] {
  const cases = steps.filter(({ text }) =>
    /^(?:if|when|wenn|falls|si|cuando|lorsque)\b|^`[^`]+`\s*:/i.test(text),
  );
  const codesOf = ({ text }: Sentence) => [...question.terms(text)].filter((term) => /_/.test(term));
  const atHand = cases.filter((step) => codesOf(step).some((code) => question.asked.has(code)));
  if (atHand.length === 0) return steps;
  return steps.filter((step) => !cases.includes(step) || atHand.includes(step));
}

/** The text beside a list says clearly more about what was asked than the list does. */
function saysMore(prose: readonly Sentence[], list: readonly Sentence[], question: Question): boolean {
  const weightOf = (sentences: readonly Sentence[]) =>
    sharedWeight(
      sentences.map(({ text }) => text),
      question,
    );
  return weightOf(prose) >= 2 && weightOf(prose) > 1.5 * weightOf(list);
}

/** The sentence nearest to the question and what belongs to it: others as near, and what follows. */
function nearest(prose: readonly Sentence[], question: Question): readonly Sentence[] {
  if (prose.length <= mostProse)
    return sharedWeight(
      prose.map(({ text }) => text),
      question,
    ) > 0
      ? prose
      : [];
  const weights = prose.map(({ text }) => (text.length > 20 ? sharedWeight([text], question) : 0));
  const most = Math.max(0, ...weights);
  if (most === 0) return [];
  const near = weights.flatMap((weight, at) => (weight >= 0.6 * most ? [at] : []));
  const first = near[0] ?? 0;
  const begin = first > 0 && leansBack.test(prose[first]?.text ?? '') ? first - 1 : first;
  const lastNear = near.filter((at) => at - begin < mostProse).at(-1) ?? first;
  const end = Math.min(prose.length, Math.max(lastNear + 1, Math.min(begin + mostProse, lastNear + 2)));
  return prose.slice(begin, end);
}

/** A sentence that means nothing without the one before. */
const leansBack =
  /^(?:this|that|these|those|it|they|but|then|until then|so|otherwise|instead|for that|after that)\b/i;
