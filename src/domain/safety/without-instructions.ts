import { sentencesOf } from '../language/sentences-of.ts';
import { termSet } from '../language/terms-of.ts';
import { remembered } from '../remembered.ts';
import { instructionWords, orderVerbs } from './instruction-words.ts';
import { plainReading } from './read-as-people-do.ts';

/** What was told about a problem, and what talks to a machine instead. Sentences as written, in their order. */
export type Sorted = {
  readonly kept: readonly string[];
  /** Orders to a machine and what stands around them: worth showing to people as such. */
  readonly quarantined: readonly string[];
};

/** Rules read a bounded beginning of a sentence: nobody gives an order after two thousand letters of one. */
const longestSentence = 2000;
const mostRemembered = 10_000;
const none = -1;

/** Whether a sentence gives orders to a machine or sets it tasks, instead of telling about a problem. */
export function isInstruction(sentence: string): boolean {
  return orderAt(sentence) !== none;
}

/** A ticket is read for search, for sorting and for its draft; the pages it may cite are those of the one before. */
const mostTexts = 1_000;

/** A text without orders to a machine, else as it was written. Unchanged where there is nothing else. */
export const toldText: (text: string) => string = remembered(withoutOrders, mostTexts);

function withoutOrders(text: string): string {
  const { kept, quarantined } = withoutInstructions([text]);
  if (quarantined.length === 0 || kept.length === 0) return text;
  const told = quarantined.reduce((rest, order) => rest.replace(order, () => ''), text);
  return told
    .replaceAll(/(```|~~~)\w*\s*\1/g, '')
    .replaceAll(/\n\s*\n\s*\n/g, '\n\n')
    .trim();
}

/**
 * Parts what requesters tell from orders to a machine that stand among their words. An order takes the code block
 * after it along, and the sentences around it in its paragraph that tell of no trouble and have little to do with the
 * rest of the text. What tells of trouble stays: nobody is silenced because of an order beside their words.
 */
export function withoutInstructions(texts: readonly string[]): Sorted {
  const parts = partsOf(texts.join('\n')).flatMap(halvesOf);
  if (!parts.some(({ isOrder }) => isOrder)) return { kept: parts.map(({ text }) => text), quarantined: [] };
  const ordered = new Set(parts.filter(({ isOrder }) => isOrder).map(({ paragraph }) => paragraph));
  const rest = termSet(textOf(parts.filter(({ paragraph }) => !ordered.has(paragraph))));
  const goes = new Set(
    parts.filter((part) => part.isOrder || (ordered.has(part.paragraph) && isTaken(part, rest))),
  );
  return {
    kept: parts.filter((part) => !goes.has(part)).map(({ text }) => text),
    quarantined: parts.filter((part) => goes.has(part)).map(({ text }) => text),
  };
}

type Part = { readonly text: string; readonly paragraph: number; readonly isCode: boolean };
type Half = Part & { readonly isOrder: boolean };

/** People forget full stops: what stands before an order in one sentence is told, the rest is the order. */
function halvesOf(part: Part): readonly Half[] {
  const { text } = part;
  const begins = orderAt(text);
  if (begins === none) return [{ ...part, isOrder: false }];
  const before = text.slice(0, placeIn(text, begins)).trim();
  if (termSet(before).size < fewTerms) return [{ ...part, isOrder: true }];
  return [
    { ...part, text: before, isOrder: false },
    { ...part, text: text.slice(placeIn(text, begins)).trim(), isOrder: true },
  ];
}

/** Where in the plain reading of a sentence the order begins. The sentences of help pages are asked about again and again. */
const orderAt = remembered((sentence: string): number => {
  const plain = plainReading(sentence.slice(0, longestSentence));
  const places = instructionWords.map((pattern) => plain.search(pattern)).filter((at) => at >= 0);
  return places.length === 0 ? none : Math.min(...places);
}, mostRemembered);

/** Invisible letters are not in the plain reading: the same place in the text may be later. */
function placeIn(text: string, at: number): number {
  let place = at;
  while (place < text.length && plainReading(text.slice(0, place)).length < at) place += 1;
  return place;
}

/** Sentences with their paragraph. A code block belongs to the paragraph before it. */
function partsOf(text: string): readonly Part[] {
  const parts: Part[] = [];
  let paragraph = 0;
  let fenced = false;
  for (const line of text.split(/\r?\n/)) {
    if (/^\s*(```|~~~)/.test(line)) fenced = !fenced;
    else if (!fenced) paragraph += 1;
    for (const { text: sentence } of sentencesOf(line)) {
      for (const each of fenced ? [sentence] : beforeVerbs(sentence))
        parts.push({ text: each, paragraph, isCode: fenced });
    }
  }
  return parts;
}

/** Cut before a verb with a capital letter that follows a small one, as where a full stop was forgotten before an order. */
function beforeVerbs(sentence: string): readonly string[] {
  const cuts = [...sentence.matchAll(/(?<=[\p{Ll}\p{N}]) (?=\p{Lu}\p{Ll}+ )/gu)]
    .map(({ index }) => index + 1)
    .filter(
      (at) => orderVerbs.test(plainReading(sentence.slice(at, at + 20))) && isInstruction(sentence.slice(at)),
    );
  const [first] = cuts;
  return first === undefined ? [sentence] : [sentence.slice(0, first).trim(), sentence.slice(first)];
}

function isTaken({ text, isCode }: Half, rest: ReadonlySet<string>): boolean {
  if (isCode) return true;
  // Where an order stands in the only paragraph there is nothing to compare with.
  if (rest.size < fewTerms || tellsOfTrouble.test(plainReading(text))) return false;
  const terms = [...termSet(text)];
  return terms.filter((term) => rest.has(term)).length <= mostShared * terms.length;
}

/** With fewer terms in the rest, every sentence has little to do with it. */
const fewTerms = 4;
const mostShared = 0.25;

function textOf(parts: readonly Part[]): string {
  return parts.map(({ text }) => text).join('\n');
}

/** Words of trouble; wider than what severity is read from, because here they only protect. */
const tellsOfTrouble =
  /\b((is|are|was|been|went|goes|still|completely) down|outage|errors?|fail\w*|never|broken|broke|crash\w*(?! (?:against|on the shore))|not work\w*|does ?n[o']?t|can ?no?'?t|cannot|unable|stopped|lost|missing|gone|wrong|slow|stuck|urgent\w*|breach\w*|leak\w*|hacked|stolen|blocked|declin\w*|reject\w*|refund\w*|charged|invoice\w*|customers?|shoppers?|orders?|payments?|checkout|since (yesterday|today|this morning|\d)|fehler\w*|kaputt|nicht|ausfall\w*|kunden|bestellung\w*|zahlung\w*|no funciona\w*|falla\w*|caid[oa]|clientes|pedidos|pagos?|ne (marche|fonctionne)|panne|erreur\w*|commandes?|paiements?)\b/;
