import { numberWords } from '../../domain/language/number-words.ts';
import { plainReading, readAsPeopleDo } from '../../domain/safety/read-as-people-do.ts';
import { blocks, citedText, type Guard, type Guarded } from './guard.ts';

/** Numbers, versions, addresses, codes and commands stand in a cited source or in the conversation. */
export const knownSpecifics: Guard = {
  name: 'specifics',
  check: (guarded) => {
    const known = normal(`${citedText(guarded)}\n${guarded.conversation}\n${givenNames(guarded)}`);
    const counted = new Set(known.match(/\d+/g) ?? []);
    return guarded.everything.flatMap((text) => {
      const shown = readAsPeopleDo(text);
      if (known.includes(normal(shown).trim())) return [];
      const unknown = [
        ...specificsIn(shown).filter((each) => !stands(normal(each), known)),
        ...countedThings(shown)
          .filter(({ words, number }) => !(counted.has(number) || stands(words, known)))
          .map(({ words }) => words),
      ];
      if (unknown.length === 0) return [];
      return [blocks(`No source says ${unknown.map((each) => `“${each}”`).join(', ')}.`, text)];
    });
  },
};

function specificsIn(text: string): readonly string[] {
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => match[0].replace(/[.,;:!?)]+$/, '')),
  );
}

const patterns: readonly RegExp[] = [
  /\bhttps?:\/\/[^\s<>"']+/gi,
  /`[^`\n]+`/g,
  /(?<![\p{L}\p{N}_./-])v?\d+(?:[.,:]\d+)*%?(?![\p{L}\p{N}_]|[.,]\d)/gu,
  // `4,56E+12`, `3.2x`: the number and what hangs on it are one.
  /(?<![\p{L}\p{N}_./-])\d+(?:[.,]\d+)+\p{L}+(?:[+-]?\d+)?(?![\p{L}\p{N}_])/gu,
  // `5pm`, `2O`; not `2nd`.
  /(?<![\p{L}\p{N}_.,/-])\d+(?!(?:st|nd|rd|th|er|e|ª|º)\b)\p{L}+(?![\p{L}\p{N}_])/gu,
  /\b\p{Ll}+\p{Lu}\p{Ll}\p{L}*\b/gu,
  /(?<![\w/.:])(?:~?\/[\w.-]{2,}){2,}|\b[A-Z]:\\\S+/g,
  /\b\p{L}+(?:[_-]\p{L}*)*[_-]?\d[\p{L}\p{N}_-]*\b/gu,
  /\b[A-Za-z]+(?:_[A-Za-z0-9]+)+\b/g,
  /(?<=\s)--[a-z][\w-]+/g,
  // Commands people would type as they stand.
  /\b(?:sudo|curl|wget|ssh|chmod|chown|systemctl|kubectl|docker|powershell|netsh|npm (?:i|install|run)|pip install|apt(?:-get)? install|git (?:push|reset|clone|checkout)|rm -\w+|drop table|truncate table|delete from|insert into)\b(?:[ ]+[^\s.!?,;]+){1,3}/gi,
  /\b(?:half an hour|fortnight|a couple of (?:minutes|hours|days|weeks|months)|thrice|port \p{L}+-\p{L}+)\b/giu,
];

/** Numbers in words that count something that hurts when it is wrong: time, money, shares, times. */
function countedThings(text: string): readonly { readonly words: string; readonly number: string }[] {
  return [...plainReading(text).matchAll(counting)].flatMap((match) => {
    const number = numberWords.get(match[1] ?? '');
    return number === undefined ? [] : [{ words: match[1] ?? '', number }];
  });
}

const units = [
  'seconds?|minutes?|hours?|days?|weeks?|months?|years?|times|percent|per cent|euros?|dollars?|pounds?|cents?',
  'business|working|calendar|sekunden|minuten|stunden|tage\\w*|wochen|monate\\w*|jahre\\w*|mal|prozent|werktag\\w*',
  'segundos|minutos|horas|dias|semanas|meses|anos|veces|por ciento|secondes|heures|jours|semaines|mois|ans|fois|pour cent',
  'secondi|minuti|ore|giorni|settimane|mesi|anni|volte|vezes|seconden|uren|uur|dagen|weken|maanden|jaar|keer|procent',
].join('|');
const counting = new RegExp(`\\b([a-z]+(?:-[a-z]+)?)[ -](?:${units})\\b`, 'g');

function normal(text: string): string {
  return readAsPeopleDo(text).toLowerCase().replaceAll('`', '').replaceAll(/\s+/g, ' ');
}

/** A number inside a longer number or word is another number. */
function stands(specific: string, known: string): boolean {
  const wanted = specific.trim();
  for (let at = known.indexOf(wanted); at >= 0; at = known.indexOf(wanted, at + 1)) {
    const before = known.slice(Math.max(0, at - 2), at);
    const after = known.slice(at + wanted.length, at + wanted.length + 2);
    if (!/[\p{L}\p{N}_]$|\d[.,]$/u.test(before) && !/^[\p{L}\p{N}_]|^[.,]\d/u.test(after)) return true;
  }
  return false;
}

/** What the desk knows besides the texts: its own name, who asks, and where the pages are. */
function givenNames({ facts }: Guarded): string {
  const urls = facts.passages.map(({ url }) => url ?? '');
  return [...urls, facts.deskName, facts.requester.name].join('\n');
}
