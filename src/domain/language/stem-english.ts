/**
 * Porter2 (Snowball English): the stem of a lower-case English word.
 * The algorithm is published at https://snowballstem.org/algorithms/english/stemmer.html; this is our own writing of it.
 */
export function stemEnglish(word: string): string {
  if (word.length <= 2) return word;
  const fixed = irregular.get(word);
  if (fixed !== undefined) return fixed;
  const marked = markConsonantY(word.startsWith("'") ? word.slice(1) : word);
  const { r1, r2 } = regions(marked);
  let stem = marked.replace(/'s'?$|'$/, '');
  stem = stripPlural(stem);
  if (finished.has(stem)) return stem;
  stem = stripPast(stem, r1);
  stem = stem.replace(/(.[^aeiouy])[yY]$/, '$1i');
  stem = replaceEnding(stem, r1, derivations);
  stem = stripShortDerivation(stem, r1, r2);
  stem = stripSuffix(stem, r2);
  return stripFinal(stem, r1, r2).toLowerCase();
}

const irregular: ReadonlyMap<string, string> = new Map([
  ['skis', 'ski'],
  ['skies', 'sky'],
  ['dying', 'die'],
  ['lying', 'lie'],
  ['tying', 'tie'],
  ['idly', 'idl'],
  ['gently', 'gentl'],
  ['ugly', 'ugli'],
  ['early', 'earli'],
  ['only', 'onli'],
  ['singly', 'singl'],
  ...['sky', 'news', 'howe', 'atlas', 'cosmos', 'bias', 'andes'].map((word): [string, string] => [
    word,
    word,
  ]),
]);

/** Words that are whole once the plural is gone. */
const finished: ReadonlySet<string> = new Set([
  'inning',
  'outing',
  'canning',
  'herring',
  'earring',
  'proceed',
  'exceed',
  'succeed',
]);

function markConsonantY(word: string): string {
  if (!word.includes('y')) return word;
  return word.replace(/^y/, 'Y').replace(/([aeiouy])y/g, '$1Y');
}

/** Where R1 and R2 begin: after the first consonant that follows a vowel, and again after that. */
function regions(word: string): { r1: number; r2: number } {
  const prefix = /^(gener|commun|arsen|past|univers|later|emerg|organ)/.exec(word)?.[0];
  const r1 = prefix?.length ?? afterVowelConsonant(word, 0);
  return { r1, r2: afterVowelConsonant(word, r1) };
}

function afterVowelConsonant(word: string, from: number): number {
  const found = /[aeiouy][^aeiouy]/.exec(word.slice(from));
  return found === null ? word.length : from + found.index + 2;
}

function stripPlural(word: string): string {
  if (word.endsWith('sses')) return word.slice(0, -2);
  if (/(ied|ies)$/.test(word)) return word.slice(0, word.length > 4 ? -2 : -1);
  if (/(us|ss)$/.test(word)) return word;
  return word.endsWith('s') && /[aeiouy]/.test(word.slice(0, -2)) ? word.slice(0, -1) : word;
}

function stripPast(word: string, r1: number): string {
  const eed = /eed(ly)?$/.exec(word);
  if (eed !== null) return eed.index >= r1 ? `${word.slice(0, eed.index)}ee` : word;
  const ending = /(ingly|edly|ing|ed)$/.exec(word)?.[0];
  if (ending === undefined) return word;
  const rest = word.slice(0, -ending.length);
  if (!/[aeiouy]/.test(rest)) return word;
  if (/(at|bl|iz)$/.test(rest)) return `${rest}e`;
  if (/(bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(rest) && !/^[aeo](bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(rest)) {
    return rest.slice(0, -1);
  }
  return isShort(rest, r1) ? `${rest}e` : rest;
}

function isShort(word: string, r1: number): boolean {
  return r1 >= word.length && endsInShortSyllable(word);
}

function endsInShortSyllable(word: string): boolean {
  return /[^aeiouy][aeiouy][^aeiouywxY]$/.test(word) || /^[aeiouy][^aeiouy]$/.test(word);
}

/** Longest first. */
const derivations: readonly (readonly [string, string])[] = [
  ['ization', 'ize'],
  ['ational', 'ate'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['iveness', 'ive'],
  ['tional', 'tion'],
  ['biliti', 'ble'],
  ['lessli', 'less'],
  ['entli', 'ent'],
  ['ation', 'ate'],
  ['alism', 'al'],
  ['aliti', 'al'],
  ['ousli', 'ous'],
  ['iviti', 'ive'],
  ['fulli', 'ful'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['abli', 'able'],
  ['izer', 'ize'],
  ['ator', 'ate'],
  ['alli', 'al'],
  ['bli', 'ble'],
];

function replaceEnding(word: string, from: number, table: readonly (readonly [string, string])[]): string {
  const found = table.find(([ending]) => word.endsWith(ending));
  if (found !== undefined) {
    const start = word.length - found[0].length;
    return start >= from ? word.slice(0, start) + found[1] : word;
  }
  if (word.endsWith('logi') && word.length - 3 >= from) return word.slice(0, -1);
  return /[cdeghkmnrt]li$/.test(word) && word.length - 2 >= from ? word.slice(0, -2) : word;
}

function stripShortDerivation(word: string, r1: number, r2: number): string {
  const ending = /(ational|tional|alize|icate|iciti|ical|ative|ful|ness)$/.exec(word);
  if (ending === null || ending.index < r1) return word;
  const rest = word.slice(0, ending.index);
  switch (ending[0]) {
    case 'ational':
      return `${rest}ate`;
    case 'tional':
      return `${rest}tion`;
    case 'alize':
      return `${rest}al`;
    case 'icate':
    case 'iciti':
    case 'ical':
      return `${rest}ic`;
    case 'ative':
      return ending.index >= r2 ? rest : word;
    default:
      return rest;
  }
}

function stripSuffix(word: string, r2: number): string {
  const ending =
    /(ement|ance|ence|able|ible|ment|ant|ent|ism|ate|iti|ous|ive|ize|al|er|ic)$/.exec(word) ??
    /(?<=[st])ion$/.exec(word);
  return ending !== null && ending.index >= r2 ? word.slice(0, ending.index) : word;
}

function stripFinal(word: string, r1: number, r2: number): string {
  const at = word.length - 1;
  if (word.endsWith('e')) {
    const goes = at >= r2 || (at >= r1 && !endsInShortSyllable(word.slice(0, -1)));
    return goes ? word.slice(0, -1) : word;
  }
  return word.endsWith('ll') && at >= r2 ? word.slice(0, -1) : word;
}
