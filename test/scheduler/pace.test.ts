import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instant, laterBy, minute } from '../../src/domain/time.ts';
import { createPace, slackPace } from '../../src/scheduler/pace.ts';
import { openDesk, row } from './desk.ts';

const start = '2026-11-20T10:00:00.000Z';

test('a channel hears three posts at once and then one a second', async () => {
  const desk = await openDesk();
  const rows = ['a', 'b', 'c', 'd', 'e'].map((key) => row(key, 'support'));
  await desk.put('T-1', { outbox: rows });
  await desk.scheduler.idle();
  expect(desk.chat.said).toHaveLength(3);
  await desk.pass(1000);
  expect(desk.chat.said).toHaveLength(4);
  await desk.pass(1000);
  expect(desk.chat.said).toHaveLength(5);
});

test('a reply goes before the edits that wait in its channel', async () => {
  const desk = await openDesk();
  for (let number = 0; number < 30; number += 1) {
    await desk.put(`T-${number}`, {
      outbox: [row('card', 'triage', 5)],
      state: { at: { card: `triage:${number}` } },
    });
  }
  await desk.scheduler.idle();
  const before = desk.chat.calls.length;
  expect(before).toBeLessThan(30);
  await desk.put('T-0', { outbox: [row('reply', 'triage', 1)] });
  await desk.scheduler.idle();
  expect(desk.chat.calls[before]).toBe('post T-0 reply');
  await desk.pass(minute);
  expect(desk.chat.calls).toHaveLength(31);
});

test('the pace holds in any minute', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(3000), { minLength: 1, maxLength: 400 }), (gaps) => {
      const pace = createPace(slackPace);
      const sent: number[] = [];
      let now = start;
      for (const gap of gaps) {
        now = laterBy(now, gap);
        if (pace.postFrom('c', now) <= now) {
          pace.posted('c', now);
          sent.push(Date.parse(now));
        }
      }
      for (const from of sent) {
        const within = sent.filter((at) => at >= from && at < from + minute).length;
        expect(within).toBeLessThanOrEqual(60 + slackPace.channelPosts.burst);
      }
    }),
  );
});

test('a clock set back does not silence a channel', () => {
  const pace = createPace(slackPace);
  for (let post = 0; post < 5; post += 1) pace.posted('c', start);
  const earlier = instant(Date.parse(start) - 60 * minute);
  expect(pace.postFrom('c', earlier)).toBe(earlier);
});
