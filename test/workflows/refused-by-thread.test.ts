import { expect, test } from 'vitest';
import { Refused } from '../../src/domain/errors.ts';
import { declineExtension } from '../../src/domain/ticket/extension.ts';
import { sendUpdate, snoozeUpdate } from '../../src/domain/ticket/updating.ts';
import { escalateTicket, snoozeTicket } from '../../src/domain/ticket/work.ts';
import { hour, laterBy, minute } from '../../src/domain/time.ts';
import { setPreference } from '../../src/workflows/preferences.ts';
import { readText } from '../cards/reading.ts';
import { ana, ben, dana, triageChannel } from '../support/builders.ts';
import { aWorld, type TestDesk } from './desk.ts';
import { aDeskAtWork, claim, decide } from './watching.ts';

/** Ana has T-1, and from now on chat refuses what is posted in these places. */
async function aDeskRefusedIn(...places: ('thread' | 'top' | 'direct')[]) {
  const world = await aWorld();
  const refused: string[] = [];
  const plan = { isOn: false };
  const chat: typeof world.chat = {
    ...world.chat,
    async post(post) {
      const isTeams = post.channel === triageChannel;
      const place = post.channel === ana ? 'direct' : isTeams && post.thread ? 'thread' : 'top';
      if (plan.isOn && (isTeams || place === 'direct') && places.includes(place)) {
        refused.push(`${place} ${post.key}`);
        throw new Refused('Nobody can write here.', 'thread_locked');
      }
      return world.chat.post(post);
    },
  };
  const opened = await aDeskAtWork({ world: { ...world, chat } });
  await claim(opened);
  await opened.pass();
  plan.isOn = true;
  return { opened, refused };
}

const atTop = ({ chat }: TestDesk, kind: string) =>
  chat.said.filter(
    ({ post }) => post.channel === triageChannel && !post.thread && post.key.includes(`/${kind}`),
  );
const wordsOf = (said: ReturnType<typeof atTop>) => said.map(({ post }) => readText(post.card.blocks));

/** An update that asks for more time is prepared. */
async function untilPrepared(opened: TestDesk) {
  for (let times = 0; times < 60 && !(await opened.ticket('T-1')).updates?.length; times += 1) {
    await opened.clock.advance(5 * minute);
    await opened.pass(1);
  }
}

test('a snooze that is over is told at the top of the channel when the thread refuses it, once', async () => {
  const { opened } = await aDeskRefusedIn('thread');
  const end = laterBy(opened.clock.now(), hour);
  await decide(opened, ana, (ticket, asked) => snoozeTicket(ticket, end, asked));
  await opened.clock.advance(hour);
  await opened.pass();
  expect(wordsOf(atTop(opened, 'nudge'))).toEqual([expect.stringContaining('Your snooze of T-1 is over')]);
  await opened.clock.advance(hour);
  await opened.pass();
  expect(atTop(opened, 'nudge')).toHaveLength(1);
});

test('that the requester needs it sooner is told at the top of the channel when the thread refuses it', async () => {
  const { opened } = await aDeskRefusedIn('thread');
  await untilPrepared(opened);
  await decide(opened, ana, (ticket, asked) => sendUpdate(ticket, { update: 'u1' }, asked));
  await opened.pass();
  await decide(opened, dana, (ticket, asked) => declineExtension(ticket, 'r1', asked));
  await opened.pass();
  const told = wordsOf(atTop(opened, 'needed_sooner'));
  expect(told).toEqual([expect.stringContaining('T-1: the requester needs it sooner')]);
});

test('an update that was put off comes back at the top of the channel when the thread refuses it', async () => {
  const { opened } = await aDeskRefusedIn('thread');
  await untilPrepared(opened);
  const book = opened.desk.settings.policies;
  const changed = await decide(opened, ana, (ticket, asked) =>
    snoozeUpdate(ticket, { update: 'u1', minutes: 15, book }, asked),
  );
  expect(changed.outcome).toBe('changed');
  await opened.clock.advance(15 * minute);
  await opened.pass();
  const told = wordsOf(atTop(opened, 'nudge'));
  expect(told).toEqual([expect.stringContaining('The update you put off is waiting')]);
});

const escalatedByBen = async (opened: TestDesk) => {
  await decide(opened, ben, (ticket, asked) => escalateTicket(ticket, 'the bank is down', asked));
  await opened.pass(5000);
};
const changes = ({ chat }: TestDesk) => chat.said.filter(({ post }) => post.key.includes('/change_notice'));

test('what others did is told under the card, calling by name, to who cannot be written to directly', async () => {
  const { opened } = await aDeskRefusedIn('direct');
  await escalatedByBen(opened);
  const [said, ...more] = changes(opened);
  expect(more).toEqual([]);
  expect(said?.post).toMatchObject({
    channel: triageChannel,
    thread: (await opened.ticket('T-1')).cards.at(-1)?.id,
  });
  expect(readText(said!.post.card.blocks)).toContain('escalated it: the bank is down');
  expect(JSON.stringify(said?.post.card.blocks)).toContain(`"person":"${ana}","notify":true`);
});

test('what others did is told at the top of the channel when the thread refuses it too', async () => {
  const { opened } = await aDeskRefusedIn('direct', 'thread');
  await escalatedByBen(opened);
  expect(changes(opened)).toHaveLength(1);
  expect(wordsOf(atTop(opened, 'change_notice'))).toEqual([expect.stringContaining('escalated it')]);
});

test('who chose the thread is told at the top of the channel when it refuses', async () => {
  const { opened } = await aDeskRefusedIn('thread');
  const preference = { amount: 'all', quiet: 'off', weekends: 'as_other_days', where: 'thread' } as const;
  await setPreference(opened.desk, preference, { by: ana, at: opened.clock.now() });
  await escalatedByBen(opened);
  expect(opened.shown(ana)).toEqual([]);
  expect(wordsOf(atTop(opened, 'change_notice'))).toEqual([expect.stringContaining('escalated it')]);
});

test('what is refused everywhere is tried once in each place and then left to a person', async () => {
  const { opened, refused } = await aDeskRefusedIn('direct', 'thread', 'top');
  await escalatedByBen(opened);
  const tried = () =>
    refused.filter((each) => each.includes('/change_notice')).map((each) => each.split(' ')[0]);
  expect(tried()).toEqual(['direct', 'thread', 'top']);
  await opened.clock.advance(hour);
  await opened.pass();
  expect(tried()).toHaveLength(3);
  expect(changes(opened)).toEqual([]);
});
