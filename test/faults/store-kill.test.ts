import { expect, test } from 'vitest';
import { noFigures, ten } from '../contracts/store/builders.ts';
import { dataFolder } from '../stores/lowdb/data-folder.ts';
import { storeProcess } from '../stores/lowdb/store-process.ts';

const rounds = 5;

/** Says each thing only once it was acknowledged: `commit ticket/T-3 7`, `heard k-19`, `number T-40`. */
const writer = `
  const at = '2026-11-20T10:00:00.000Z';
  const store = await openLowdbStore({ folder });
  const home = (key) => ({ type: 'home_opened', keys: [key], at, by: 'slack:' + key, handle: { person: 'slack:' + key } });
  const summaryOf = (id, version) => ({
    id, subject: 'Checkout fails', status: version % 3 === 0 ? 'closed' : 'open', requester: 'slack:U1',
    openedAt: at, changedAt: at, threads: [],
  });
  const figures = ${JSON.stringify(noFigures(ten))};
  const incidentOf = (id) => ({
    id, title: 'Checkout fails', mode: 'live', visibility: 'open', severity: 'P1', lifecycle: 'active',
    declaredAt: at, changedAt: at, tickets: [], people: [], room: 'pending', figures,
  });
  const change = async (kind, id) => {
    for (;;) {
      const version = (await store.load(kind, id))?.version ?? 0;
      const next = version + 1;
      await store.commit({
        kind, id, expectedVersion: version, events: [{ next }], state: { next }, at,
        ...(kind === 'ticket' ? { summary: summaryOf(id, next) } : { incident: incidentOf(id) }),
      });
      say('commit ' + kind + '/' + id + ' ' + next);
    }
  };
  const hear = async (name) => {
    for (let n = 0; ; n += 1) {
      const key = process.pid + ' ' + name + ' ' + n;
      await store.receive(home(key), at);
      say('heard ' + key);
      if (n % 10 === 0) say('number ' + (await store.nextTicketId()));
      if (n % 10 === 5) say('number ' + (await store.nextIncidentId()));
    }
  };
  say('open');
  const changes = ['T-1', 'T-2', 'T-3'].map((id) => change('ticket', id));
  await Promise.all([...changes, change('incident', 'INC-1'), hear('a'), hear('b'), hear('c')]);
`;

test('killed at any moment, again and again, the store loses nothing it acknowledged', async () => {
  const folder = await dataFolder();
  const versions = new Map<string, number>();
  const keys = new Set<string>();
  const numbers: string[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const child = await storeProcess(folder.path, writer);
    await child.said(100 + Math.floor(Math.random() * 400));
    await child.kill();
    expect(child.lines[0], `round ${round}`).toBe('open');
    for (const line of child.lines) {
      const [what = '', name = '', version] = line.split(' ');
      if (what === 'commit') versions.set(name, Math.max(versions.get(name) ?? 0, Number(version)));
      if (what === 'heard') keys.add(line.slice('heard '.length));
      if (what === 'number') numbers.push(name);
    }
    const store = await folder.open();
    for (const [name, version] of versions) {
      const [kind, id = ''] = name.split('/');
      const stored = await store.load(kind === 'incident' ? 'incident' : 'ticket', id);
      expect(stored?.version, `${name} in round ${round}`).toBeGreaterThanOrEqual(version);
      expect(stored?.state).toEqual({ next: stored?.version });
      expect(stored?.events).toEqual(
        Array.from({ length: stored?.version ?? 0 }, (_, n) => ({ next: n + 1 })),
      );
    }
    // Everybody has a lane of their own here, so that one claim gives everything that was heard.
    const claims = await store.claim('inbox', { now: ten, leaseMs: 1000, limit: 1_000_000 });
    const heard = claims.flatMap(({ entry }) => entry.event.keys);
    const known = new Set(heard);
    expect(known.size).toBe(heard.length);
    expect([...keys].filter((key) => !known.has(key))).toEqual([]);
    // The index of closed tickets is made in the background, through a temp file too.
    await store.tickets({});
    expect((await folder.files()).filter((path) => path.endsWith('.tmp'))).toEqual([]);
    await store.close();
  }
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(keys.size).toBeGreaterThan(100);
}, 120_000);
