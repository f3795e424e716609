import type { AggregateKind } from '../../store-port.ts';

/** Kinds of which the desk has one, with the id `desk`. */
export const singleKinds = [
  'directory',
  'knowledge',
  'autonomy',
  'policies',
  'routine',
  'preferences',
] as const satisfies readonly AggregateKind[];
type SingleKind = (typeof singleKinds)[number];

export const caseKinds = ['ticket', 'incident', ...singleKinds] as const;
/** Fails to compile when there is a kind that would be refused when its file is read. */
export type KindsAreWhole = Exclude<AggregateKind, (typeof caseKinds)[number]> extends never ? true : never;
export const kindsAreWhole: KindsAreWhole = true;

/** The folder of the incidents in the data folder. */
export const incidentFolder = 'incidents';

const single: ReadonlySet<AggregateKind> = new Set(singleKinds);

export function isSingle(kind: AggregateKind): kind is SingleKind {
  return single.has(kind);
}
