import type { DraftFacts } from '../../domain/draft.ts';
import { errorCodesIn } from '../../domain/language/error-codes.ts';
import { termsOf } from '../../domain/language/terms-of.ts';
import { isCode } from '../../domain/language/words-of.ts';
import { chatSentences, withoutMachineTalk } from './evidence.ts';

/** A product's name or an error code is what a question is about; a page without it answers another question. */
const nameWeight = 3;
/** What was said before the desk last spoke tells what the talk is about, not what is asked now. */
const earlierShare = 0.3;

/** The terms of what the requester asks, with how much each says about the subject. */
export function askedTerms(facts: DraftFacts): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  // German writes every noun with a capital letter, so there a capital names nothing.
  const capitalsName = facts.triage.language !== 'de';
  const sinceDesk = facts.conversation.findLastIndex(({ from }) => from === 'desk');
  for (const [at, { from, text }] of facts.conversation.entries()) {
    if (from !== 'requester') continue;
    const share = at > sinceDesk ? 1 : earlierShare;
    for (const sentence of chatSentences(text)) {
      const about = withoutMachineTalk(sentence).replace(aboutThemselves, '').replace(ids, ' ');
      const names = capitalsName ? namesIn(about) : new Set<string>();
      for (const { term, word } of termsOf(about)) {
        if (chatter.has(term) || /^\d{1,2}$/.test(term)) continue;
        const isName = names.has(word) || (isCode(word) && /\p{L}/u.test(word));
        weights.set(term, Math.max(weights.get(term) ?? 0, share * (isName ? nameWeight : 1)));
      }
    }
  }
  for (const code of spokenCodes(facts.conversation)) weights.set(code, nameWeight);
  return weights;
}

/** Error codes a text names or says in words: “bad gateway” is 502. */
export function namedCodes(text: string): readonly string[] {
  const words = text.toLowerCase();
  const said = [...reasonPhrases].filter(([phrase]) => words.includes(phrase)).map(([, code]) => code);
  return [...new Set([...errorCodesIn(text), ...said])];
}

/** The words of HTTP for its codes (RFC 9110 and 6585), where people say them in no other sense. */
const reasonPhrases: ReadonlyMap<string, string> = new Map([
  ['too many requests', '429'],
  ['internal server error', '500'],
  ['bad gateway', '502'],
  ['service unavailable', '503'],
  ['gateway timeout', '504'],
  ['gateway time-out', '504'],
]);

function spokenCodes(conversation: DraftFacts['conversation']): readonly string[] {
  const words = conversation.filter(({ from }) => from === 'requester').map(({ text }) => text.toLowerCase());
  return [...reasonPhrases]
    .filter(([phrase]) => words.some((text) => text.includes(phrase)))
    .map(([, code]) => code);
}

/** The id of one request or payment names one case, and a key opens one door; neither is what the case is about. */
const ids = /\b[a-z]{2,5}_(?:live|test)_\w{8,}\b|\b[a-z]{2,5}_(?=\w*[a-z])(?=\w*\d)[a-z0-9]{3,}\b/g;

/** Who they are is no part of what they ask. */
export const aboutThemselves =
  /\b(?:i['’]?m|i am|we['’]?re|we are|soy|ich bin|wir sind|je suis|nous sommes) (?:\w+ )?(?:new(?: here| to this)?|not (?:very |so )?technical|a beginner|neu hier|nuev[oa]s?|nouveau|nouvelle|débutante?)\b(?: and (?:not (?:very |so )?technical|a beginner))?|\bje débute\b/gi;

/** Words that name something, by their capital letter; in lower case. */
function namesIn(sentence: string): ReadonlySet<string> {
  const within = sentence.match(/(?<=[\p{Ll}\p{N},] )\p{Lu}\p{Ll}[\p{L}]+(?: \p{Lu}\p{Ll}[\p{L}]+)*/gu) ?? [];
  // Any sentence begins with a capital; two of them are a name.
  const first = sentence.match(/^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}[\p{L}]+)+/u) ?? [];
  const words = [...within, ...first].flatMap((name) => name.toLowerCase().split(' '));
  return new Set(words.filter((word) => !dates.test(word)));
}

/** A day is no name of a thing. */
const dates =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|may|june|july|august|september|october|november|december|lunes|martes|jueves|viernes|lundi|mardi|jeudi|vendredi|samedi|dimanche)$/;

/** Stems people say in any ticket; they tell nothing about what it is about. */
const chatter: ReadonlySet<string> = new Set(
  `again alreadi also ani anyth day everi everyth fine first fix found give go happen help hi know last like look make
  mani minut month morn much need new noth now one pleas problem question realli right said say second see seem sinc someth
  still sure tell thank thing think time today tri two urgent use want way week work wrong yesterday bitt dank frag heut
  gestern hall hilf problem seit hol gracia ayuda desd ayer merci depui hier aid bonjour`.split(/\s+/),
);
