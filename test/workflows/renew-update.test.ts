import { expect, test } from 'vitest';
import { Unreachable } from '../../src/domain/errors.ts';
import { replyPublicly } from '../../src/domain/ticket/reply.ts';
import { prepareUpdateNow } from '../../src/domain/ticket/updating.ts';
import { minute } from '../../src/domain/time.ts';
import { updateOnDemand } from '../../src/workflows/prepare-update.ts';
import { renewUpdate } from '../../src/workflows/renew-update.ts';
import { ana, triageChannel } from '../support/builders.ts';
import { decide, openDesk, type TestDesk } from './desk.ts';
import { aDeskAtWork, claim, notices, today, until } from './watching.ts';

const states = async (opened: TestDesk) =>
  (await opened.ticket('T-1')).updates?.map(({ state }) => state) ?? [];

/** Dana writes more in her thread, and the desk has looked at it. */
async function more(opened: TestDesk, text: string) {
  await opened.write(text, { thread: (await opened.ticket('T-1')).conversation.thread ?? '' });
  await opened.pass();
}

/** Ana has it, and asking for more time was prepared before the answer is due. */
async function oneStands() {
  const opened = await aDeskAtWork();
  await claim(opened);
  await until(opened, today('13:40'));
  expect(await states(opened)).toEqual(['proposed']);
  return opened;
}

test('what the requester writes takes an update away and brings a fresh one, without another notice', async () => {
  const opened = await oneStands();
  const before = notices(opened, ana).length;
  await more(opened, 'It fails for the second shop, too.');
  expect(await states(opened)).toEqual(['outdated', 'proposed']);
  const [first, fresh] = (await opened.ticket('T-1')).updates ?? [];
  expect(fresh?.clock).toBe(first?.clock);
  expect(fresh?.kind).toBe('delay');
  expect(notices(opened, ana)).toHaveLength(before);
  expect(opened.shown(triageChannel)[0]).toContain('[Send update]');
});

test('one message brings one; the next message brings the next', async () => {
  const opened = await oneStands();
  await more(opened, 'It fails for the second shop, too.');
  await renewUpdate(opened.desk, await opened.ticket('T-1'));
  expect(await states(opened)).toEqual(['outdated', 'proposed']);
  await more(opened, 'Thanks!');
  expect(await states(opened)).toEqual(['outdated', 'proposed']);
  await more(opened, 'And now for the third one?');
  expect(await states(opened)).toEqual(['outdated', 'outdated', 'proposed']);
});

test('an update that an answer took away is not written afresh, not even while the answer is on its way', async () => {
  const opened = await oneStands();
  const slack = new Unreachable('Slack is down', { unknownOutcome: false, retryAfterMs: 10 * minute });
  opened.chat.failNext('post', slack);
  await decide(opened, (ticket, asked) =>
    replyPublicly(ticket, { publicText: 'Under Settings.', next: 'open' }, asked),
  );
  await more(opened, 'Not there. What now?');
  expect((await opened.ticket('T-1')).replies[0]?.delivered).toEqual([]);
  expect(await states(opened)).toEqual(['outdated']);
});

test('one that a person wanted long before it is owed is not written afresh', async () => {
  const opened = await aDeskAtWork();
  await claim(opened);
  const update = await updateOnDemand(opened.desk, await opened.ticket('T-1'));
  await decide(opened, (ticket, asked) => prepareUpdateNow(ticket, update!, asked));
  await more(opened, 'It fails for the second shop, too.');
  expect(await states(opened)).toEqual(['outdated']);
});

test('nothing is written for a ticket that ended or was merged, nor while two messages come at once', async () => {
  const opened = await oneStands();
  const stale = await opened.ticket('T-1');
  await opened.end();
  const again = await openDesk({ world: opened });
  const { desk, clock } = again;
  await again.write('It fails for the second shop, too.', { thread: stale.conversation.thread ?? '' });
  const first = await again.ticket('T-1');
  expect(first.updates?.map(({ state }) => state)).toEqual(['outdated']);
  for (const over of [
    { ...first, status: 'solved' as const },
    { ...first, merged: { by: ana, at: clock.now(), into: 'T-2', was: 'open' as const } },
  ]) {
    await renewUpdate(desk, over);
  }
  await again.write('And the third one?', { thread: stale.conversation.thread ?? '' });
  await renewUpdate(desk, first);
  expect((await again.ticket('T-1')).updates).toHaveLength(1);
  await renewUpdate(desk, await again.ticket('T-1'));
  expect((await again.ticket('T-1')).updates).toHaveLength(2);
});
