import { afterEach, beforeEach, expect, test } from 'vitest';
import { liveClocks } from '../../src/domain/sla/clocks-of.ts';
import { prepareUpdate } from '../../src/domain/ticket/updating.ts';
import { minute } from '../../src/domain/time.ts';
import { askedByDesk, changeTicket } from '../../src/workflows/change-ticket.ts';
import { preparedUpdate } from '../../src/workflows/prepare-update.ts';
import { eventually } from '../support/eventually.ts';
import { openPracticeDesk, type PracticeDesk } from '../support/practice-desk.ts';
import { buttonsOf, words } from '../support/shown.ts';

/** Updates are owed before a solution is. */
const promises = `
sla:
  - { name: everyone, first_response: 4h, next_response: 4h, first_resolution: 5d, total_resolution: 5d, warn: [90] }
cadence: { P2: 24h, P3: 24h, P4: 24h }
`;

let desk: PracticeDesk;
beforeEach(async () => {
  desk = await openPracticeDesk({ settings: (practice) => `${practice}\n${promises}` });
});
afterEach(() => desk.close());

/** Dana was answered once by Ana, who keeps working on it. */
async function worked() {
  const said = desk.say('Dana', 'Where do I change the sender of order mails?');
  const id = await desk.ticketOf(said);
  const card = await desk.cardOf(id);
  await desk.press('Ana', card, 'Reply');
  await desk.submit('Ana', { 'Public reply': 'We look into it.', 'After sending': 'Keep working on it' });
  await desk.until(id, ({ replies }) => replies[0]?.delivered.length === 1, 'answered');
  return { said, id };
}

const clockOf = async (id: string, target: string) => {
  const { settings, clock } = desk.running.desk;
  return liveClocks(await desk.ticket(id), settings.policies, clock.now()).find(
    (each) => each.target === target,
  )!;
};

async function proposed(id: string) {
  await desk.until(id, ({ updates }) => updates?.at(-1)?.state === 'proposed', 'an update is proposed');
  return desk.cardOf(id, (text) => text.includes('Update for the requester'));
}

/** Time passes until an update is prepared. */
async function oneIsOwed(id: string) {
  const { steps } = await clockOf(id, 'next_update');
  const { at } = steps.find(({ step }) => step === 'prepare')!;
  desk.pass(Date.parse(at) - Date.parse(desk.running.desk.clock.now()) + 1000);
  return proposed(id);
}

/** As the watch on the clocks does when a promise comes near. */
async function delayPrepared(id: string, target: string) {
  const inside = desk.running.desk;
  const update = await preparedUpdate(inside, await desk.ticket(id), await clockOf(id, target), 'delay');
  await changeTicket(inside, id, (ticket) => prepareUpdate(ticket, update!, askedByDesk(inside)));
  return { card: await proposed(id), update: update! };
}

test('an update is prepared before it is owed, goes out by one press, once, and the next is owed from then', async () => {
  const { said, id } = await worked();
  const card = await oneIsOwed(id);
  expect(words(card)).toContain(`ticket ${id}. Write here at any time.`);
  await desk.press('Ana', card, 'Send update');
  await desk.press('Ana', card, 'Send update');
  await desk.until(id, ({ replies }) => replies[1]?.delivered.length === 1, 'delivered');
  await desk.settled();
  expect(desk.threadOf(said).filter((message) => words(message).includes('Next update: by'))).toHaveLength(1);
  const after = await desk.ticket(id);
  expect(after).toMatchObject({ status: 'open', updates: [{ state: 'sent' }] });
  expect((await clockOf(id, 'next_update')).startedAt).toBe(after.replies[1]!.delivered[0]!.at);
  await desk.cardOf(id, (text) => !text.includes('Update for the requester'));
});

test('an update that answers nothing leaves the draft where it was', async () => {
  const said = desk.say('Dana', 'Where do I change the sender of order mails?');
  const id = await desk.ticketOf(said);
  await desk.until(id, ({ drafts }) => drafts[0]?.state === 'proposed', 'drafted');
  const { card } = await delayPrepared(id, 'first_response');
  await desk.press('Ana', card, 'Send update');
  await desk.until(id, ({ replies }) => replies.length === 1, 'sent');
  expect((await desk.ticket(id)).drafts[0]?.state).toBe('proposed');
  expect(await clockOf(id, 'first_response')).toMatchObject({ state: 'running' });
});

