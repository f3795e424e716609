import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLog } from '../../src/log.ts';
import { openLowdbStore } from '../../src/stores/lowdb/lowdb-store.ts';
import { deskKeys } from '../support/practice-names.ts';
import { openPlace, type Place } from './support/place.ts';

let place: Place;
beforeEach(async () => {
  place = await openPlace();
});
afterEach(() => place.close());

const socketMode = { SLACK_APP_TOKEN: deskKeys.appToken, PORT: '0' };

test('commands acknowledged while the socket comes and goes are all tickets, each once', async () => {
  const { control } = place.practice;
  const desk = await place.start(socketMode);
  await desk.opened();
  const answers: { text: string; error?: string }[] = [];
  for (let index = 0; index < 30; index += 1) {
    const text = `Import number ${index} stops half way`;
    const asking = control.command({ as: 'U01DANA', channel: 'C01SUPPORT', text: `/ticket ${text}` });
    // The socket goes away while the command is on its way.
    if (index % 6 === 2) control.sockets({ how: index % 12 === 2 ? 'drop' : 'disconnect' });
    answers.push({ text, ...(await asking) });
    if (index % 6 === 2) await place.until(() => place.practice.state().desk?.connected === true);
  }
  const taken = answers.filter(({ error }) => error === undefined).map(({ text }) => text);
  expect(taken.length).toBeGreaterThanOrEqual(25);
  expect((await desk.end('SIGTERM')).code).toBe(0);

  const again = await place.startFast(socketMode);
  await again.opened();
  await again.idle();
  await again.end('SIGTERM');
  const opened = await openLowdbStore({
    folder: place.data,
    log: createLog({ level: 'error', to: 'stderr' }),
  });
  const subjects = (await opened.tickets({})).map(({ subject }) => subject);
  await opened.close();
  expect(new Set(subjects).size).toBe(subjects.length);
  expect(taken.filter((text) => !subjects.includes(text))).toEqual([]);
});

test('a desk killed in Socket Mode has every event it acknowledged', async () => {
  const { control } = place.practice;
  const desk = await place.start(socketMode);
  await desk.opened();
  for (let index = 0; index < 100; index += 1) {
    control.say({ as: 'U01DANA', channel: 'C01SUPPORT', text: `Order ${index} fails with error 502` });
  }
  await place.until(() => place.practice.deliveries().filter(({ status }) => status === 200).length > 20);
  await desk.end('SIGKILL');
  const again = await place.start(socketMode);
  await again.opened();
  await place.until(
    () =>
      new Set(
        place.practice
          .deliveries()
          .filter(({ status }) => status === 200)
          .map(({ id }) => id),
      ).size >= 100,
  );
  await again.end('SIGTERM');
  const store = await openLowdbStore({
    folder: place.data,
    log: createLog({ level: 'error', to: 'stderr' }),
  });
  const kept = (await store.intake({ limit: 1000 })).filter(({ event }) => event.type === 'message');
  await store.close();
  expect(kept).toHaveLength(100);
});
