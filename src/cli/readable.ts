import { readFile } from 'node:fs/promises';
import { Invalid } from '../domain/errors.ts';

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'is not there',
  EACCES: 'may not be read by this user',
  EISDIR: 'is a folder; name a file',
  ENOTDIR: 'is a file; name a folder',
};

const unchanged = 'Nothing was changed.';

/** Turns the system's refusal to read a path into a plain sentence; `note` stands after it. */
export async function readable<T>(path: string, reading: Promise<T>, note = unchanged): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    throw new Invalid(`${path} ${reasons[code] ?? `cannot be read (${code})`}. ${note}`, {
      cause: error,
    });
  }
}

/** The text of a file. Spreadsheets like to save in an older encoding, which would garble names without a word. */
export async function textFile(path: string, note = unchanged): Promise<string> {
  const bytes = await readable(path, readFile(path), note);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new Invalid(`${path} is not UTF-8 text; save it as UTF-8. ${note}`, { cause });
  }
}

/** Adds to the list of mistakes what became of them. */
export function nothingChanged<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    throw new Invalid(`${error.message}\n${unchanged}`, { cause: error });
  }
}
