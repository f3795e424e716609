import { afterEach, beforeEach, expect, test } from 'vitest';
import { day, minute } from '../../src/domain/time.ts';
import { loadIncident } from '../../src/workflows/incident/change-incident.ts';
import { eventually } from '../support/eventually.ts';
import { openPracticeDesk, type PracticeDesk } from '../support/practice-desk.ts';
import { channelId, idOf, keyOf, type PersonName } from '../support/practice-names.ts';
import { buttonsOf, words } from '../support/shown.ts';

let desk: PracticeDesk;
let thread: ReturnType<PracticeDesk['say']>;
beforeEach(async () => {
  desk = await openPracticeDesk({ filled: 'nothing' });
  thread = desk.say(
    'Dana',
    'Production is down: checkout fails for all our customers since 10:00, we lose orders.',
  );
  const id = await desk.ticketOf(thread);
  await desk.cardOf(id);
  await act('Ana', `war-room ${id}`);
  await desk.settled();
  for (const [person, role] of [
    ['Grace', 'commander'],
    ['Sofie', 'liaison'],
  ] as const) {
    await act(person, `war-room INC-1 role ${role} me`);
  }
  await desk.settled();
});
afterEach(() => desk.close());

const act = (person: PersonName, text: string) =>
  desk.practice.control.command({
    as: idOf(person),
    channel: channelId('support-triage'),
    text: `/ticket ${text}`,
  });
const withKey = (key: RegExp) =>
  desk.messages().filter((each) => !each.deleted && key.test(keyOf(each) ?? ''));
const shown = (key: RegExp, button: string) =>
  eventually(
    () => withKey(key).findLast((each) => buttonsOf(each).includes(button)),
    () => `${key} with ${button} among ${withKey(key).map(words)}`,
  );
const incident = async () => (await loadIncident(desk.running.desk, 'INC-1'))!;
const room = async () => (await incident()).room.channel?.replace('slack:', '') ?? '';
const replies = () => desk.threadOf(thread).filter((each) => words(each).includes('A database is full'));
async function pass(minutes: number) {
  for (let left = minutes; left > 0; left -= 1) {
    desk.pass(minute);
    await desk.settled();
  }
}

test('a room archived in the middle of an approval: what was approved goes out once, and the next room has everything', async () => {
  await act('Sofie', 'war-room INC-1 update A database is full and is being emptied.');
  const card = await shown(/^INC-1\/approval:/, 'Approve & send');
  const approving = desk.press('Grace', card, 'Approve & send');
  desk.practice.control.channel({ as: idOf('Omar'), channel: await room(), change: 'archive' });
  await approving;
  await desk.settled();
  await pass(8);
  expect(replies()).toHaveLength(1);
  const { room: now, updates } = await incident();
  expect(now.state).toBe('ready');
  expect(updates[0]?.state).toBe('delivered');
  const lost = withKey(/^INC-1\/room-lost:/);
  expect(lost.length).toBeGreaterThan(0);
});

test('a room archived before an approval: it can be approved in the next one', async () => {
  await act('Sofie', 'war-room INC-1 update A database is full and is being emptied.');
  await shown(/^INC-1\/approval:/, 'Approve & send');
  const before = await room();
  desk.practice.control.channel({ as: idOf('Omar'), channel: before, change: 'archive' });
  await desk.settled();
  await pass(8);
  expect(await room()).not.toBe(before);
  const card = await eventually(
    async () => {
      const now = await room();
      return withKey(/^INC-1\/approval:/).findLast(
        (each) => each.channel === now && buttonsOf(each).includes('Approve & send'),
      );
    },
    () => `the draft in the new room among ${withKey(/^INC-1\/approval:/).map(words)}`,
  );
  await desk.press('Grace', card, 'Approve & send');
  await desk.settled();
  await pass(1);
  expect(replies()).toHaveLength(1);
});

test.each([
  'restricted_action',
  'already_archived',
  'cant_archive_required',
  'missing_scope',
  'internal_error',
])('an incident that was called off is over, whether its room can be archived or not: %s', async (error) => {
  await act('Grace', 'war-room INC-1 cancel It was a test of ours.');
  await desk.settled();
  const times = error === 'internal_error' ? 2 : 1000;
  desk.practice.control.faults({ add: [{ method: 'conversations.archive', error, times }] });
  for (let days = 0; days < 7; days += 1) {
    desk.pass(day);
    await desk.settled();
  }
  await pass(30);
  const { lifecycle, room: now } = await incident();
  expect(lifecycle).toBe('cancelled');
  const isArchived = error === 'already_archived' || error === 'internal_error';
  expect(now.state).toBe(isArchived ? 'archived' : 'ready');
});

test.each(['restricted_action', 'not_in_channel', 'channel_not_found', 'not_archived', 'internal_error'])(
  'a room that is put away is followed by another one when it cannot be brought back: %s',
  async (error) => {
    desk.practice.control.channel({ as: idOf('Omar'), channel: await room(), change: 'archive' });
    await desk.settled();
    desk.practice.control.faults({ add: [{ method: 'conversations.unarchive', error, times: 1000 }] });
    const offer = await shown(/^INC-1\/room-lost:.*U09GRACE/, 'Bring it back');
    await desk.press('Grace', offer, 'Bring it back');
    await desk.settled();
    await pass(7);
    expect((await incident()).room.state).toBe('ready');
    await act('Sofie', 'war-room INC-1 update A database is full and is being emptied.');
    const card = await shown(/^INC-1\/approval:/, 'Approve & send');
    await desk.press('Grace', card, 'Approve & send');
    await desk.settled();
    await pass(1);
    expect(replies()).toHaveLength(1);
  },
);
