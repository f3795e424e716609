/** `T-9` before `T-10`: of ids that begin alike the longer one is the higher number. */
export function byNumber(one: string, other: string): number {
  if (one.length !== other.length) return one.length - other.length;
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
