import { ChatEvent } from '../../domain/chat-event.ts';
import type { Instant } from '../../domain/time.ts';
import type { Log } from '../../ports.ts';
import type { InboxEntry } from '../../store-port.ts';
import type { Files } from './files.ts';
import { type InboxMemory, inboxMemory } from './inbox-memory.ts';
import { listSegments, readSegment, type Segment, segmentPath, unreadableEntry } from './journal-segment.ts';

export type InboxStart = {
  readonly memory: InboxMemory;
  readonly segments: Segment[];
  /** Entries without a result, oldest first. */
  readonly open: readonly InboxEntry[];
  /** Number of the next entry. */
  readonly next: number;
};

/** Reads the retained journal. A torn end of the last segment is left out, and the log says so. */
export async function readInbox(files: Files, folder: string, log: Pick<Log, 'warn'>): Promise<InboxStart> {
  const memory = inboxMemory();
  const segments: Segment[] = [];
  const names = await listSegments(files, folder);
  const open = new Map<number, { readonly path: string; readonly at: Instant; readonly event: unknown }>();
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
      if ('event' in line) open.set(line.n, { path, at: line.at, event: line.event });
      else open.delete(line.n);
      next = Math.max(next, line.n + 1);
    }
  }
  const entries = [...open].map(([number, { path, at, event }]) => {
    const parsed = ChatEvent.safeParse(event);
    if (!parsed.success) throw unreadableEntry(path, number);
    return { number, receivedAt: at, event: parsed.data };
  });
  return { memory, segments, open: entries, next };
}
