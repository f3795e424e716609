import { expect, test } from 'vitest';
import { announcementCard } from '../../../src/cards/incident/room/announcement.ts';
import { roomCard, statusCard } from '../../../src/cards/incident/room/room-card.ts';
import { after, ana, ben, mia } from '../../support/builders.ts';
import { actionsOf, readText } from '../reading.ts';
import {
  accepted,
  declared,
  degraded,
  led,
  made,
  room,
  sentUpdate,
  type Told,
  tickets,
  told,
  viewOf,
} from './a-room.ts';

const read = (state: Told, now = after(20)) =>
  readText(roomCard(state.incident, viewOf(state, now)).blocks).replaceAll(' (Europe/Berlin)', '');
const actions = (state: Told) => actionsOf(roomCard(state.incident, viewOf(state)).blocks);

test('a new incident says that nobody leads, that nobody has said what is broken, and when customers must hear', () => {
  const text = read(told(declared()), after(1));
  expect(text.split('\n').slice(0, 12)).toEqual([
    'INC-7 · Checkout fails with error 502',
    '🔴 P1 critical · declared, nobody leads yet · for customers: investigating since 11:00',
    `declared 20 Nov 11:00 by @${ana} · team not told yet where it stands`,
    'Impact: nobody has said yet what is broken for whom.',
    '[Say what is broken]',
    'Commander: nobody yet',
    'Customer liaison: nobody yet',
    'Next customer update: ⏱ by 11:15',
    'Last update: customers have heard nothing yet',
    '2 tickets of 2 accounts · none told yet',
    'T-1 (Acme 1) not told yet',
    'T-2 (Acme 2) not told yet',
  ]);
});

test('a role that nobody has can be taken on the card, until somebody has it', () => {
  expect(actions(told(declared())).filter((each) => each === 'role_take')).toHaveLength(2);
  expect(actions(told(...led))).not.toContain('role_take');
});

test('the card says who is asked until when, who hands over, who acts, and that nobody is left', () => {
  const asked = told(declared(), { type: 'role_offered', role: 'commander', person: mia, until: after(4) });
  expect(read(asked)).toContain(`Commander: asking @${mia}, until 11:04`);
  const handing = told(...led, {
    type: 'role_offered',
    role: 'commander',
    person: mia,
    until: after(9),
    by: ana,
  });
  expect(read(handing)).toContain(`Commander: @${ana}, handing over: asking @${mia}, until 11:09`);
  const exhausted = told(declared(), { type: 'role_exhausted', role: 'commander' });
  expect(read(exhausted)).toContain('Commander: 🚨 nobody: everybody was asked');
  const acting = told(declared(), { type: 'role_acting', role: 'commander', person: ana });
  expect(read(acting)).toContain(`Commander: @${ana} acts since 11:01, until somebody accepts`);
});

test('an update is due from its minute on and overdue five minutes later, and what customers were promised stands beside it', () => {
  const state = told(declared({ tickets: tickets(2) }), made, ...sentUpdate(2), {
    type: 'cadence_set',
    dueAt: after(41),
    because: 'cadence',
  });
  expect(read(state, after(40))).toContain(
    'Next customer update: ⏱ by 11:41 · promised to customers by 11:45',
  );
  expect(read(state, after(41))).toContain('Next customer update: ⏰ due now, since 11:41 · promised');
  expect(read(state, after(45.9))).toContain('Next customer update: ⏰ due now, since 11:41');
  expect(read(state, after(46))).toContain('Next customer update: 🔴 overdue since 11:41');
});

test('of the last update the card says whom it reached, and names first who could not be told and why', () => {
  const state = told(declared({ tickets: tickets(24) }), made, ...sentUpdate(24, { failed: 1 }));
  const text = read(state);
  expect(text).toContain('Update 1: reached 23 of 24 customers, 1 could not be told, approved by');
  expect(text).toContain('24 tickets of 24 accounts · 23 told · 1 not reached by the newest update');
  expect(text).toContain(
    'T-24 (Acme 24) could not be told 11:11: The thread was deleted.\nT-1 (Acme 1) told 11:11',
  );
  expect(text).toContain('and 18 more');
});

