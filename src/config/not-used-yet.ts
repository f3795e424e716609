import type { DeskFile } from './desk-file.ts';

/** Keys of desk.yaml that are read and checked but change nothing in this version. */
const keys = [
  ['channels', 'incidents'],
  ['channels', 'reports'],
  ['people', 'commanders'],
  ['people', 'liaisons'],
  ['people', 'specialists'],
  ['cadence'],
] as const;

const targets = ['next_response', 'next_update', 'first_resolution', 'total_resolution'] as const;

/** The ones somebody has set. */
export function notUsedYet(
  has: (path: readonly string[]) => boolean,
  file: Pick<DeskFile, 'sla'>,
): readonly string[] {
  const unused = targets.filter((target) => file.sla.some((entry) => entry[target] !== undefined));
  return [
    ...keys.filter((key) => has(key)).map((key) => key.join('.')),
    ...unused.map((target) => `sla.${target}`),
  ];
}
