import { Invalid } from '../domain/errors.ts';

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'is not there',
  EACCES: 'may not be read by this user',
  EISDIR: 'is a folder; name a file',
  ENOTDIR: 'is a file; name a folder',
};

/** Turns the system's refusal to read a path into a plain sentence. */
export async function readable<T>(path: string, reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    throw new Invalid(`${path} ${reasons[code] ?? `cannot be read (${code})`}. Nothing was changed.`, {
      cause: error,
    });
  }
}
