/** Every known term has a number; terms that look alike are found by their letter triples. */
export function createVocabulary() {
  const ids = new Map<string, number>();
  const terms: string[] = [];
  const byTriple = new Map<string, number[]>();

  function add(term: string): number {
    const known = ids.get(term);
    if (known !== undefined) return known;
    const id = terms.length;
    ids.set(term, id);
    terms.push(term);
    for (const triple of triplesOf(term)) {
      const list = byTriple.get(triple);
      if (list === undefined) byTriple.set(triple, [id]);
      else list.push(id);
    }
    return id;
  }

  /** At most two terms that may have been meant: one letter off, two in long words. */
  function nearest(term: string, wanted: (id: number) => boolean): readonly number[] {
    if (term.length < 4 || term.length > 30) return [];
    const shared = new Map<number, number>();
    const triples = triplesOf(term);
    for (const triple of triples) {
      for (const id of byTriple.get(triple) ?? []) shared.set(id, (shared.get(id) ?? 0) + 1);
    }
    const allowed = term.length < 8 ? 1 : 2;
    return [...shared]
      .filter(([id, count]) => count >= triples.length - 3 * allowed && count > 1 && wanted(id))
      .map(([id]) => ({ id, term: terms[id] ?? '', off: lettersOff(term, terms[id] ?? '', allowed) }))
      .filter(({ off }) => off <= allowed)
      .sort((left, right) => left.off - right.off || (left.term < right.term ? -1 : 1))
      .slice(0, 2)
      .map(({ id }) => id);
  }

  return {
    add,
    nearest,
    find: (term: string) => ids.get(term),
    term: (id: number) => terms[id] ?? '',
    terms: (): readonly string[] => terms,
  };
}

/** The letter triples of a text with its edges marked, each once. */
export function triplesOf(text: string): readonly string[] {
  const marked = `^${text}$`;
  const triples = new Set<string>();
  for (let at = 0; at + 3 <= marked.length; at += 1) triples.add(marked.slice(at, at + 3));
  return [...triples];
}

/** Letters to add, drop, change or swap with the neighbour; stops counting above `limit`. */
function lettersOff(left: string, right: string, limit: number): number {
  if (Math.abs(left.length - right.length) > limit) return limit + 1;
  let before: number[] = [];
  let row = Array.from({ length: right.length + 1 }, (_, at) => at);
  for (let i = 1; i <= left.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= right.length; j += 1) {
      const same = left[i - 1] === right[j - 1];
      let cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1];
      if (swapped) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      next.push(cost);
    }
    if (Math.min(...next) > limit) return limit + 1;
    before = row;
    row = next;
  }
  return row[right.length] ?? limit + 1;
}
