/** Words of a block besides its numbers: where the list goes on, and how many numbers there is room for. */
const header = 2;
const smallestBlock = 2;
const largestBlock = 512;

/**
 * Many lists of whole numbers below 2³² that only grow, in one array: a list takes blocks of it, each twice as large as
 * the one before. A JavaScript array per list would take two to four times the memory.
 */
export function createNumberLists() {
  let pool = new Uint32Array(1024);
  // 0 says that there is no block.
  let used = 1;
  const lists: { first: number; last: number; next: number; count: number }[] = [];

  function push(list: number, value: number): void {
    lists[list] ??= { first: 0, last: 0, next: 0, count: 0 };
    const known = lists[list];
    const room = known.last === 0 ? 0 : (pool[known.last + 1] ?? 0);
    if (known.last === 0 || known.next === known.last + header + room) {
      const block = addBlock(Math.min(largestBlock, room * 2 || smallestBlock));
      if (known.last === 0) known.first = block;
      else pool[known.last] = block;
      known.last = block;
      known.next = block + header;
    }
    pool[known.next] = value;
    known.next += 1;
    known.count += 1;
  }

  function addBlock(room: number): number {
    const block = used;
    used += header + room;
    if (used > pool.length) {
      const wider = new Uint32Array(Math.max(used, Math.ceil(pool.length * 1.5)));
      wider.set(pool);
      pool = wider;
    }
    pool[block + 1] = room;
    return block;
  }

  /** A copy of a list, in the order it was filled; empty for one that nobody began. */
  function read(list: number): Uint32Array {
    const known = lists[list];
    if (known === undefined) return new Uint32Array(0);
    const copy = new Uint32Array(known.count);
    let at = 0;
    for (let block = known.first; block !== 0 && at < known.count; block = pool[block] ?? 0) {
      const room = Math.min(pool[block + 1] ?? 0, known.count - at);
      copy.set(pool.subarray(block + header, block + header + room), at);
      at += room;
    }
    return copy;
  }

  return { push, read };
}
