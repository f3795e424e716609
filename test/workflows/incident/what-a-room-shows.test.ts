import { expect, test } from 'vitest';
import { Refused } from '../../../src/domain/errors.ts';
import type { IncidentAsked } from '../../../src/domain/incident/decision.ts';
import { stateImpact } from '../../../src/domain/incident/declare.ts';
import { changeStatus } from '../../../src/domain/incident/lifecycle.ts';
import { addLogNote } from '../../../src/domain/incident/log/log-lines.ts';
import { repairRoom } from '../../../src/domain/incident/room/room-repair.ts';
import { second } from '../../../src/domain/time.ts';
import type { Post } from '../../../src/ports.ts';
import { changeIncident } from '../../../src/workflows/incident/change-incident.ts';
import { fileTimeline } from '../../../src/workflows/incident/file-timeline.ts';
import { ana, incidentsChannel, mia, triageChannel } from '../../support/builders.ts';
import { aWorld } from '../desk.ts';
import { aWarRoom, restarted, type WarRoom } from './a-war-room.ts';

const asked = (room: WarRoom, by = mia, cause = 'press:1'): IncidentAsked => ({
  by,
  role: by === mia ? 'manager' : 'agent',
  at: room.clock.now(),
  source: 'button',
  cause,
});
const channelOf = async (room: WarRoom) => (await room.incident()).room.channel ?? '';
const inRoom = async (room: WarRoom) => room.shown(await channelOf(room));
const cardsIn = async (room: WarRoom) =>
  (await inRoom(room)).filter((text) => text.includes('[Update customers]'));
const impact = (what: string) => (room: WarRoom) =>
  changeIncident(room.desk, 'INC-7', (incident) => stateImpact(incident, { what }, asked(room)));

test('the room begins with its card and a welcome, and the card is changed in place', async () => {
  const room = await aWarRoom();
  await room.pass(10 * second);
  const [first, second_] = await inRoom(room);
  expect(first).toContain('INC-7 · Checkout fails with error 502');
  expect(second_).toContain('How we work here');
  await impact('Nobody can pay')(room);
  await room.pass(10 * second);
  const cards = await cardsIn(room);
  expect(cards).toHaveLength(1);
  expect(cards[0]).toContain('Impact: “Nobody can pay”');
});

test('the card that is pinned is the one that stands', async () => {
  const room = await aWarRoom();
  await room.pass(10 * second);
  const { messages } = await room.incident();
  expect([...room.rooms.named('inc-7-checkout-502').pins]).toContain(messages.card?.id);
});

test('a line is said once, also when the desk is restarted in between', async () => {
  const room = await aWarRoom();
  await room.pass(10 * second);
  await impact('Nobody can pay')(room);
  const again = await restarted(room);
  await again.pass(10 * second);
  const lines = (await inRoom(again)).filter((text) => text.startsWith('💥'));
  expect(lines).toHaveLength(1);
});

test('an announcement that is refused stands on the card with its reason until it is tried again and heard', async () => {
  const world = await aWorld();
  const closed = new Set<string>([incidentsChannel]);
  const chat = {
    ...world.chat,
    post: (post: Post) =>
      closed.has(post.channel)
        ? Promise.reject(
            new Refused('The channel is closed to the desk.', 'restricted_action_read_only_channel'),
          )
        : world.chat.post(post),
  };
  const room = await aWarRoom({}, { world: { ...world, chat } });
  await room.pass(10 * second);
  const [card] = await cardsIn(room);
  expect(card).toContain('Could not announce it: The channel is closed to the desk.');
  expect(card).toContain('[Try again]');
  closed.clear();
  await changeIncident(room.desk, 'INC-7', (incident) => repairRoom(incident, asked(room)));
  await room.pass(10 * second);
  expect(room.shown(incidentsChannel)).toEqual([expect.stringContaining('War room: #')]);
  expect((await cardsIn(room))[0]).not.toContain('Could not');
});

