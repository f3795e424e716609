import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadIncident } from '../../src/workflows/incident/change-incident.ts';
import { eventually } from '../support/eventually.ts';
import { openPracticeDesk, type PracticeDesk } from '../support/practice-desk.ts';

let desk: PracticeDesk;
beforeEach(async () => {
  desk = await openPracticeDesk({ filled: 'nothing' });
  const said = desk.say('Dana', 'Checkout is down, nobody can pay. Error 502.');
  const id = await desk.ticketOf(said);
  const card = await desk.cardOf(id, (text) => text.includes('Open war room'));
  await desk.press('Ana', card, 'Open war room');
  await eventually(async () => (await incident())?.room.state === 'ready', 'the room is there');
});
afterEach(() => desk.close());

const incident = () => loadIncident({ store: desk.store }, 'INC-1');

test('where it stands and what happened can be asked from anywhere, for oneself alone', async () => {
  await desk.command('Omar', '/ticket war-room status', 'support-triage');
  await desk.toldPrivately('Omar', 'War room:');
  await desk.command('Omar', '/ticket war-room timeline', 'support-triage');
  await desk.toldPrivately('Omar', 'The log is whole: every entry stands as it was written.');
});

test('what customers are told is changed by command, with words; a wrong word is answered with the right ones', async () => {
  await desk.command('Grace', '/ticket war-room status fixed', 'support-triage');
  await desk.toldPrivately('Grace', 'Say “investigating”, “identified” or “monitoring”');
  await desk.command(
    'Grace',
    '/ticket war-room status identified A certificate had expired',
    'support-triage',
  );
  await desk.toldPrivately('Grace', 'customers are told “cause identified” from now on');
  expect((await incident())?.customerStatus).toBe('identified');
});

test('the whole timeline is put into the room as a file', async () => {
  await desk.command('Grace', '/ticket war-room timeline file', 'support-triage');
  await desk.toldPrivately('Grace', 'The whole timeline is in the room as a file.');
  const channel = (await incident())?.room.channel?.replace('slack:', '');
  const files = desk.practice
    .state()
    .messages.filter((message) => message.channel === channel)
    .flatMap((message) => message.files ?? []);
  expect(files.map(({ name }) => name)).toContain('inc-1-timeline.md');
});

test('somebody outside the team is told nothing of it', async () => {
  await desk.command('Dana', '/ticket war-room timeline');
  await desk.toldPrivately('Dana', 'Only the support team can do that.');
});
