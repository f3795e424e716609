import { expect, test } from 'vitest';
import { minute, second } from '../src/domain/time.ts';
import { awayBefore, keepAlive } from '../src/keep-alive.ts';
import { after, ten } from './support/builders.ts';
import { fakeClock } from './support/fake-clock.ts';

const clockAt = (at: string) => ({ now: () => at });
const told: unknown[] = [];
const log = { warn: (...line: unknown[]) => void told.push(line) };

test.each([
  ['a first start', undefined, undefined],
  ['a quick restart', after(-2), undefined],
  ['three hours', after(-180), { from: after(-180), to: ten }],
  ['a clock that was set back', after(5), undefined],
])('%s', (_name, lastAlive, away) => {
  told.length = 0;
  expect(awayBefore({ lastAlive }, clockAt(ten), log)).toEqual(away);
  expect(told).toEqual(away ? [['desk_was_away', away]] : []);
});

test('the desk gives a sign of life twice a minute and one at its end', async () => {
  const clock = fakeClock();
  const beats: string[] = [];
  const heart = keepAlive({ store: { alive: async (at) => void beats.push(at) }, clock });
  for (let passed = 0; passed < 2 * minute; passed += 30 * second) await clock.advance(30 * second);
  await clock.advance(10 * second);
  await heart.stop();
  expect(beats.map((at) => Date.parse(at) - Date.parse(ten))).toEqual(
    [0, 30, 60, 90, 120, 130].map((s) => s * second),
  );
});
