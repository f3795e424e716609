import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadIncident, loadIncidentWithLog } from '../../src/workflows/incident/change-incident.ts';
import { eventually } from '../support/eventually.ts';
import { openPracticeDesk, type PracticeDesk } from '../support/practice-desk.ts';
import { channelId, idOf } from '../support/practice-names.ts';
import { words } from '../support/shown.ts';

let desk: PracticeDesk;
beforeEach(async () => {
  desk = await openPracticeDesk({ filled: 'nothing' });
});
afterEach(() => desk.close());

const minute = 60_000;
const incident = () => loadIncident({ store: desk.store }, 'INC-1');
const channels = () => desk.practice.state().channels;

async function declared(): Promise<void> {
  const said = desk.say('Dana', 'Checkout is down, nobody can pay. Error 502.');
  const id = await desk.ticketOf(said);
  const card = await desk.cardOf(id, (text) => text.includes('Open war room'));
  await desk.press('Ana', card, 'Open war room');
}

/** The channel that is the room, once it is furnished. */
async function room(holds: (name: string) => boolean = () => true) {
  return eventually(async () => {
    const { channel, state, pageOf, pinned } = (await incident())?.room ?? {};
    const found = channels().find(({ id }) => `slack:${id}` === channel);
    return state === 'ready' && found && holds(found.name) && pageOf !== undefined && pinned
      ? found
      : undefined;
  }, 'the room is furnished');
}

async function logged(type: string) {
  const loaded = await loadIncidentWithLog({ store: desk.store }, 'INC-1');
  return loaded?.log.map(({ event }) => event).filter((event) => event.type === type) ?? [];
}

test('a room is a channel with its people, a topic, a pinned card, links and a page', async () => {
  await declared();
  const made = await room();
  expect(made.name).toMatch(/^inc-1-/);
  expect(made.members).toContain(idOf('Ana'));
  expect(made.members).not.toContain(idOf('Dana'));
  expect(made.topic).toContain('INC-1');
  expect(made.canvas?.markdown).toContain('INC-1');
  await eventually(
    () =>
      channels()
        .find(({ id }) => id === made.id)
        ?.bookmarks?.some(({ title }) => title === 'Ticket T-1'),
    'the ticket is linked',
  );
});

test('what people pin and note in the room is in its log, and nothing becomes a ticket', async () => {
  await declared();
  const { id: channel } = await room();
  const said = desk.say('Ana', 'The gateway drops every third call', { channel });
  desk.practice.control.pin({ as: idOf('Ana'), channel, ts: said.ts });
  desk.say('Ana', '@Muster we roll back now', { channel });
  await desk.toldPrivately('Ana', 'Noted in the log');
  await eventually(async () => (await logged('message_kept')).length === 1, 'the pin is kept');
  expect(await logged('noted')).toMatchObject([{ text: expect.stringContaining('we roll back now') }]);
  expect(await desk.opened()).toHaveLength(1);
});

test('an archived room is lost, a new one is made, and the next steps go there', async () => {
  await declared();
  const { id: channel } = await room();
  desk.practice.control.channel({ as: idOf('Omar'), channel, change: 'archive' });
  await eventually(async () => (await incident())?.room.state === 'lost', 'the loss is noticed');
  const told = await eventually(
    () => desk.messages().find((message) => words(message).includes('has lost its room')),
    'who leads is told',
  );
  await desk.press('Ana', told, 'New room');
  const next = await room((name) => name.endsWith('-r2'));
  expect(next.members).toContain(idOf('Ana'));
  await eventually(
    () =>
      desk
        .messages()
        .some((message) => message.channel === told.channel && words(message).includes('the room is there')),
    'the message is settled',
  );
});

test('where no channel may be made, a thread under the announcement is the room', async () => {
  desk.practice.control.faults({
    add: [{ method: 'conversations.create', error: 'restricted_action', times: 99 }],
  });
  await declared();
  await eventually(async () => (await incident())?.room.state === 'degraded', 'a thread is the room');
  const { room: state, messages } = (await incident())!;
  expect(state).toMatchObject({
    channel: `slack:${channelId('incidents')}`,
    thread: messages.announcement?.id,
  });
  desk.practice.control.faults({ clear: true });
  desk.pass(2 * minute);
  const made = await room();
  expect((await incident())?.room.channel).toBe(`slack:${made.id}`);
});

test('repair says what was missing and does it', async () => {
  desk.practice.control.faults({ add: [{ method: 'pins.add', error: 'too_many_pins' }] });
  await declared();
  await eventually(async () => (await incident())?.room.steps.pin?.refused, 'the pin is refused');
  await desk.settled();
  await desk.command('Ana', '/ticket war-room INC-1 repair', 'support-triage');
  await desk.toldPrivately('Ana', '1 of 6 steps of the room was missing');
  await room();
});
