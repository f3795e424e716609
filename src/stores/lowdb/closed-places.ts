import type { Span } from './packed-case.ts';

/** The month folder of each closed ticket and, once it is indexed, where its events stand. */
export type ClosedPlaces = {
  month(id: string): string | undefined;
  isIndexed(id: string): boolean;
  put(id: string, month: string, span?: Span): void;
  remove(id: string): void;
  spans(): Iterable<readonly [id: string, span: Span]>;
  byMonth(): ReadonlyMap<string, readonly string[]>;
  size(): number;
};

/** In columns instead of objects, because there may be a hundred thousand. */
export function closedPlaces(): ClosedPlaces {
  const slots = new Map<string, number>();
  const names: string[] = [];
  const numbers = new Map<string, number>();
  const monthAt: number[] = [];
  const firstAt: number[] = [];
  const lastAt: number[] = [];

  const numberOf = (month: string): number => {
    const known = numbers.get(month);
    if (known !== undefined) return known;
    names.push(month);
    numbers.set(month, names.length - 1);
    return names.length - 1;
  };
  const month = (id: string) => {
    const slot = slots.get(id);
    return slot === undefined ? undefined : names[monthAt[slot] ?? -1];
  };
  const spanAt = (slot: number): Span | undefined => {
    const [first, last] = [firstAt[slot], lastAt[slot]];
    return first === undefined || last === undefined || Number.isNaN(last) ? undefined : { first, last };
  };

  return {
    month,
    isIndexed: (id) => spanAt(slots.get(id) ?? -1) !== undefined,
    put(id, name, span = { first: Number.NaN, last: Number.NaN }) {
      const slot = slots.get(id) ?? monthAt.length;
      slots.set(id, slot);
      monthAt[slot] = numberOf(name);
      firstAt[slot] = span.first;
      lastAt[slot] = span.last;
    },
    remove(id) {
      slots.delete(id);
    },
    *spans() {
      for (const [id, slot] of slots) {
        const span = spanAt(slot);
        if (span !== undefined) yield [id, span] as const;
      }
    },
    byMonth() {
      const ids = new Map<string, string[]>();
      for (const id of slots.keys()) {
        const name = month(id) ?? '';
        const known = ids.get(name);
        if (known === undefined) ids.set(name, [id]);
        else known.push(id);
      }
      return ids;
    },
    size: () => slots.size,
  };
}
