import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { healthRoutes } from '../src/health.ts';
import { createMetrics } from '../src/metrics.ts';
import { createCounters } from '../src/scheduler/counters.ts';
import type { StoreHealth } from '../src/store-port.ts';
import { fakeClock } from './support/fake-clock.ts';

const well: StoreHealth = {
  writable: true,
  detail: 'ok',
  inboxWaiting: 3,
  outboxWaiting: 2,
  parked: 1,
  indexed: true,
  tickets: 40,
  clocks: [{ target: 'next_update', running: 3, paused: 2, overdue: 1, missed: 4 }],
};

async function serve(health: Partial<StoreHealth>, connected = true) {
  const clock = fakeClock();
  const store = { health: () => ({ ...well, ...health }), incidents: async () => [] };
  const counters = createCounters();
  counters.inbox.opened = 7;
  counters.outbox.posted = 9;
  const running = { inbox: 0, timers: 0, outbox: 0 };
  const metrics = createMetrics({ store, clock, scheduler: { stats: () => ({ ...counters, running }) } });
  metrics.acked(0.02);
  const chat = { health: () => ({ connected, detail: 'the socket is closed' }) };
  const routes = healthRoutes({ store, chat, clock, metrics });
  const server = createServer((request, response) => {
    void routes.find(({ path }) => path === request.url)?.handler(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return async (path: string) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`);
    return { status: response.status, text: await response.text() };
  };
}

test('a desk at work is live and ready', async () => {
  const get = await serve({});
  expect(await get('/healthz')).toEqual({ status: 200, text: 'ok\n' });
  expect(await get('/readyz')).toEqual({ status: 200, text: 'ready\n' });
});

test('a desk that cannot work says why, and still lives', async () => {
  const stuck = {
    writable: false,
    detail: 'the disk is full',
    oldestOverdueTimer: '2026-11-20T09:55:00.000Z',
  };
  const get = await serve(stuck, false);
  expect(await get('/healthz')).toMatchObject({ status: 200 });
  expect(await get('/readyz')).toEqual({
    status: 503,
    text:
      'store: not writable: the disk is full\nchat: not connected: the socket is closed\n' +
      'timers: the oldest is overdue since 2026-11-20T09:55:00.000Z\n',
  });
});

test('a timer that is a little late is no alarm', async () => {
  const get = await serve({ oldestOverdueTimer: '2026-11-20T09:55:00.001Z' });
  expect((await get('/readyz')).status).toBe(200);
});

test('the figures are those of this moment, however often they are read', async () => {
  const get = await serve({ oldestOverdueTimer: '2026-11-20T09:59:30.000Z' });
  await get('/metrics');
  const { text } = await get('/metrics');
  for (const line of [
    'muster_inbox_waiting 3',
    'muster_outbox_waiting 2',
    'muster_parked 1',
    'muster_tickets 40',
    'muster_oldest_overdue_timer_seconds 30',
    'muster_events_total{outcome="opened"} 7',
    'muster_posts_total{outcome="posted"} 9',
    'muster_ack_seconds_bucket{le="0.025"} 1',
  ]) {
    expect(text).toContain(`${line}\n`);
  }
});
