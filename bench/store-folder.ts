import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { day, instant, minute } from '../src/domain/time.ts';

/** The day the benches pretend it is. */
export const benchDay = Date.parse('2026-11-20T10:00:00.000Z');

/** A ticket as big as usual: 16 events, about 5 KB as it is written. */
export function aCase(number: number, closed: boolean) {
  const id = `T-${number}`;
  const openedMs = benchDay - number * 12 * minute - (closed ? 3 * day : 0);
  const openedAt = instant(openedMs);
  const changedAt = instant(openedMs + day);
  const message = (n: number) => ({
    type: 'message_joined',
    id: `slack:C1:${number}.${n}`,
    by: `slack:U${number % 500}`,
    at: instant(openedMs + n * minute),
    text: `Message ${n} about the checkout that fails with error 502 since this morning for order ${number}`,
  });
  const events = Array.from({ length: 16 }, (_, n) => ({
    seq: openedMs * 1000 + n,
    at: instant(openedMs + n * minute),
    event: message(n),
  }));
  return {
    format: 1,
    kind: 'ticket',
    id,
    version: 16,
    revision: 16,
    summary: {
      id,
      subject: `Checkout fails with error 502 for order ${number}`,
      status: closed ? 'closed' : 'open',
      category: 'technical',
      severity: 'P2',
      queue: `queue-${number % 5}`,
      requester: `slack:U${number % 500}`,
      requesterName: `Customer ${number % 500}`,
      account: `account-${number % 40}`,
      openedAt,
      changedAt,
      ...(closed ? { closedAt: changedAt } : { dueAt: instant(benchDay + number * minute) }),
      threads: [`slack:C1:${number}.0`, `slack:C9:${number}.1`],
    },
    state: {
      id,
      subject: `Checkout fails ${number}`,
      messages: Array.from({ length: 4 }, (_, n) => message(n)),
    },
    timers: closed
      ? []
      : [{ key: 'sla', kind: 'sla', dueAt: instant(benchDay + number * minute), generation: 16 }],
    outbox: [],
    events,
  };
}

/** Fills a data folder as a desk would have left it. */
export function fillFolder(
  folder: string,
  tickets: { readonly open: number; readonly closed: number },
): void {
  const open = join(folder, 'tickets', 'open');
  mkdirSync(open, { recursive: true });
  for (let number = 1; number <= tickets.open; number += 1) {
    writeFileSync(join(open, `T-${number}.json`), JSON.stringify(aCase(number, false), null, 2));
  }
  const made = new Set<string>();
  for (let number = tickets.open + 1; number <= tickets.open + tickets.closed; number += 1) {
    const file = aCase(number, true);
    const month = join(folder, 'tickets', 'closed', file.summary.changedAt.slice(0, 7));
    if (!made.has(month)) mkdirSync(month, { recursive: true });
    made.add(month);
    writeFileSync(join(month, `T-${number}.json`), JSON.stringify(file, null, 2));
  }
}
