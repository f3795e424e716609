import { createPlainUnits } from './plain-units.ts';

/** Groups of three and four letters, for typos, names and codes that the words miss. */
const shortest = 3;
const longest = 4;
/** Only the beginning is compared letter by letter: long tickets end in logs that resemble each other. */
const comparedLetters = 600;
/** Groups share this many places; two that fall into one place cost less than a list of them all would. */
const places = 32_768;
/** How much a group counts that occurs so often. */
const dampened = Float64Array.from({ length: 256 }, (_, count) => (count === 0 ? 0 : 1 + Math.log(count)));

/** What texts share letter by letter; groups that every text has count little. */
export function createDuplicateLetters() {
  const frequencies = new Uint32Array(places);
  const counts = new Uint8Array(places);
  /** The places of the text that was read last, each once. */
  const touched = new Uint16Array(2 * comparedLetters);
  let touches = 0;
  const plain = createPlainUnits(comparedLetters);
  /** For each place its rarity, and beside it what it counts in the text others are compared with. */
  const weights = new Float64Array(2 * places);
  /** The places of that text. */
  const wanted: number[] = [];
  /** Whose places those are. */
  let owner: object | undefined;
  let isWeighed = false;
  let size = 0;

  /** Fills `touched` and `counts` with the groups of a text; `clear` empties them again. */
  function read(text: string): void {
    const end = plain.read(text);
    const { units } = plain;
    for (let at = 0; at + shortest <= end; at += 1) {
      let hash = 17;
      for (let more = 0; more < shortest; more += 1) hash = joined(hash, units[at + more] ?? 0);
      touch(placeOf(hash));
      if (at + longest <= end) touch(placeOf(joined(hash, units[at + shortest] ?? 0)));
    }
  }

  function touch(place: number): void {
    const before = counts[place] ?? 0;
    if (before === 0) touched[touches++] = place;
    if (before < 255) counts[place] = before + 1;
  }

  function clear(): void {
    for (let at = 0; at < touches; at += 1) counts[touched[at] ?? 0] = 0;
    touches = 0;
  }

  function countIn(text: string, by: number): void {
    read(text);
    for (let at = 0; at < touches; at += 1) {
      const place = touched[at] ?? 0;
      frequencies[place] = (frequencies[place] ?? 0) + by;
    }
    clear();
    size += by;
    isWeighed = false;
  }

  const rarityAt = (frequency: number) => Math.log(1 + (size + 1) / (frequency + 0.5));

  /** Worked out for all places at once: a comparison reads each of them many times. Most occur as often as some other. */
  function weighPlaces(): void {
    const known = new Float64Array(2_048);
    for (let place = 0; place < places; place += 1) {
      const frequency = frequencies[place] ?? 0;
      const rarity = known[frequency] || rarityAt(frequency);
      if (frequency < known.length) known[frequency] = rarity;
      weights[2 * place] = rarity;
    }
    isWeighed = true;
  }

  /** Tells how alike another text is, 0–1 (cosine). Good until the next `put` or `remove`. */
  function likenessTo(text: string): (other: string) => number {
    if (!isWeighed) weighPlaces();
    const me = {};
    let ownSquares = 0;

    function takePlaces(): void {
      for (const place of wanted) weights[2 * place + 1] = 0;
      wanted.length = 0;
      ownSquares = 0;
      read(text);
      for (let at = 0; at < touches; at += 1) {
        const place = touched[at] ?? 0;
        const each = (dampened[counts[place] ?? 0] ?? 0) * (weights[2 * place] ?? 0);
        wanted.push(place);
        weights[2 * place + 1] = each;
        ownSquares += each * each;
      }
      clear();
      owner = me;
    }

    return (other) => {
      if (owner !== me) takePlaces();
      let shared = 0;
      let squares = 0;
      read(other);
      for (let at = 0; at < touches; at += 1) {
        const place = touched[at] ?? 0;
        const each = (dampened[counts[place] ?? 0] ?? 0) * (weights[2 * place] ?? 0);
        shared += each * (weights[2 * place + 1] ?? 0);
        squares += each * each;
      }
      clear();
      return shared === 0 ? 0 : Math.min(1, shared / Math.sqrt(ownSquares * squares));
    };
  }

  return {
    put: (text: string) => countIn(text, 1),
    /** The same text that was put. */
    remove: (text: string) => countIn(text, -1),
    likenessTo,
  };
}

function joined(hash: number, unit: number): number {
  return Math.imul(hash, 16_777_619) ^ unit;
}

function placeOf(hash: number): number {
  return (hash ^ (hash >>> 15)) & (places - 1);
}

export type DuplicateLetters = ReturnType<typeof createDuplicateLetters>;
