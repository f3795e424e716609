import { wordsOf } from '../../domain/language/words-of.ts';
import { readAsPeopleDo } from '../../domain/safety/read-as-people-do.ts';
import { type Guard, type Guarded, sourceText, weakens } from './guard.ts';

/**
 * Names of products, companies and people stand in a given source or in the conversation. Only a sign: a name looks like
 * any word with a capital letter, so it makes a draft less sure and shows where.
 */
export const knownNames: Guard = {
  name: 'name',
  check: ({ everything, conversation, facts }) => {
    // In German every noun has a capital letter.
    if (facts.triage.language === 'de') return [];
    let known: ReadonlySet<string> | undefined;
    const isKnown = (word: string) => {
      known ??= wordsKnown({ conversation, facts });
      return known.has(word);
    };
    return everything.flatMap((text) => {
      const unknown = namesIn(readAsPeopleDo(text)).filter((name) => !wordsOf(name).every(isKnown));
      return unknown.length === 0
        ? []
        : [weakens(`No source names ${unknown.map((name) => `“${name}”`).join(', ')}.`, text)];
    });
  },
};

function wordsKnown({ conversation, facts }: Pick<Guarded, 'conversation' | 'facts'>): ReadonlySet<string> {
  const sources = [
    ...facts.passages.map(({ id }) => sourceText(facts, id) ?? ''),
    ...facts.resolutions.map(({ answer, problem }) => `${problem}\n${answer}`),
  ].join('\n');
  return new Set(wordsOf(`${sources}\n${conversation}\n${facts.deskName}\n${facts.requester.name}`));
}

/** Words with a capital letter inside a sentence, neighbours together; days, months and “I” name nobody. */
function namesIn(text: string): readonly string[] {
  const found =
    text.match(/(?<=[\p{Ll}\p{N},;] )(?:\p{Lu}[\p{L}\p{N}'-]+)(?: \p{Lu}[\p{L}\p{N}'-]+)*/gu) ?? [];
  return found.filter((name) => !common.test(name));
}

const common =
  /^(?:I|I'm|I'll|I've|OK|URL|API|ID|PDF|CSV|UTC|CET|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|English|German|French|Spanish)$/;
