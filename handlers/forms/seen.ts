import type { Desk } from '../../src/desk.ts';

/** Enough for every form that can be open at once; the oldest are forgotten first. */
const mostWarned = 1000;

/** Whether the sender of an open form was told this already; from now on they were. Telling something else tells anew. */
export function hasSeen(desk: Pick<Desk, 'warned'>, form: string, what: number): boolean {
  if (desk.warned.get(form) === what) return true;
  const [oldest] = desk.warned.keys();
  if (desk.warned.size >= mostWarned && oldest !== undefined) desk.warned.delete(oldest);
  desk.warned.set(form, what);
  return false;
}
