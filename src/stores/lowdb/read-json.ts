import type { z } from 'zod';
import { Misconfigured } from '../../domain/errors.ts';

const repair = 'Mend it or restore it from a backup, then start again.';

/** Something in the data folder cannot be read; says which file and line, why, and what to do. */
export function unreadable(path: string, line: number, why: string): Misconfigured {
  return new Misconfigured(`Cannot read ${path}, line ${line}: ${why}. ${repair}`);
}

/** The text of a file, or `Misconfigured` where it is not clean UTF-8. */
export function decodeFile(path: string, bytes: Uint8Array): string {
  if (bytes.length === 0) throw unreadable(path, 1, 'the file is empty');
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    throw unreadable(path, 1, 'the file starts with a byte order mark; save it as plain UTF-8');
  }
  const nul = bytes.indexOf(0);
  if (nul >= 0) throw unreadable(path, lineAt(bytes, nul), 'the file holds NUL bytes');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw unreadable(path, 1, 'the file is not UTF-8 text');
  }
}

/** Parses JSON, or says at which line it breaks. `firstLine` is the number of the text's first line in the file. */
export function parseJson(path: string, text: string, firstLine = 1): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const end = text.trimEnd().length;
    const position = Math.min(errorPosition(text, error), end);
    const line = firstLine - 1 + text.slice(0, position).split('\n').length;
    throw unreadable(path, line, position === end ? 'the file is cut off' : 'this is not JSON');
  }
}

/** Checks the shape of parsed JSON, or says at which line the first thing wrong stands. */
export function parseShape<T>(
  schema: z.ZodType<T>,
  value: unknown,
  source: { readonly path: string; readonly text: string },
): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const where = issue?.path.join('.') ?? '';
  const words = `${where === '' ? 'the file' : `"${where}"`}: ${issue?.message ?? 'wrong shape'}`;
  throw unreadable(source.path, lineOfKey(source.text, issue?.path ?? []), words);
}

function errorPosition(text: string, error: unknown): number {
  const stated = statedPosition(error);
  if (stated !== undefined) return stated;
  // Some of V8's messages name no position: look for the shortest start of the text that is already wrong.
  let good = 0;
  let bad = text.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isGoodStart(text.slice(0, middle))) good = middle;
    else bad = middle;
  }
  return isGoodStart(text) ? text.length : good;
}

function isGoodStart(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    if (!(error instanceof Error)) return false;
    if (/end of JSON input|Unterminated string/.test(error.message)) return true;
    return (statedPosition(error) ?? -1) >= text.length;
  }
}

function statedPosition(error: unknown): number | undefined {
  const found = error instanceof Error ? /at position (\d+)/.exec(error.message) : null;
  return found === null ? undefined : Number(found[1]);
}

function lineAt(bytes: Uint8Array, position: number): number {
  let line = 1;
  for (let at = bytes.indexOf(10); at >= 0 && at < position; at = bytes.indexOf(10, at + 1)) line += 1;
  return line;
}

/** The line on which the key at the end of a path stands, as far as it can be told. */
export function lineOfKey(text: string, path: readonly PropertyKey[]): number {
  let from = 0;
  for (const key of path) {
    if (typeof key !== 'string') continue;
    const found = text.indexOf(`${JSON.stringify(key)}:`, from);
    if (found < 0) break;
    from = found;
  }
  return text.slice(0, from).split('\n').length;
}
