import type { ChatEvent } from '../../src/domain/chat-event.ts';
import { Conflict } from '../../src/domain/errors.ts';
import { type Instant, laterBy } from '../../src/domain/time.ts';
import type {
  Change,
  Claims,
  InboxEntry,
  Queue,
  Settlement,
  Stored,
  StorePort,
} from '../../src/store-port.ts';

type Work = {
  leasedUntil?: Instant;
  notBefore?: Instant;
  attempts: number;
  maybeSaid: boolean;
  parked?: boolean;
};

/** A desk's memory without a disk, for the scheduler's own tests. */
export function memoryStore(): StorePort {
  const aggregates = new Map<string, Stored>();
  const entries: InboxEntry[] = [];
  const seen = new Set<string>();
  const work = new Map<string, Work>();
  const listeners = new Set<Parameters<StorePort['watch']>[0]>();

  const workOf = (name: string) => {
    const known = work.get(name) ?? { attempts: 0, maybeSaid: false };
    work.set(name, known);
    return known;
  };
  const isFree = (name: string, now: Instant) => {
    const { leasedUntil, notBefore, parked } = workOf(name);
    return !parked && (leasedUntil ?? '') <= now && (notBefore ?? '') <= now;
  };
  const lease = (name: string, now: Instant, leaseMs: number) => {
    const it = workOf(name);
    const before = { attempts: it.attempts, maybeSaid: it.maybeSaid || it.leasedUntil !== undefined };
    it.attempts += 1;
    it.leasedUntil = laterBy(now, leaseMs);
    return before;
  };
  const threadOf = (event: ChatEvent) =>
    'message' in event && typeof event.message === 'object' ? event.message.thread : '';
  const timerName = (at: Stored, key: string, generation: number) => `t ${at.id} ${key} ${generation}`;
  const nameOf = (claim: Claims[Queue]) => {
    if ('entry' in claim) return `i ${claim.entry.number}`;
    if ('timer' in claim) return `t ${claim.id} ${claim.timer.key} ${claim.timer.generation}`;
    return `o ${claim.id} ${claim.row.key}`;
  };

  const commit = async (change: Change) => {
    const old = aggregates.get(change.id);
    if ((old?.version ?? 0) !== change.expectedVersion) throw new Conflict(`${change.id} moved on`);
    let timers = old?.timers ?? [];
    for (const each of change.timers ?? []) {
      const key = 'set' in each ? each.set : each.cancel;
      const generation =
        Math.max(
          0,
          ...[...work.keys()]
            .filter((n) => n.startsWith(`t ${change.id} ${key} `))
            .map((n) => Number(n.split(' ').at(-1))),
          ...timers.filter((t) => t.key === key).map((t) => t.generation),
        ) + 1;
      timers = timers.filter((timer) => timer.key !== key);
      if ('set' in each) timers = [...timers, { key, kind: each.kind, dueAt: each.dueAt, generation }];
    }
    let outbox = old?.outbox ?? [];
    for (const each of change.outbox ?? []) {
      if ('done' in each) {
        outbox = outbox.filter((row) => row.key !== each.done || row.generation !== each.generation);
        work.delete(`o ${change.id} ${each.done}`);
        continue;
      }
      const row = outbox.find((known) => known.key === each.add);
      const { add, ...rest } = each;
      const fresh = {
        key: add,
        ...rest,
        bornAt: row?.bornAt ?? change.at,
        generation: (row?.generation ?? 0) + 1,
      };
      outbox = row ? outbox.map((known) => (known === row ? fresh : known)) : [...outbox, fresh];
    }
    const version = change.expectedVersion + 1;
    const { kind, id, state } = change;
    aggregates.set(id, {
      kind,
      id,
      version,
      state,
      events: [...(old?.events ?? []), ...change.events],
      timers,
      outbox,
    });
    for (const listener of listeners) queueMicrotask(() => listener({ kind, id, state }));
    return version;
  };

  const claimInbox = (now: Instant, leaseMs: number, limit: number) => {
    const taken: Claims['inbox'][] = [];
    const blocked = new Set<string>();
    for (const entry of entries) {
      if (entry.result || taken.length >= limit) continue;
      const thread = threadOf(entry.event);
      if (blocked.has(thread)) continue;
      blocked.add(thread);
      const name = `i ${entry.number}`;
      if (isFree(name, now)) taken.push({ entry, attempts: lease(name, now, leaseMs).attempts });
    }
    return taken;
  };
  const claimTimers = (now: Instant, leaseMs: number, limit: number) => {
    const due = [...aggregates.values()].flatMap((at) =>
      at.timers.map((timer) => ({ kind: at.kind, id: at.id, timer })),
    );
    return due
      .filter((each) => each.timer.dueAt <= now && isFree(nameOf({ ...each, attempts: 0 }), now))
      .sort((a, b) => a.timer.dueAt.localeCompare(b.timer.dueAt))
      .slice(0, limit)
      .map((each) => ({ ...each, attempts: lease(nameOf({ ...each, attempts: 0 }), now, leaseMs).attempts }));
  };
  const claimOutbox = (now: Instant, leaseMs: number, limit: number, busy: ReadonlySet<string>) => {
    const rows = [...aggregates.values()].flatMap((at) =>
      at.outbox.map((row) => ({ kind: at.kind, id: at.id, row })),
    );
    return rows
      .filter(({ id, row }) => !busy.has(row.channel) && isFree(`o ${id} ${row.key}`, now))
      .sort((a, b) => a.row.priority - b.row.priority || a.row.bornAt.localeCompare(b.row.bornAt))
      .slice(0, limit)
      .map((each) => ({ ...each, ...lease(`o ${each.id} ${each.row.key}`, now, leaseMs) }));
  };
  const claims = {
    inbox: claimInbox,
    timers: claimTimers,
    outbox: claimOutbox,
  };

  const settle = async (_queue: Queue, claim: Claims[Queue], settlement: Settlement) => {
    const it = workOf(nameOf(claim));
    delete it.leasedUntil;
    if ('retryAt' in settlement) {
      it.notBefore = settlement.retryAt;
      it.maybeSaid = settlement.maybeSaid ?? it.maybeSaid;
    } else if ('parked' in settlement) it.parked = true;
    if ('entry' in claim) {
      const at = claim.entry.event.at;
      const index = entries.findIndex((entry) => entry.number === claim.entry.number);
      if ('handled' in settlement) entries[index] = { ...claim.entry, result: { ...settlement.handled, at } };
      if ('parked' in settlement)
        entries[index] = { ...claim.entry, result: { outcome: 'parked', reason: settlement.parked, at } };
      return;
    }
    const stored = aggregates.get(claim.id)!;
    if ('stale' in settlement && 'timer' in claim)
      aggregates.set(claim.id, {
        ...stored,
        timers: stored.timers.filter((t) => timerName(stored, t.key, t.generation) !== nameOf(claim)),
      });
    if ('stale' in settlement && 'row' in claim)
      aggregates.set(claim.id, {
        ...stored,
        outbox: stored.outbox.filter((r) => r.key !== claim.row.key || r.generation !== claim.row.generation),
      });
    if ('parked' in settlement && 'row' in claim)
      aggregates.set(claim.id, {
        ...stored,
        outbox: stored.outbox.map((r) =>
          r.key === claim.row.key ? { ...r, parked: { at: settlement.at, reason: settlement.parked } } : r,
        ),
      });
  };

  return {
    commit,
    load: async (_kind, id) => structuredClone(aggregates.get(id)),
    tickets: async () => [],
    nextTicketId: async () => 'T-1',
    async *events() {},
    async receive(event, at) {
      if (event.keys.some((key) => seen.has(key))) return 'known';
      for (const key of event.keys) seen.add(key);
      entries.push({ number: entries.length + 1, receivedAt: at, event });
      for (const listener of listeners) queueMicrotask(() => listener('inbox'));
      return 'stored';
    },
    intake: async ({ limit }) => entries.slice(-limit).reverse(),
    claim: async (queue, ask) =>
      claims[queue](ask.now, ask.leaseMs, ask.limit, ask.busy ?? new Set()) as Claims[typeof queue][],
    settle,
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    health: () => ({
      writable: true,
      detail: '',
      inboxWaiting: 0,
      outboxWaiting: 0,
      parked: 0,
      indexed: true,
      tickets: aggregates.size,
    }),
    close: async () => {},
  };
}
