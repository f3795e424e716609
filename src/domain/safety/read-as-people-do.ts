/**
 * A text as people see it: no invisible letters, one form for each letter, digits of every script as plain ones, and
 * letters of another script that only look Latin as the Latin ones when they stand inside a Latin word. Rules read
 * this; people are shown the original.
 */
export function readAsPeopleDo(text: string): string {
  if (keyboardLetters.test(text)) return text.replaceAll(spelledOut, joined);
  const visible = text
    .normalize('NFKC')
    .replaceAll(invisible, '')
    .replaceAll(/[‘’‛´ʼ]/g, "'")
    .replaceAll(/\p{Nd}/gu, plainDigit)
    .replaceAll(/[\u{1f150}-\u{1f169}\u{1f170}-\u{1f189}]/gu, inShape)
    .replaceAll(spelledOut, joined);
  return lookalikes.test(visible) ? visible.replaceAll(mixedWord, plainWord) : visible;
}

/** The same in lower case without accents: what patterns are written for. */
export function plainReading(text: string): string {
  const lower = readAsPeopleDo(text).toLowerCase();
  if (plainLetters.test(lower)) return lower;
  return lower.replaceAll('ß', 'ss').normalize('NFD').replaceAll(latinMarks, '').normalize('NFC');
}

const plainLetters = /^[\n -~]*$/;
/** Accents of Latin letters alone: in other scripts a mark is half of the letter. */
const latinMarks = /(?<=\p{Script=Latin})\p{M}+/gu;

/** Format characters, soft hyphens, variation selectors, tags, fillers. */
const invisible = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/** `r e f u n d` is a word; three letters may be initials. */
const spelledOut = /(?<![\p{L}\p{N}])(?:\p{L} ){3,}\p{L}(?![\p{L}\p{N}])/gu;

function joined(letters: string): string {
  return letters.replaceAll(' ', '');
}

/** Most texts have no letter that hides or disguises anything. */
const keyboardLetters = /^[\t\n\r -~]*$/;

/** White letters in black circles and squares: Unicode gives them no plain form. */
function inShape(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  return String.fromCharCode(97 + ((code - 0x1f150) % 32));
}

const pairs =
  'аa еe оo рp сc уy хx іi јj ѕs ԁd һh ԛq ԝw ӏl ґr вb нh кk мm тt пn гr зz АA ВB ЕE КK МM НH ОO РP СC ТT УY ХX ІI ЈJ ЅS ' +
  'αa εe ιi κk νv οo ρp τt υu χx γy ηn ωw ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX ɡg ıi ⅼl ʀr ɴn ᴀa ᴇe ᴏo';
const latin: ReadonlyMap<string, string> = new Map(
  pairs.split(' ').map((pair) => [pair.charAt(0), pair.charAt(1)]),
);
const lookalikes = new RegExp(`[${[...latin.keys()].join('')}]`, 'u');
const mixedWord = /[\p{L}\p{M}]+/gu;

/** Words of one other script stay what they are: only a mixture disguises. */
function plainWord(word: string): string {
  if (!/\p{Script=Latin}/u.test(word)) return word;
  return [...word].map((letter) => latin.get(letter) ?? letter).join('');
}

/** Unicode keeps the ten digits of a script together, and nearly every block of them begins at a multiple of ten or 16. */
function plainDigit(digit: string): string {
  if (digit >= '0' && digit <= '9') return digit;
  let code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - 1))) {
    code -= 1;
    value += 1;
  }
  return String(value);
}
