import type { CaseFile } from './case-file.ts';

/** Where the events of a ticket begin and end in the desk's order. */
export type Span = { readonly first: number; readonly last: number };

/** A case in memory: what is asked all the time as objects, the long rest as text, which takes a third of the room. */
export type PackedCase = {
  readonly head: Omit<CaseFile, 'state' | 'events'>;
  readonly body: string;
  readonly span: Span | undefined;
};

export function packCase({ state, events, ...head }: CaseFile): PackedCase {
  return { head, body: JSON.stringify({ state, events }), span: spanOf(events) };
}

/** A copy of the whole case that shares nothing with what is kept. */
export function unpackCase({ head, body }: PackedCase): CaseFile {
  const { state, events }: Pick<CaseFile, 'state' | 'events'> = JSON.parse(body);
  return { ...structuredClone(head), state, events };
}

export function spanOf(events: CaseFile['events']): Span | undefined {
  const [first, last] = [events[0], events.at(-1)];
  return first === undefined || last === undefined ? undefined : { first: first.seq, last: last.seq };
}
