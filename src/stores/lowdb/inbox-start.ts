import type { Log } from '../../ports.ts';
import type { Files } from './files.ts';
import { type InboxMemory, inboxMemory } from './inbox-memory.ts';
import { listSegments, readSegment, type Segment, segmentPath } from './journal-segment.ts';

export type InboxStart = {
  readonly memory: InboxMemory;
  readonly segments: Segment[];
  /** Number of the next entry. */
  readonly next: number;
};

/** Reads the retained journal. A torn end of the last segment is left out, and the log says so. */
export async function readInbox(files: Files, folder: string, log: Pick<Log, 'warn'>): Promise<InboxStart> {
  const memory = inboxMemory();
  const segments: Segment[] = [];
  const names = await listSegments(files, folder);
  let next = 1;
  for (const [index, name] of names.entries()) {
    const path = segmentPath(folder, name);
    const content = await readSegment(files, path, index === names.length - 1 ? 'last' : 'earlier');
    if (content.end < content.size) {
      log.warn('journal_end_torn', {
        file: path,
        keptBytes: content.end,
        droppedBytes: content.size - content.end,
      });
    }
    if (content.next === undefined) {
      // Not even the first line was safe, so nothing in it was ever acknowledged.
      await files.remove(path);
      continue;
    }
    const segment = { name, path, size: content.end };
    segments.push(segment);
    next = Math.max(next, content.next);
    for (const { line, offset, length } of content.lines) {
      memory.add(line, { segment, offset, length });
      next = Math.max(next, line.n + 1);
    }
  }
  return { memory, segments, next };
}