test('an open incident is announced once, with the way to its room, and the announcement follows its status', async () => {
  const room = await aWarRoom();
  await room.pass(10 * second);
  expect(room.shown(incidentsChannel)).toEqual([
    expect.stringContaining(`War room: #${await channelOf(room)}`),
  ]);
  await changeIncident(room.desk, 'INC-7', (incident) =>
    changeStatus(incident, { to: 'identified', text: 'A certificate' }, asked(room)),
  );
  await room.pass(10 * second);
  const announced = room.shown(incidentsChannel).filter((text) => text.startsWith('INC-7 ·'));
  expect(announced).toEqual([expect.stringContaining('for customers: cause identified')]);
  expect(announced[0]).not.toContain('certificate');
});

test.each([{ visibility: 'restricted' }, { mode: 'drill' }] as const)(
  'nothing of it is said outside its room: %o',
  async (given) => {
    const room = await aWarRoom({ title: 'Breach at Acme', ...given });
    await room.pass(10 * second);
    await impact('Somebody got in')(room);
    await room.pass(60 * second);
    expect(await cardsIn(room)).toHaveLength(1);
    expect([...room.shown(incidentsChannel), ...room.shown(triageChannel)]).toEqual([]);
  },
);

test('where no page can be made the newest of the log stands in the room, in one message', async () => {
  const room = await aWarRoom(
    {},
    {
      before: ({ rooms }) => rooms.failNext('page', new Refused('No canvases.', 'canvas_disabled_user_team')),
    },
  );
  await room.pass(10 * second);
  for (const text of ['first note', 'second note']) {
    await changeIncident(room.desk, 'INC-7', (incident) => addLogNote(incident, text, asked(room)));
    await room.pass(10 * second);
  }
  const logs = (await inRoom(room)).filter((text) => text.startsWith('📜'));
  expect(logs).toHaveLength(1);
  expect(logs[0]).toMatch(/noted: “first note”\n.*noted: “second note”/);
});

test('a card that somebody deleted is said anew with the next change', async () => {
  const room = await aWarRoom();
  await room.pass(10 * second);
  const before = (await room.incident()).messages.card?.id;
  room.chat.failNext('update', new Refused('gone', 'message_not_found'));
  await impact('Nobody can pay')(room);
  await room.pass(10 * second);
  const after = (await room.incident()).messages.card?.id;
  expect(after).not.toBe(before);
  expect((await cardsIn(room)).at(-1)).toContain('Nobody can pay');
});

test('the whole timeline is put into the room as a file once for one press', async () => {
  const room = await aWarRoom();
  await room.pass(10 * second);
  const press = asked(room);
  expect(await fileTimeline(room.desk, 'INC-7', press)).toEqual({ outcome: 'filed' });
  expect(await fileTimeline(room.desk, 'INC-7', press)).toEqual({ outcome: 'filed_before' });
  expect(await fileTimeline(room.desk, 'INC-7', asked(room, mia, 'press:2'))).toEqual({ outcome: 'filed' });
  const { files } = room.rooms.named('inc-7-checkout-502');
  expect(files.map(({ name }) => name)).toEqual(['inc-7-timeline.md', 'inc-7-timeline.md']);
  expect(files[0]?.text).toContain('**Ana** declared the incident “Checkout fails with error 502”');
});

test('of a restricted incident the commander or a manager takes the timeline out, nobody else', async () => {
  const room = await aWarRoom({ visibility: 'restricted' });
  await room.pass(10 * second);
  expect(await fileTimeline(room.desk, 'INC-7', asked(room, ana))).toEqual({ outcome: 'not_allowed' });
  expect(await fileTimeline(room.desk, 'INC-7', asked(room, mia))).toEqual({ outcome: 'filed' });
});

test('a file that the platform refuses is told with its reason', async () => {
  const room = await aWarRoom();
  await room.pass(10 * second);
  room.rooms.failNext('upload', new Refused('Files are switched off.', 'file_uploads_disabled'));
  expect(await fileTimeline(room.desk, 'INC-7', asked(room))).toEqual({
    outcome: 'failed',
    reason: 'Files are switched off.',
  });
});
