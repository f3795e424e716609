import { join } from 'node:path';
import { Misconfigured } from '../../domain/errors.ts';
import type { Files } from './files.ts';
import { Header, journalFormat, Line } from './journal-line.ts';
import { decodeFile, parseJson, parseShape, unreadable } from './read-json.ts';

/** One file of the journal. */
export type Segment = {
  /** e.g. `2026-11-20.001.jsonl` */
  readonly name: string;
  readonly path: string;
  /** Bytes that are safe. */
  size: number;
};

export type PlacedLine = { readonly line: Line; readonly offset: number; readonly length: number };

export type SegmentContent = {
  /** Undefined for a last segment whose very first line was cut short. */
  readonly next: number | undefined;
  readonly lines: readonly PlacedLine[];
  /** Where the readable part ends. */
  readonly end: number;
  readonly size: number;
};

const segmentName = /^(\d{4}-\d\d-\d\d)\.(\d{3,})\.jsonl$/;

/** The segments of a folder, oldest first. */
export async function listSegments(files: Files, folder: string): Promise<readonly string[]> {
  return (await files.list(folder)).filter((name) => segmentName.test(name)).sort(bySegmentName);
}

/** The name after `last` on `day`. Names only ever grow, also when the clock is set back. */
export function nextSegmentName(last: string | undefined, day: string): string {
  const found = last === undefined ? null : segmentName.exec(last);
  const lastDay = found?.[1] ?? '';
  const number = day > lastDay ? 1 : Number(found?.[2]) + 1;
  return `${day > lastDay ? day : lastDay}.${String(number).padStart(3, '0')}.jsonl`;
}

/** The day a segment was begun, e.g. `2026-11-20`. */
export function segmentDay(name: string): string {
  return name.slice(0, 10);
}

/**
 * Reads a segment. In the last one a torn end is left out; anything else unreadable is `Misconfigured`.
 */
export async function readSegment(
  files: Files,
  path: string,
  place: 'last' | 'earlier',
): Promise<SegmentContent> {
  const bytes = await files.read(path);
  const lines: PlacedLine[] = [];
  let next: number | undefined;
  let torn: { readonly at: number; readonly error: unknown } | undefined;
  for (let offset = 0, number = 1; offset < bytes.length; number += 1) {
    const newline = bytes.indexOf(10, offset);
    const end = newline < 0 ? bytes.length : newline;
    try {
      if (newline < 0) throw unreadable(path, number, 'the line is cut off');
      const text = textOf(path, bytes.subarray(offset, end), number);
      if (number === 1) next = readHeader(path, text);
      else if (torn === undefined)
        lines.push({ line: readLine(path, text, number), offset, length: end - offset });
      else if (readLine(path, text, number).batch > torn.at) throw torn.error;
    } catch (error) {
      if (place === 'earlier' || isNewer(error) || error === torn?.error) throw error;
      torn ??= { at: offset, error };
    }
    offset = end + 1;
  }
  if (bytes.length === 0 && place === 'earlier') throw unreadable(path, 1, 'the file is empty');
  return { next, lines, end: torn?.at ?? bytes.length, size: bytes.length };
}

export function segmentPath(folder: string, name: string): string {
  return join(folder, name);
}

function textOf(path: string, bytes: Uint8Array, number: number): string {
  if (bytes.includes(0)) throw unreadable(path, number, 'the line holds NUL bytes');
  if (bytes.length === 0) throw unreadable(path, number, 'the line is empty');
  return decodeFile(path, bytes);
}

class NewerJournal extends Misconfigured {}

function isNewer(error: unknown): boolean {
  return error instanceof NewerJournal;
}

function readHeader(path: string, text: string): number {
  const header = parseShape(Header, parseJson(path, text), { path, text });
  if (header.format > journalFormat) {
    throw new NewerJournal(
      `${path}, line 1: written by a newer Muster (format ${header.format}, this one knows up to ` +
        `${journalFormat}). Start the newer version, or restore a backup from before the update.`,
    );
  }
  return header.next;
}

function readLine(path: string, text: string, number: number): Line {
  const parsed = Line.safeParse(parseJson(path, text, number));
  if (parsed.success) return parsed.data;
  throw unreadable(path, number, 'this is not a line of the inbox journal');
}

function bySegmentName(one: string, other: string): number {
  const [left, right] = [segmentName.exec(one), segmentName.exec(other)];
  if (left?.[1] !== right?.[1]) return (left?.[1] ?? '') < (right?.[1] ?? '') ? -1 : 1;
  return Number(left?.[2]) - Number(right?.[2]);
}

/** The event of an entry is not one this version understands. */
export function unreadableEntry(path: string, number: number): Misconfigured {
  return new Misconfigured(
    `Cannot read ${path}, entry ${number}: its event is not one this version of Muster understands. ` +
      'Mend the line or restore the file from a backup, then start again.',
  );
}
