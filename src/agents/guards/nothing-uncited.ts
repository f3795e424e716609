import { detectLanguage } from '../../domain/language/detect-language.ts';
import { sentencesOf } from '../../domain/language/sentences-of.ts';
import { termsOf } from '../../domain/language/terms-of.ts';
import { remembered } from '../../domain/remembered.ts';
import { readAsPeopleDo } from '../../domain/safety/read-as-people-do.ts';
import { courtesyTerms } from './courtesy.ts';
import { type Guard, type Guarded, sourceText, weakens } from './guard.ts';

/** A sentence that has more of its words from nowhere states something of its own. */
const mostUnknown = 0.4;
const fewUnknown = 2;

/**
 * What a reply states stands in a step with its source. The words around the steps greet, ask and hand over; a sentence
 * there that says something neither the ticket nor a source says is shown to the agent.
 */
export const nothingUncited: Guard = {
  name: 'uncited',
  check: (guarded) => {
    const { language } = guarded.facts.triage;
    const courtesy = courtesyTerms(language);
    // What is in another language has its own guard.
    if (courtesy === undefined || detectLanguage(guarded.ownWords.join('\n')) !== language) return [];
    const known = knownTerms(guarded, language);
    const own = guarded.ownWords
      .flatMap((text) => sentencesOf(text))
      .filter(({ text }) => {
        if (text.endsWith('?')) return false;
        const terms = [...new Set(termsOf(readAsPeopleDo(text), language).map(({ term }) => term))];
        const unknown = terms.filter((term) => !courtesy.has(term) && !known.has(term));
        return unknown.length >= fewUnknown && unknown.length > mostUnknown * terms.length;
      });
    const [first] = own;
    if (first === undefined) return [];
    const others = own.length > 1 ? ` (${own.length} sentences)` : '';
    return [weakens(`Says something that no source and nobody in the ticket says${others}.`, first.text)];
  },
};

function knownTerms({ facts, conversation }: Guarded, language: string): ReadonlySet<string> {
  const own = [conversation, facts.deskName, facts.requester.name].flatMap((text) => termsIn(text, language));
  const sources = [
    ...facts.passages.map(({ id }) => sourceText(facts, id) ?? ''),
    ...facts.resolutions.map(({ answer }) => answer),
  ];
  return new Set([...own, ...sources.flatMap((text) => sourceTerms(`${language}\n${text}`))]);
}

/** The same pages are cited all day. The first line is the language they are read in. */
const sourceTerms = remembered((text) => {
  const at = text.indexOf('\n');
  return [...new Set(termsIn(text.slice(at + 1), text.slice(0, at)))];
}, 1_000);

function termsIn(text: string, language: string): readonly string[] {
  return termsOf(text, language).map(({ term }) => term);
}