test('words that must not go out keep the form open; doubtful ones are shown once', async () => {
  const { said, id } = await worked();
  const card = await oneIsOwed(id);
  const times = words(card).match(/by (\d+ \w+ \d\d:\d\d \([\w/]+\))/)![1]!;
  await desk.press('Ana', card, 'Edit update');
  expect(await desk.submit('Ana', { Update: 'Velaro Shoes has it, too. More soon.' })).toEqual({
    Update:
      'Say when the next update comes: the time with its zone. “Velaro Shoes”: Take the other customer out.',
  });
  const doubtful = `The export is ruled out, the rest comes soon. Next update: by ${times}.`;
  expect(await desk.submit('Ana', { Update: doubtful })).toEqual({
    Update: '“soon”: Say when, with the time and its zone. Send again to send it anyway.',
  });
  expect(await desk.submit('Ana', { Update: doubtful })).toEqual({});
  await desk.until(id, ({ replies }) => replies[1]?.delivered.length === 1, 'delivered');
  expect(desk.threadOf(said).some((message) => words(message).includes('The export is ruled out'))).toBe(
    true,
  );
  expect((await desk.ticket(id)).replies[1]).toMatchObject({ edited: true, update: 'u1', next: 'keep' });
});

test('an update can be put off twice, comes back each time, and never past what was promised', async () => {
  const { id } = await worked();
  const card = await oneIsOwed(id);
  await desk.pick('Ana', card, 'Snooze update', '5 minutes');
  const once = await desk.cardOf(id, (text) => text.includes('put off until'));
  desk.pass(5 * minute + 1000);
  await eventually(
    () => desk.messages().find((message) => words(message).includes('The update you put off is waiting')),
    'Ana is called back',
  );
  await desk.pick('Ana', once, 'Snooze update', '5 minutes');
  await desk.until(id, ({ updates }) => updates?.[0]?.snoozes.length === 2, 'put off twice');
  const twice = await desk.cardOf(id, (_text, now) => !buttonsOf(now).includes('Snooze update'));
  expect(buttonsOf(twice)).toContain('Send update');
});

test('what was said to the requester meanwhile takes the update away', async () => {
  const { id } = await worked();
  const card = await oneIsOwed(id);
  await desk.press('Omar', card, 'Reply');
  await desk.submit('Omar', { 'Public reply': 'Settings → Mail.', 'After sending': 'Keep working on it' });
  await desk.until(id, ({ updates }) => updates?.[0]?.state === 'outdated', 'outdated');
  await desk.press('Ana', card, 'Send update');
  await desk.toldPrivately('Ana', 'answered');
  expect((await desk.ticket(id)).replies).toHaveLength(2);
});

test('the requester agrees to a later time in their thread, and from then on it is what is promised', async () => {
  const { said, id } = await worked();
  const { card, update } = await delayPrepared(id, 'first_resolution');
  const before = await clockOf(id, 'first_resolution');
  await desk.press('Ana', card, 'Send update');
  const asked = await eventually(
    () => desk.threadOf(said).find((message) => buttonsOf(message).includes('That is fine')),
    'Dana is asked',
  );
  expect((await clockOf(id, 'first_resolution')).dueAt).toBe(before.dueAt);
  await desk.press('Marcus', asked, 'That is fine');
  await desk.toldPrivately('Marcus', 'Only the person who asked');
  await desk.press('Dana', asked, 'That is fine');
  await desk.press('Dana', asked, 'That is fine');
  await desk.until(id, ({ extensions }) => extensions?.length === 1, 'agreed');
  await desk.settled();
  const told = desk.threadOf(said).find((message) => message.ts === asked.ts)!;
  expect(words(told)).toContain('Thank you. The new time is agreed.');
  expect(buttonsOf(told)).toEqual([]);
  expect((await clockOf(id, 'first_resolution')).dueAt).toBe(update.proposes!.dueAt);
  expect((await clockOf(id, 'total_resolution')).dueAt).toBe(update.proposes!.dueAt);
  await desk.cardOf(id, (text) => text.includes('Agreed by'));
});

