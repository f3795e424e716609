import type { DraftFacts } from '../../domain/draft.ts';
import { termsOf } from '../../domain/language/terms-of.ts';
import { isCode } from '../../domain/language/words-of.ts';
import { chatSentences, withoutMachineTalk } from './evidence.ts';

/** A product's name or an error code is what a question is about; a page without it answers another question. */
const nameWeight = 3;

/** The terms of what the requester asks, with how much each says about the subject. */
export function askedTerms(facts: DraftFacts): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  // German writes every noun with a capital letter, so there a capital names nothing.
  const capitalsName = facts.triage.language !== 'de';
  for (const { from, text } of facts.conversation) {
    if (from !== 'requester') continue;
    for (const sentence of chatSentences(text)) {
      const about = withoutMachineTalk(sentence);
      const names = capitalsName ? namesIn(about) : new Set<string>();
      for (const { term, word } of termsOf(about)) {
        if (chatter.has(term) || /^\d{1,2}$/.test(term)) continue;
        const isName = names.has(word) || (isCode(word) && /\p{L}/u.test(word));
        weights.set(term, Math.max(weights.get(term) ?? 0, isName ? nameWeight : 1));
      }
    }
  }
  return weights;
}

/** Words with a capital letter inside a sentence, in lower case. */
function namesIn(sentence: string): ReadonlySet<string> {
  const found = sentence.match(/(?<=[\p{Ll}\p{N},] )\p{Lu}\p{Ll}[\p{L}]+(?: \p{Lu}\p{Ll}[\p{L}]+)*/gu) ?? [];
  return new Set(found.flatMap((name) => name.toLowerCase().split(' ')));
}

/** Stems people say in any ticket; they tell nothing about what it is about. */
const chatter: ReadonlySet<string> = new Set(
  `again alreadi also ani anyth day everi everyth fine first fix found give go happen help hi know last like look make
  mani minut month morn much need new noth now one pleas problem question realli right said say second see seem sinc someth
  still sure tell thank thing think time today tri two urgent use want way week work wrong yesterday bitt dank frag heut
  gestern hall hilf problem seit hol gracia ayuda desd ayer merci depui hier aid bonjour`.split(/\s+/),
);
