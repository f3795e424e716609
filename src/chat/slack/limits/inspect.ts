import { grouped } from './table.ts';

/** A JSON object whose fields are not known yet. */
export type Loose = Readonly<Record<string, unknown>>;
/** Where a problem is, and where to put it. */
export type Spot = { readonly path: string; readonly problems: string[] };

export function isLoose(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function at(spot: Spot, step: string): Spot {
  return { path: `${spot.path}${step}`, problems: spot.problems };
}

export function complain(spot: Spot, problem: string): void {
  spot.problems.push(`${spot.path}: ${problem}`);
}

/** A string of 1 to `max` characters. */
export function checkString(value: unknown, max: number, spot: Spot): void {
  if (typeof value !== 'string') {
    complain(spot, 'must be a string');
    return;
  }
  if (value.length === 0) {
    complain(spot, 'must not be empty');
    return;
  }
  if (value.length > max) complain(spot, `${grouped(value.length)} characters, at most ${grouped(max)}`);
}

export function checkOptionalString(value: unknown, max: number, spot: Spot): void {
  if (value !== undefined) checkString(value, max, spot);
}

/** A text object; `plain` where Slack refuses mrkdwn. */
export function checkText(value: unknown, rule: { max: number; plain?: true }, spot: Spot): void {
  if (!isLoose(value)) {
    complain(spot, 'must be a text object');
    return;
  }
  if (value.type !== 'plain_text' && (rule.plain || value.type !== 'mrkdwn')) {
    complain(at(spot, '.type'), rule.plain ? 'must be plain_text' : 'must be plain_text or mrkdwn');
  }
  checkString(value.text, rule.max, at(spot, '.text'));
}

/** A list of `min` to `max` objects, each given to `each`. */
export function checkList(
  value: unknown,
  rule: { min?: number; max: number; each: (entry: Loose, spot: Spot) => void },
  spot: Spot,
): void {
  if (!Array.isArray(value)) {
    complain(spot, 'must be a list');
    return;
  }
  const min = rule.min ?? 1;
  if (value.length < min) complain(spot, `${value.length} entries, at least ${min}`);
  if (value.length > rule.max) complain(spot, `${grouped(value.length)} entries, at most ${rule.max}`);
  value.forEach((entry: unknown, index) => {
    const entrySpot = at(spot, `[${index}]`);
    if (isLoose(entry)) rule.each(entry, entrySpot);
    else complain(entrySpot, 'must be an object');
  });
}

/** Says so when two entries of one list carry the same id. */
export function checkUnique(entries: unknown, key: string, spot: Spot): void {
  if (!Array.isArray(entries)) return;
  const seen = new Set<unknown>();
  entries.forEach((entry: unknown, index) => {
    const id = isLoose(entry) ? entry[key] : undefined;
    if (id === undefined) return;
    if (seen.has(id)) complain(at(spot, `[${index}].${key}`), `"${String(id)}" is used twice`);
    seen.add(id);
  });
}
