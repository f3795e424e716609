import { afterEach, beforeEach, expect, test } from 'vitest';
import { resolveIncident } from '../../src/domain/incident/lifecycle.ts';
import { minute } from '../../src/domain/time.ts';
import { changeIncident, loadIncident } from '../../src/workflows/incident/change-incident.ts';
import { eventually } from '../support/eventually.ts';
import { openPracticeDesk, type PracticeDesk } from '../support/practice-desk.ts';
import { idOf, keyOf } from '../support/practice-names.ts';
import { words } from '../support/shown.ts';

let desk: PracticeDesk;
let room: string;
beforeEach(async () => {
  desk = await openPracticeDesk({ filled: 'nothing' });
  const said = desk.say('Dana', 'Checkout fails with error 502 for all our users since 10:00');
  await desk.press('Ana', await desk.cardOf(await desk.ticketOf(said)), 'Open war room');
  await desk.settled();
  const { desk: running } = desk.running;
  room = ((await incident()).room.channel ?? '').replace('slack:', '');
  await changeIncident(running, 'INC-1', (now) =>
    resolveIncident(
      now,
      {
        text: 'It works again.',
        dataLoss: 'no',
        reviewOwner: `slack:${idOf('Omar')}`,
        cadence: running.settings.incidents.cadence,
      },
      { by: `slack:${idOf('Grace')}`, role: 'manager', at: running.clock.now(), source: 'form' },
    ),
  );
  await desk.settled();
});
afterEach(() => desk.close());

const incident = async () => (await loadIncident(desk.running.desk, 'INC-1'))!;
const inRoom = (person: 'Ana' | 'Omar' | 'Grace', text: string) =>
  desk.practice.control.command({ as: idOf(person), channel: room, text: `/ticket war-room ${text}` });
const reviewCard = () =>
  eventually(
    () => desk.messages().find((each) => each.channel === room && keyOf(each)?.startsWith('INC-1/review')),
    'the room shows the review',
  );

test('a review is written, planned and closed in the room', async () => {
  await inRoom('Omar', 'review');
  await desk.toldPrivately('Omar', 'Review of INC-1');
  await desk.settled();
  await desk.pick('Ana', await reviewCard(), 'Write a section', 'Lead-up and trigger');
  await desk.submit('Ana', { 'Lead-up and trigger': 'A deploy at 09:58.' });
  await desk.settled();
  expect((await incident()).review).toMatchObject({
    state: 'in_review',
    sections: { lead_up: 'A deploy at 09:58.' },
  });

  await inRoom('Omar', 'action add The alarm');
  expect(await desk.submit('Omar', { 'What is to be done': 'The alarm' })).toHaveProperty(
    'What is to be done',
  );
  await desk.submit('Omar', { 'What is to be done': 'Add an alarm' });
  await desk.settled();
  await inRoom('Omar', 'action accept a1');
  await desk.toldPrivately('Omar', 'Before it can be accepted it needs an owner; a due date;');

  await inRoom('Omar', 'review done');
  await desk.settled();
  await inRoom('Omar', 'review close');
  await desk.toldPrivately('Omar', 'Some actions are neither accepted nor declined yet.');
  await inRoom('Omar', 'action decline a1 The vendor adds it');
  await eventually(async () => (await incident()).actions[0]?.state === 'declined', 'it is declined');
  await desk.toldPrivately('Omar', 'Why not: The vendor adds it');
  await inRoom('Omar', 'review close');
  await eventually(async () => (await incident()).lifecycle === 'closed', 'the incident is closed');

  desk.pass(minute);
  await desk.settled();
  // As it began, and as it was finished.
  const files = JSON.stringify(desk.messages().filter((each) => each.channel === room));
  expect(new Set(files.match(/INC-1-retrospective-\d+\.md/g)).size).toBe(2);
  const log = JSON.stringify((await desk.store.load('incident', 'INC-1'))?.events);
  expect(log).toContain('"as":"page"');
});

test('whoever may not decide is told so, and nothing changes', async () => {
  await inRoom('Omar', 'review');
  await desk.settled();
  await inRoom('Ana', 'review done');
  await desk.toldPrivately('Ana', 'Your part in this incident does not include that.');
  expect((await incident()).review?.state).toBe('draft');
});

test('how well it went over time is told to whoever asks', async () => {
  await inRoom('Ana', 'numbers');
  const told = words(await desk.toldPrivately('Ana', 'Incidents in numbers'));
  expect(told).toContain('Last 30 days');
  expect(told).toContain('median');
});
