import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PracticeChange } from '../control.ts';
import type { Changes } from './changes.ts';

const heartbeatMs = 15_000;

/**
 * Sends changes as server-sent events until the watcher leaves. A watcher that says what it saw last
 * (`Last-Event-ID`, or `?after=<revision>`) first gets what it missed.
 */
export function streamChanges(changes: Changes, request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    connection: 'keep-alive',
    'x-content-type-options': 'nosniff',
  });
  response.write('retry: 1000\n\n');
  const seen = seenRevision(request);
  if (seen !== undefined) for (const change of changes.after(seen) ?? []) response.write(eventText(change));
  const leave = changes.subscribe((change) => void response.write(eventText(change)));
  const heartbeat = setInterval(() => response.write(': still here\n\n'), heartbeatMs);
  response.on('close', () => {
    clearInterval(heartbeat);
    leave();
  });
}

function eventText(change: PracticeChange): string {
  return `id: ${change.revision}\nevent: change\ndata: ${JSON.stringify(change)}\n\n`;
}

function seenRevision(request: IncomingMessage): number | undefined {
  const asked = new URL(request.url ?? '/', 'http://practice').searchParams.get('after');
  const last = request.headers['last-event-id'] ?? asked;
  const revision = Number(last);
  return last === null || Number.isNaN(revision) ? undefined : revision;
}