test('a draft waits for approval on the card', () => {
  const state = told(...led, ...sentUpdate(2).slice(0, 2));
  expect(read(state)).toContain(`Update 1: waits for approval, drafted by @${ben}, 11:04`);
});

test('what the room lacks is said with its reason and a way to try again; a whole room says nothing', () => {
  const lacking = told(
    ...led,
    { type: 'room_step_refused', step: 'pin', code: 'restricted_action', reason: 'Pins are restricted.' },
    { type: 'people_missing', people: [{ person: mia, reason: 'is a guest' }] },
  );
  expect(read(lacking)).toContain(
    `⚠️ Could not pin the card: Pins are restricted.\n⚠️ Not in the room: @${mia} (is a guest)`,
  );
  expect(actions(lacking)).toContain('incident_repair');
  expect(actions(told(...led))).not.toContain('incident_repair');
  expect(read(told(declared(), degraded))).toContain('There is no channel: this thread is the room.');
});

test('after it is over the card says how, how long, by whom, and who owes the review', () => {
  const state = told(...led, {
    type: 'resolved',
    text: 'Rolled back the release',
    dataLoss: 'no',
    reviewOwner: mia,
    by: ana,
    source: 'form',
    at: after(34),
  });
  const text = read(state, after(40));
  expect(text).toContain('Resolved: “Rolled back the release”');
  expect(text).toContain(`by @${ana} 20 Nov 11:34 · after 34 min · data lost: no`);
  expect(text).toContain(`Review by @${mia} · starts when customers know the end`);
  expect(actions(state)).toEqual(['incident_draft', 'incident_reopen', 'incident_timeline']);
});

test('what was called off or merged says so and asks nobody for anything', () => {
  const off = told(...led, { type: 'cancelled', reason: 'A test system', by: ana });
  expect(read(off)).toContain('Called off: “A test system”');
  expect(read(off)).not.toContain('Next customer update');
  expect(actions(off)).toEqual(['incident_timeline']);
  expect(read(told(...led, { type: 'merged', into: 'INC-9', by: ana }))).toContain('Merged into INC-9');
});

test('a drill and a restricted incident say so at the top', () => {
  expect(read(told(declared({ mode: 'drill' })))).toMatch(/^DRILL INC-7 · .*\n🔴 This is a drill/);
  expect(read(told(declared({ visibility: 'restricted' })))).toMatch(/^🔒 restricted INC-7 · /);
});

test('whoever asks from elsewhere is shown the way into the room', () => {
  const state = told(...led);
  const [, where] = readText(statusCard(state.incident, viewOf(state)).blocks).split('\n');
  expect(where).toBe(`War room: #${room}`);
});

test('the announcement is short, follows what happens, and names the room', () => {
  const shown = (state: Told) => readText(announcementCard(state.incident, 'UTC')?.blocks ?? []).split('\n');
  expect(shown(told(declared()))).toEqual([
    'INC-7 · Checkout fails with error 502',
    '🔴 P1 critical · declared, nobody leads yet · for customers: investigating',
    'no commander yet · since 20 Nov 10:00 (UTC)',
    'The war room is being made.',
  ]);
  expect(shown(told(declared(), made, accepted('commander', ana)))).toContain(`War room: #${room}`);
  expect(shown(told(declared(), degraded))).toContain('War room: the thread here.');
  expect(shown(told(...led, { type: 'merged', into: 'INC-9', by: ana }))[1]).toBe('Merged into INC-9');
});

test('neither a restricted incident nor a drill has an announcement', () => {
  expect(announcementCard(told(declared({ visibility: 'restricted' })).incident, 'UTC')).toBeUndefined();
  expect(announcementCard(told(declared({ mode: 'drill' })).incident, 'UTC')).toBeUndefined();
});
