/** Keys of desk.yaml that are read and checked but change nothing in this version. */
const keys = [['channels', 'reports']] as const;

/** The ones somebody has set. */
export function notUsedYet(has: (path: readonly string[]) => boolean): readonly string[] {
  return keys.filter((key) => has(key)).map((key) => key.join('.'));
}