test('a requester who needs it sooner is heard: the promise stays, and whoever works on it is told', async () => {
  const { said, id } = await worked();
  const { card } = await delayPrepared(id, 'first_resolution');
  const before = await clockOf(id, 'first_resolution');
  await desk.press('Ana', card, 'Send update');
  const asked = await eventually(
    () => desk.threadOf(said).find((message) => buttonsOf(message).includes('I need it sooner')),
    'Dana is asked',
  );
  await desk.press('Dana', asked, 'I need it sooner');
  await eventually(
    () => desk.messages().find((message) => words(message).includes(`${id}: the requester needs it sooner`)),
    'the team is told',
  );
  await desk.cardOf(id, (text) => text.includes('needs it sooner'));
  expect((await clockOf(id, 'first_resolution')).dueAt).toBe(before.dueAt);
  const told = desk.threadOf(said).find((message) => message.ts === asked.ts)!;
  expect(buttonsOf(told)).toEqual([]);
});

test('an answer overtakes the question whether a later time is fine', async () => {
  const said = desk.say('Dana', 'Where do I change the sender of order mails?');
  const id = await desk.ticketOf(said);
  await desk.cardOf(id);
  const { card } = await delayPrepared(id, 'first_response');
  await desk.press('Ana', card, 'Send update');
  const asked = await eventually(
    () => desk.threadOf(said).find((message) => buttonsOf(message).includes('That is fine')),
    'Dana is asked',
  );
  await desk.press('Ana', card, 'Reply');
  await desk.submit('Ana', { 'Public reply': 'Settings → Mail.', 'After sending': 'Keep working on it' });
  await desk.until(id, ({ replies }) => replies[1]?.delivered.length === 1, 'answered');
  await desk.settled();
  expect(buttonsOf(desk.threadOf(said).find((message) => message.ts === asked.ts)!)).toEqual([]);
});

test('one that stood for a while goes out with the times of now, and the next is due by the time it names', async () => {
  const { said, id } = await worked();
  const card = await oneIsOwed(id);
  const { nextAt: was } = (await desk.ticket(id)).updates!.at(-1)!;
  desk.pass(45 * minute);
  await desk.press('Ana', card, 'Send update');
  await desk.until(id, ({ replies }) => replies[1]?.delivered.length === 1, 'delivered');
  const [, sent] = (await desk.ticket(id)).replies;
  expect(Date.parse(sent!.nextUpdateAt!) - Date.parse(was!)).toBeGreaterThanOrEqual(40 * minute);
  expect(sent).toMatchObject({ edited: false });
  expect(desk.threadOf(said).some((message) => words(message).includes(sent!.publicText.slice(-60)))).toBe(
    true,
  );
  expect(await clockOf(id, 'next_update')).toMatchObject({
    dueAt: sent!.nextUpdateAt,
    told: sent!.nextUpdateAt,
  });
});

test('what the requester writes takes the update away and brings a fresh one; a person can have another at any time', async () => {
  const { said, id } = await worked();
  const card = await oneIsOwed(id);
  desk.say('Dana', 'It now fails for the second shop, too.', { thread: said });
  await desk.until(id, ({ updates }) => updates?.[0]?.state === 'outdated', 'outdated');
  desk.pass(3000);
  await desk.until(id, ({ updates }) => updates?.[1]?.state === 'proposed', 'a fresh one is proposed');
  const fresh = await desk.cardOf(id, (text) => text.includes('We received your message'));
  expect(buttonsOf(fresh)).toContain('Send update');
  await desk.pick('Ana', card, 'More…', 'Prepare update');
  await desk.until(id, ({ updates }) => updates?.[2]?.state === 'proposed', 'another one is proposed');
  expect((await desk.ticket(id)).updates?.map(({ state }) => state)).toEqual([
    'outdated',
    'outdated',
    'proposed',
  ]);
});
