import { Invalid } from '../../domain/errors.ts';
import { privateDataIn } from '../../domain/safety/private-data.ts';

/** Stands private data aside before a text leaves the desk, and puts it back into what comes in. */
export type Placeholders = {
  /** The same piece always gets the same placeholder, such as `<EMAIL_1>`. */
  hide(text: string): string;
  /** A name of a colleague, known as one: always replaced. */
  person(name: string): string;
  /** Like `hide`, and the requester's names too. */
  hideWithNames(text: string): string;
  /** The text with every placeholder replaced by what it stands for. Throws `Invalid` for one that was never given out. */
  restore(text: string): string;
  /** The placeholder of the person's first name; undefined when the display name is not like a name. */
  readonly firstName: string | undefined;
};

/** One set for one call. `personName` is the requester's display name, which people choose freely. */
export function createPlaceholders(personName: string): Placeholders {
  const byText = new Map<string, string>();
  const byPlaceholder = new Map<string, string>();
  const counts = new Map<string, number>();

  const standIn = (kind: string, text: string): string => {
    const known = byText.get(text);
    if (known !== undefined) return known;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    const placeholder = `<${kind}_${count}>`;
    byText.set(text, placeholder);
    byPlaceholder.set(placeholder, text);
    return placeholder;
  };

  const replaced = (text: string, found: readonly Found[]): string => {
    if (found.length === 0) return text;
    // The longest first: an address inside a connection string goes with the whole of it.
    const kinds = new Map(found.map(({ kind, text: piece }) => [piece, kind]));
    const pieces = [...kinds.keys()].sort((a, b) => b.length - a.length);
    const any = new RegExp(pieces.map((piece) => pattern(piece, kinds.get(piece))).join('|'), 'gu');
    return text.replaceAll(any, (piece) => standIn(kinds.get(piece) ?? 'TEXT', piece));
  };

  const names = namesOf(personName);
  const hide = (text: string) => replaced(text, findIn(text));
  return {
    hide,
    person: (name) => standIn('PERSON', name),
    hideWithNames: (text) => replaced(text, [...findIn(text), ...names.filter(isIn(text))]),
    restore: (text) =>
      text.replaceAll(placeholderShape, (placeholder) => {
        const piece = byPlaceholder.get(placeholder);
        if (piece === undefined) throw new Invalid('Claude used a placeholder that was not given to it');
        return piece;
      }),
    firstName: names.length === 0 ? undefined : standIn('FIRST_NAME', names.at(-1)?.text ?? ''),
  };
}

type Found = { readonly kind: string; readonly text: string };

const placeholderShape = /<[A-Z]+(?:_[A-Z]+)*_\d+>/g;
/** The header line is what gives a key away; its secret stands below. */
const wholePrivateKey = /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g;

function findIn(text: string): readonly Found[] {
  return [
    ...privateDataIn(text).map(({ kind, text: piece }) => ({ kind: labelOf(kind), text: piece })),
    ...matchesOf(wholePrivateKey, text).map((piece) => ({ kind: 'PRIVATE_KEY', text: piece })),
    // What only looks like a placeholder must not be taken for one on the way back.
    ...matchesOf(placeholderShape, text).map((piece) => ({ kind: 'TEXT', text: piece })),
  ];
}

function matchesOf(pattern: RegExp, text: string): readonly string[] {
  return [...text.matchAll(pattern)].map(([piece]) => piece);
}

function labelOf(kind: string): string {
  return kind === 'e-mail address' ? 'EMAIL' : kind.toUpperCase().replaceAll(/[^A-Z]+/g, '_');
}

/** Whole name and first name, the longer first; none when the display name is not made of a few plain words. */
function namesOf(personName: string): readonly Found[] {
  const name = personName.trim();
  if (!/^\p{Lu}[\p{L}'’-]{1,29}(?: [\p{L}'’.-]{1,30}){0,3}$/u.test(name)) return [];
  const [first = name] = name.split(' ');
  const whole = { kind: 'NAME', text: name };
  return first === name
    ? [{ kind: 'FIRST_NAME', text: first }]
    : [whole, { kind: 'FIRST_NAME', text: first }];
}

function isIn(text: string): (found: Found) => boolean {
  return ({ kind, text: piece }) => new RegExp(pattern(piece, kind), 'u').test(text);
}

/** A name is a word of its own: Dan is not in Danish. */
function pattern(piece: string, kind: string | undefined): string {
  const isName = kind === 'NAME' || kind === 'FIRST_NAME';
  return isName ? `(?<!\\p{L})${literally(piece)}(?!\\p{L})` : literally(piece);
}

function literally(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
