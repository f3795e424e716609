import { Misconfigured, Unreachable } from '../../domain/errors.ts';
import { codeOf } from './files.ts';

const repairs: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full. Make room on it',
  EDQUOT: 'the disk quota is used up. Raise it or make room',
  EROFS: 'the disk is mounted read-only. Mount it for writing',
  EACCES: 'the desk may not write there. Give its user the right to write',
  EPERM: 'the desk may not write there. Give its user the right to write',
  EMFILE: 'too many files are open. Raise the limit of open files',
  ENFILE: 'too many files are open on this machine. Raise the limit of open files',
  ENOENT: 'the folder is gone. Put it back or restart the desk',
  EIO: 'the disk reports an error. Check the disk',
};

/** A failed write in words: which file, why, what to do. `unknownOutcome` when the write may be on disk all the same. */
export function storageTrouble(path: string, error: unknown, unknownOutcome: boolean): Unreachable {
  const code = codeOf(error);
  const reason =
    (code === undefined ? undefined : repairs[code]) ??
    `the disk refused it (${code ?? String(error)}). Check the disk`;
  const state = unknownOutcome ? 'It may or may not have been kept' : 'Nothing was changed';
  return new Unreachable(
    `Cannot write ${path}: ${reason}. ${state}.`,
    { retryAfterMs: 5000, unknownOutcome },
    { cause: error },
  );
}

const passing = ['EMFILE', 'ENFILE', 'EIO', 'EAGAIN'];

/** A file that is there and cannot be read: a passing trouble of the machine, or something to be put right. */
export function readTrouble(path: string, error: unknown): Unreachable | Misconfigured {
  const code = codeOf(error) ?? String(error);
  if (passing.includes(code)) {
    const detail = { retryAfterMs: 1000, unknownOutcome: false };
    return new Unreachable(`Cannot read ${path}: ${repairs[code] ?? code}.`, detail, { cause: error });
  }
  const repair = 'Give the desk the right to read it, or restore it from a backup, then start again';
  return new Misconfigured(`Cannot read ${path} (${code}). ${repair}.`, { cause: error });
}
