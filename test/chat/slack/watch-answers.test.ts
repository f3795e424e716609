import { afterEach, expect, test } from 'vitest';
import { second } from '../../../src/domain/time.ts';
import { until } from '../../contracts/chat-harness.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { ids, openWorkshop, type Workshop } from './support/practice-harness.ts';

let shop: Workshop;
afterEach(() => shop?.close());

async function openDesk() {
  const clock = fakeClock();
  shop = await openWorkshop({ clock });
  await shop.start(async () => undefined);
  const { chat, practice } = shop;
  return { clock, chat, practice, ask: () => chat.resolve(`#${ids.support}`).catch(() => undefined) };
}

test('a desk Slack has not answered for half a minute says since when, and is ready again when Slack is back', async () => {
  const { clock, chat, practice, ask } = await openDesk();
  practice.control.faults({ add: [{ method: '*', status: 503, times: 1000 }] });
  await ask();
  expect(chat.health().connected).toBe(true);
  await clock.advance(35 * second);
  await ask();
  expect(chat.health()).toEqual({
    connected: false,
    detail: 'Slack has not answered the desk since 10:00 UTC.',
  });
  practice.control.faults({ clear: true });
  // Nobody but the one who looks makes the desk ask again.
  await clock.advance(15 * second);
  await until(() => chat.health().connected);
});

test('one answer in between, and a Slack that asks to wait, are no silence', async () => {
  const { clock, chat, practice, ask } = await openDesk();
  practice.control.faults({ add: [{ method: '*', status: 503 }] });
  await ask();
  await ask();
  await clock.advance(35 * second);
  expect(chat.health().connected).toBe(true);
  practice.control.faults({ add: [{ method: '*', status: 429, retryAfter: 60, times: 2 }] });
  await ask();
  await clock.advance(35 * second);
  await ask();
  expect(chat.health().connected).toBe(true);
});
