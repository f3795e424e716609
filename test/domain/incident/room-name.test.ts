import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextRoomName, roomName } from '../../../src/domain/incident/room/room-name.ts';

const named = (title: string, account?: string, more: object = {}) =>
  roomName({ id: 'INC-7', title, account, mode: 'live', visibility: 'open', ...more });

test.each([
  ['Checkout fails with error 502 for all users', 'Acme', 'inc-7-acme-checkout-502-users'],
  ['Die Kasse zeigt Fehler für alle Größen', undefined, 'inc-7-kasse-zeigt-fehler-grossen'],
  ['注文ができません', undefined, 'inc-7'],
  ['Заказы не проходят: 502', 'Ёлка', 'inc-7-502'],
  ['<!channel> @here *bold*', undefined, 'inc-7-channel-here-bold'],
  ['Checkout is down since 10:05, error 502', 'Acme', 'inc-7-acme-checkout-down-502'],
  ['Checkout is down since 10:05. Nobody pays', 'Acme', 'inc-7-acme-checkout-down-nobody-pays'],
  ['Version 1.2.34 fails', undefined, 'inc-7-version-1-2-34'],
  ['Acme checkout', 'Acme', 'inc-7-acme-checkout'],
  ['Checkout does not work', undefined, 'inc-7-checkout-does-not-work'],
])('“%s” of %s is called %s', (title, account, name) => {
  expect(named(title, account)).toBe(name);
});

test('a restricted incident is called by its number alone, a drill says that it is one', () => {
  expect(named('Key leaked by Acme', 'Acme', { visibility: 'restricted' })).toBe('inc-7');
  expect(named('Checkout', 'Acme', { mode: 'drill' })).toBe('drill-inc-7-acme-checkout');
});

test('whatever it is about, Slack takes the name', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.string({ maxLength: 100 }),
      (title, account) => {
        const name = named(title, account);
        expect(name).toMatch(/^inc-7(-[a-z0-9]+)*$/);
        expect(name.length).toBeLessThanOrEqual(74);
      },
    ),
  );
});

test('a taken name gets a number up to five', () => {
  const names = ['inc-7-acme'];
  for (let next = nextRoomName('inc-7-acme', 'inc-7-acme'); next; next = nextRoomName(next, 'inc-7-acme')) {
    names.push(next);
  }
  expect(names).toEqual(['inc-7-acme', 'inc-7-acme-2', 'inc-7-acme-3', 'inc-7-acme-4', 'inc-7-acme-5']);
});
