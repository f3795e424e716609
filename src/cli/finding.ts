/** One thing a check looked at. A `problem` keeps the desk from its work, a `warning` from a part of it. */
export type Finding = {
  readonly level: 'ok' | 'warning' | 'problem';
  readonly what: string;
  /** What people notice; empty or absent when nothing is wrong. */
  readonly effect?: string;
  /** What to do about it. */
  readonly repair?: string;
  /** How many mistakes it lists; one when absent. */
  readonly count?: number;
};

const marks = { ok: '✓', warning: '!', problem: '✗' } as const;

/** A finding as lines for a terminal. */
export function findingLines({ level, what, effect, repair }: Finding): readonly string[] {
  const [first = '', ...more] = what.split('\n');
  return [
    `${marks[level]} ${first}`,
    ...more.map((line) => `  ${line}`),
    ...(effect === undefined || effect === '' ? [] : [`    Effect: ${effect}`]),
    ...(repair === undefined || repair === '' ? [] : [`    Repair: ${repair}`]),
  ];
}
