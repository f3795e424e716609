import type { TermCounts } from './term-index.ts';

/** A ticket's terms as numbers: about 600 bytes a ticket. */
export type NumberedTicket = {
  /** Distinct terms of the subject. */
  readonly subject: Uint32Array;
  /** Distinct terms of subject and text, each followed by how often it occurs: term, count, term, count, … */
  readonly whole: Uint32Array;
};

/** What the words of one ticket and another have in common. */
export type SharedWords = {
  /** Share (0–1) of the one's subject that the other says anywhere, by the rarity of its terms. */
  readonly mine: number;
  /** Share (0–1) of the other's subject that the one says anywhere. */
  readonly theirs: number;
  /** Rarity of the rarest shared term; 1 is a term of one ticket alone. */
  readonly rarest: number;
  /** The same, summed over the five rarest shared terms. */
  readonly rarestFive: number;
  /** Distinct terms of the other. */
  readonly length: number;
  /** Cosine by the rarity of the terms: 0 nothing in common, 1 the same words as often. */
  readonly cosine: number;
};

/** So many more tickets without any of the words are imagined: five tickets do not tell how rare a word is. */
const imagined = 50;

/** The terms of all tickets, so that two are compared without reading either again. */
export function createDuplicateWords() {
  const numbers = new Map<string, number>();
  const tickets = new Map<string, NumberedTicket>();
  let frequencies = new Uint32Array(4096);

  function numberOf(term: string): number {
    const known = numbers.get(term);
    if (known !== undefined) return known;
    const number = numbers.size;
    numbers.set(term, number);
    if (number >= frequencies.length) {
      const longer = new Uint32Array(frequencies.length * 2);
      longer.set(frequencies);
      frequencies = longer;
    }
    return number;
  }

  function put(id: string, subject: TermCounts, whole: TermCounts): void {
    remove(id);
    const ticket = {
      subject: Uint32Array.from([...subject.keys()], numberOf),
      whole: Uint32Array.from([...whole].flatMap(([term, count]) => [numberOf(term), count])),
    };
    tickets.set(id, ticket);
    countIn(ticket, 1);
  }

  function remove(id: string): void {
    const before = tickets.get(id);
    if (before === undefined) return;
    tickets.delete(id);
    countIn(before, -1);
  }

  function countIn({ whole }: NumberedTicket, by: number): void {
    for (let at = 0; at < whole.length; at += 2) {
      const term = whole[at] ?? 0;
      frequencies[term] = (frequencies[term] ?? 0) + by;
    }
  }

  function rarityOf(frequency: number): number {
    return Math.log(1 + (tickets.size + imagined - frequency + 0.5) / (frequency + 0.5));
  }

  /** Rarities by frequency, worked out when first asked for and as long as there are so many tickets. */
  const rarities = new Float64Array(8_192);
  let raritiesOf = -1;

  function rarity(term: number): number {
    const frequency = frequencies[term] ?? 0;
    if (frequency >= rarities.length) return rarityOf(frequency);
    const known = rarities[frequency] ?? 0;
    if (known !== 0) return known;
    const now = rarityOf(frequency);
    rarities[frequency] = now;
    return now;
  }

  function refreshRarities(): void {
    if (raritiesOf !== tickets.size) rarities.fill(0);
    raritiesOf = tickets.size;
  }

  /**
   * Compares one ticket, indexed or not, with indexed ones; `undefined` for an id nobody indexed.
   * Good until the next `put` or `remove`.
   */
  function comparing(subject: TermCounts, whole: TermCounts): (id: string) => SharedWords | undefined {
    refreshRarities();
    // Terms of no ticket have no number; they are told apart from each other by negative ones.
    let unknown = 0;
    const own = new Map<number, { rarity: number; weight: number; inSubject: boolean }>();
    for (const [term, count] of whole) {
      const number = numbers.get(term);
      const rare = number === undefined ? rarityOf(0) : rarity(number);
      if (number === undefined) unknown -= 1;
      own.set(number ?? unknown, {
        rarity: rare,
        weight: dampened(count) * rare,
        inSubject: subject.has(term),
      });
    }
    const terms = [...own.values()];
    const subjectSum = sum(terms.filter(({ inSubject }) => inSubject).map((term) => term.rarity));
    const length = Math.sqrt(sum(terms.map(({ weight }) => weight ** 2)));
    const rarestPossible = rarityOf(1);

    return (id) => {
      const other = tickets.get(id);
      if (other === undefined) return undefined;
      const shared: number[] = [];
      let mine = 0;
      let product = 0;
      let squares = 0;
      for (let at = 0; at < other.whole.length; at += 2) {
        const term = other.whole[at] ?? 0;
        const rare = rarity(term);
        const weight = dampened(other.whole[at + 1] ?? 1) * rare;
        squares += weight ** 2;
        const known = own.get(term);
        if (known === undefined) continue;
        product += known.weight * weight;
        shared.push(rare);
        if (known.inSubject) mine += rare;
      }
      let theirs = 0;
      let theirSum = 0;
      for (const term of other.subject) {
        const rare = rarity(term);
        theirSum += rare;
        if (own.has(term)) theirs += rare;
      }
      shared.sort((left, right) => right - left);
      return {
        mine: share(mine, subjectSum),
        theirs: share(theirs, theirSum),
        rarest: (shared[0] ?? 0) / rarestPossible,
        rarestFive: sum(shared.slice(0, 5)) / rarestPossible,
        length: other.whole.length / 2,
        cosine: share(product, length * Math.sqrt(squares)),
      };
    };
  }

  /** Does an indexed ticket say this term? */
  function says(id: string, term: string): boolean {
    const number = numbers.get(term);
    const whole = tickets.get(id)?.whole;
    if (number === undefined || whole === undefined) return false;
    for (let at = 0; at < whole.length; at += 2) if (whole[at] === number) return true;
    return false;
  }

  return { put, remove, comparing, says };
}

export type DuplicateWords = ReturnType<typeof createDuplicateWords>;

function dampened(count: number): number {
  return dampenings[count] ?? 1 + Math.log(count);
}

const dampenings = Float64Array.from({ length: 64 }, (_, count) => 1 + Math.log(count));

function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.min(1, part / whole);
}
