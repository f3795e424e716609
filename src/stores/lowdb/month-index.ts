import { join } from 'node:path';
import { z } from 'zod';
import type { TicketSummary } from '../../store-port.ts';
import { type CaseFile, Summary } from './case-file.ts';
import type { FileStat, Files } from './files.ts';

/** What a list and the event stream need of a closed case, so that its file need not be read at start. */
export const IndexLine = z.strictObject({
  /** The case file's bytes and time of change when this was noted; a file that differs is read again. */
  size: z.number(),
  changedMs: z.number(),
  first: z.number(),
  last: z.number(),
  summary: Summary,
});
export type IndexLine = Omit<z.infer<typeof IndexLine>, 'summary'> & { readonly summary: TicketSummary };

export const indexName = 'index.jsonl';

/**
 * The index of a month of closed tickets. It is a convenience that may be cut, stale or missing at any time: lines that
 * cannot be read are skipped, the last line of an id counts, and the case files stay the truth.
 */
export async function readMonthIndex(
  files: Files,
  folder: string,
  lean: (summary: TicketSummary) => TicketSummary,
): Promise<ReadonlyMap<string, IndexLine>> {
  const lines = new Map<string, IndexLine>();
  let text: string;
  try {
    text = new TextDecoder().decode(await files.read(join(folder, indexName)));
  } catch {
    return lines;
  }
  let sinceBreath = 0;
  for (let from = 0; from < text.length; ) {
    const newline = text.indexOf('\n', from);
    const end = newline < 0 ? text.length : newline;
    const line = readIndexLine(text.slice(from, end));
    if (line !== undefined) lines.set(line.summary.id, { ...line, summary: lean(line.summary) });
    from = end + 1;
    sinceBreath += 1;
    if (sinceBreath >= 200) {
      sinceBreath = 0;
      await breathe();
    }
  }
  return lines;
}

export function indexLine(file: CaseFile, { size, changedMs }: FileStat): IndexLine | undefined {
  if (file.summary === undefined) return undefined;
  return {
    size,
    changedMs,
    first: file.events[0]?.seq ?? 0,
    last: file.events.at(-1)?.seq ?? 0,
    summary: file.summary,
  };
}

/** Lets waiting events and answers through between two pieces of background work. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Writes a month's index anew; whole or not at all, without fsync since it can always be made again. */
export async function writeMonthIndex(
  files: Files,
  folder: string,
  lines: Iterable<IndexLine>,
): Promise<void> {
  const temp = join(folder, `.${indexName}.${process.pid}.tmp`);
  const file = await files.open(temp, 'fresh');
  try {
    let text = '';
    let at = 0;
    const flush = async () => {
      const bytes = Buffer.from(text);
      await file.write(bytes, at);
      at += bytes.length;
      text = '';
    };
    for (const line of lines) {
      text += `${JSON.stringify(line)}\n`;
      if (text.length > 256 * 1024) await flush();
    }
    await flush();
  } finally {
    await file.close();
  }
  await files.rename(temp, join(folder, indexName));
}

/** Adds one line to a month's index. */
export async function addToMonthIndex(files: Files, folder: string, line: IndexLine): Promise<void> {
  const file = await files.open(join(folder, indexName), 'append');
  try {
    // A line that was cut short before must not swallow this one.
    await file.write(Buffer.from(`\n${JSON.stringify(line)}\n`), 0);
  } finally {
    await file.close();
  }
}

function readIndexLine(text: string): IndexLine | undefined {
  if (text === '') return undefined;
  try {
    return IndexLine.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
