import { detectLanguage } from '../../domain/language/detect-language.ts';
import { termSet } from '../../domain/language/terms-of.ts';
import { categories } from '../../domain/words.ts';
import { chatSentences, type Evidence, evidenceOf, longestText, withoutMachineTalk } from './evidence.ts';
import { readImpact } from './impact.ts';
import { areaWeight } from './product-area.ts';
import { type Match, matchRules } from './rule.ts';
import { categoryRules } from './words/category-rules.ts';

/**
 * What a request is about: the paragraph that tells most of a problem, every other one that tells of trouble, and those
 * that have to do with them. A paragraph on something else (a general question, a recipe, a verse in another language)
 * tells nothing about the ticket it stands in, so neither its kind nor its language is read from it.
 */
export function mainPart(texts: readonly string[]): Evidence {
  const paragraphs = paragraphsOf(texts.join('\n').slice(0, longestText));
  const whole = evidenceOf(paragraphs.flatMap(({ sentences }) => sentences));
  const first = mainOf(paragraphs);
  if (first === undefined || paragraphs.length < 2) return whole;
  const language = detectLanguage(first.text);
  const terms = new Map(paragraphs.map((each) => [each, termSet(each.text, language)]));
  const kept = new Set(paragraphs.filter((each) => each === first || each.trouble || pointsBack(each)));
  const known = new Set([...kept].flatMap((each) => [...(terms.get(each) ?? [])]));
  for (let grew = true; grew; ) {
    grew = false;
    for (const each of paragraphs) {
      const own = terms.get(each) ?? new Set();
      if (kept.has(each) || !isRelated(own, known)) continue;
      kept.add(each);
      for (const term of own) known.add(term);
      grew = true;
    }
  }
  return evidenceOf(paragraphs.filter((each) => kept.has(each)).flatMap(({ sentences }) => sentences));
}

type Paragraph = {
  readonly text: string;
  readonly sentences: readonly string[];
  /** Whether anything in it may make the ticket graver. */
  readonly trouble: boolean;
  /** How much it is the requester's own problem: the clearest phrase, the part of the product, trouble, words for what is theirs. */
  readonly weight: number;
};

/** Lines of a chat message are its paragraphs; orders to a machine are in none of them. */
function paragraphsOf(text: string): readonly Paragraph[] {
  const lines = text.split(/\r?\n/);
  const found = new Map<number, string[]>();
  let at = 0;
  for (const sentence of chatSentences(text)) {
    const line = lines.findIndex((each, place) => place >= at && each.includes(sentence));
    if (line >= 0) at = line;
    found.set(at, [...(found.get(at) ?? []), sentence]);
  }
  const about = [...found.values()]
    .map((sentences) => sentences.filter((sentence) => withoutMachineTalk(sentence) !== ''))
    .filter((sentences) => sentences.length > 0);
  return (about.length > 0 ? about : [...found.values()]).map(paragraphOf);
}

/** Trouble outweighs every phrase about anything else. */
const clearTrouble = 10;
/** Weaker ones (“can we”, “important”) are said of everything. */
const clearPhrase = 2;

function paragraphOf(sentences: readonly string[]): Paragraph {
  const evidence = evidenceOf(sentences);
  const impact = readImpact(evidence);
  const trouble =
    impact.kind !== 'question' ||
    impact.blocked ||
    [impact.scopePhrase, impact.money, impact.deadline, impact.since].some((phrase) => phrase !== undefined);
  const phrase = Math.max(
    0,
    ...categories.flatMap((each) => weightsOf(matchRules(categoryRules[each], evidence))),
  );
  const weight = phrase + areaWeight(evidence);
  // Who writes to a desk speaks of what is theirs.
  const isOwn = evidence.sentences.some((sentence) => ownWords.test(sentence));
  return {
    text: sentences.join('\n'),
    sentences,
    trouble,
    weight:
      weight + (impact.kind === 'question' ? 0 : clearTrouble) + (phrase >= clearPhrase && isOwn ? 1 : 0),
  };
}

const ownWords =
  /\b(we|our|us|ours|my|me|mein\w*|mich|mir|mi|mon|ma|mes|wir|uns|unser\w*|nos|notre|nous|nuestr\w+|nosotros|noi|nostr\w+|nosso|nossa|wij|ons|onze|nasz\w*)\b/;

function weightsOf(matches: readonly Match[]): readonly number[] {
  return matches.map(({ weight }) => weight);
}

/** The one that tells most; of several that tell as much, the first. Nothing known in any of them: no telling them apart. */
function mainOf(paragraphs: readonly Paragraph[]): Paragraph | undefined {
  return paragraphs
    .filter(({ weight }) => weight > 0)
    .toSorted((left, right) => right.weight - left.weight)[0];
}

/** “It works in Firefox”: it is about what was told before. */
function pointsBack({ text }: Paragraph): boolean {
  return /^\W*(?:(?:but|and|also|so|only|then|aber|und|pero|y|mais|et) )?(?:it|this|that|they|these|those|the same|es|das|dies|esto|eso|cela|ca|ça|ce)(?![\p{L}])/iu.test(
    text,
  );
}

/** One word in common may be chance in a long paragraph; several are none. */
const leastShared = 0.15;
const manyShared = 3;

/** Words two paragraphs share whatever they are about. */
const ofAnything: ReadonlySet<string> = new Set(
  'work use make get go know time like need want thing instead last way day year peopl hello thank pleas'.split(
    ' ',
  ),
);

function isRelated(own: ReadonlySet<string>, known: ReadonlySet<string>): boolean {
  const shared = [...own].filter((term) => known.has(term) && !ofAnything.has(term)).length;
  return shared >= Math.max(1, Math.min(manyShared, leastShared * own.size));
}
