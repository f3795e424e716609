import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Invalid } from '../src/domain/errors.ts';
import type { DataSet, Row } from './task.ts';

/** A folder laid out as `<set>/*.jsonl`. A set is read once, when it is asked for. */
export type SetsFolder = {
  readonly path: string;
  /** Names of its sets, sorted. */
  readonly names: readonly string[];
  /** Undefined when there is no such set. Throws `Invalid` with file and line of a broken row. */
  read(set: string): DataSet | undefined;
};

const corpusFile = 'corpus.jsonl';

/** Opens a folder of sets. Throws `Invalid` when there is none. */
export function openSets(path: string): SetsFolder {
  if (!existsSync(path)) throw new Invalid(`There is no folder ${path}. It should hold <set>/*.jsonl.`);
  const names = readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
    .map(({ name }) => name)
    .filter((name) => linesFilesOf(join(path, name)).some((file) => file !== corpusFile))
    .sort();
  const known = new Map<string, DataSet>();
  return {
    path,
    names,
    read(set) {
      const read = known.get(set) ?? (names.includes(set) ? readSet(path, set) : undefined);
      if (read !== undefined) known.set(set, read);
      return read;
    },
  };
}

function readSet(path: string, name: string): DataSet {
  const folder = join(path, name);
  const files = linesFilesOf(folder);
  const rows = files.filter((file) => file !== corpusFile).flatMap((file) => readRows(join(folder, file)));
  return { name, rows, corpus: files.includes(corpusFile) ? readRows(join(folder, corpusFile)) : [] };
}

function linesFilesOf(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .sort();
}

function readRows(file: string): readonly Row[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, at) => (line.trim() === '' ? [] : [rowOf(line, `${file}:${at + 1}`)]));
}

function rowOf(line: string, place: string): Row {
  let row: unknown;
  try {
    row = JSON.parse(line);
  } catch (cause) {
    throw new Invalid(`${place}: the line is not JSON.`, { cause });
  }
  if (typeof row !== 'object' || row === null || Array.isArray(row)) {
    throw new Invalid(`${place}: the line is not one JSON object.`);
  }
  return Object.fromEntries(Object.entries(row));
}
