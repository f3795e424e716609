import { afterEach, beforeEach, expect, test } from 'vitest';
import { clocksOf } from '../../src/domain/sla/clocks-of.ts';
import { minute } from '../../src/domain/time.ts';
import { eventually } from '../support/eventually.ts';
import { openPracticeDesk, type PracticeDesk } from '../support/practice-desk.ts';
import { idOf, keyOf, type PersonName } from '../support/practice-names.ts';
import { buttonsOf, words } from '../support/shown.ts';

/** Three warnings, also of what is calm; and these journeys happen at whatever hour they are run. */
const promises = `
sla:
  - { name: everyone, first_response: 4h, next_response: 4h, total_resolution: 20h, warn: [50, 75, 90] }
notices: { quiet_hours: off }
`;

let desk: PracticeDesk;
beforeEach(async () => {
  desk = await openPracticeDesk({ settings: (practice) => `${practice}\n${promises}` });
});
afterEach(() => desk.close());

/** Dana asks and Ana takes it. */
async function taken() {
  const said = desk.say('Dana', 'Where do I change the sender of order mails?');
  const id = await desk.ticketOf(said);
  const card = await desk.cardOf(id);
  await desk.press('Ana', card, 'Claim');
  await desk.until(id, ({ assignee }) => assignee !== undefined, 'Ana has it');
  await desk.settled();
  return { id, card };
}

/** Notices of one kind that stand in somebody's own conversation with the desk. */
function noticesOf(person: PersonName, kind: 'clock_notice' | 'change_notice') {
  const { channel } = desk.practice.control.direct({ as: idOf(person) });
  return desk
    .messages()
    .filter((message) => message.channel === channel && (keyOf(message) ?? '').includes(`/${kind}:`));
}

/** The clock of the first answer, and how long until one of its moments. */
async function firstAnswer(id: string) {
  const { settings, clock } = desk.running.desk;
  const now = clock.now();
  const found = clocksOf(await desk.ticket(id), settings.policies, now).find(
    ({ target }) => target === 'first_response',
  )!;
  const until = (step: string) =>
    Date.parse(found.steps.find((each) => each.step === step)!.at) -
    Date.parse(desk.running.desk.clock.now());
  return { ...found, until };
}

test('who has a ticket is warned in time, and those who lead at last; the answer ends it', async () => {
  const { id, card } = await taken();
  const clock = await firstAnswer(id);
  desk.pass(clock.until('warn_50') + 1000);
  const warning = await eventually(() => noticesOf('Ana', 'clock_notice')[0], 'Ana is warned');
  expect(words(warning)).toContain('first answer due');
  expect(buttonsOf(warning)).toEqual(expect.arrayContaining(['Show everything']));
  expect(noticesOf('Grace', 'clock_notice')).toHaveLength(0);

  desk.pass(clock.until('warn_75') + 1000);
  await eventually(
    () => (words(noticesOf('Ana', 'clock_notice')[0]!) === words(warning) ? undefined : true),
    'the same message warns again',
  );
  desk.pass(clock.until('warn_90') + 1000);
  const last = await eventually(() => noticesOf('Ana', 'clock_notice')[1], 'the last warning');
  expect(buttonsOf(last)).toEqual(expect.arrayContaining(['Send update', 'Edit update']));
  const help = await eventually(() => noticesOf('Grace', 'clock_notice')[0], 'Grace hears of it');
  expect(words(help)).toContain('Can somebody help');

  await desk.press('Ana', card, 'Reply');
  await desk.submit('Ana', { 'Public reply': 'Settings → Mail.', 'After sending': 'Ask whether it works' });
  await desk.until(id, ({ replies }) => replies[0]?.delivered.length === 1, 'answered');
  desk.pass(clock.until('due') + minute);
  await desk.settled();
  expect(noticesOf('Ana', 'clock_notice')).toHaveLength(2);
  expect(buttonsOf(noticesOf('Ana', 'clock_notice')[1]!)).not.toContain('Send update');
});

test('what is due while nobody has it stands at the top of the channel, once', async () => {
  const said = desk.say('Dana', 'Where do I change the sender of order mails?');
  const id = await desk.ticketOf(said);
  const card = await desk.cardOf(id);
  const clock = await firstAnswer(id);
  desk.pass(clock.until('due') + 1000);
  const inChannel = () =>
    desk
      .messages()
      .filter(
        (message) =>
          message.channel === card.channel && (keyOf(message) ?? '').startsWith(`${id}/clock_notice:`),
      );
  const [told] = await eventually(
    () => (inChannel().length > 0 ? inChannel() : undefined),
    'the queue is told',
  );
  expect(told?.threadTs ?? '').toBe('');
  expect(words(told!)).toContain('Who can take it now?');
  await desk.settled();
  expect(inChannel()).toHaveLength(1);
});

test('a severity that Grace changes is told to Ana with both times', async () => {
  const { id, card } = await taken();
  await desk.pick('Grace', card, 'Change severity', 'Severity: 🔴 P1 critical');
  await desk.until(id, ({ triage }) => triage?.severity === 'P1', 'P1');
  desk.pass(3000);
  const told = await eventually(() => noticesOf('Ana', 'change_notice')[0], 'Ana is told');
  expect(words(told)).toMatch(/changed the severity from P\d to P1/);
  expect(words(told)).toContain('now due');
  expect(noticesOf('Grace', 'change_notice')).toHaveLength(0);
});

test('how much one is told is chosen on the home page', async () => {
  await desk.openHome('Ana');
  await desk.settled();
  await desk.pressHome('Ana', 'Change notices');
  const wrong = await desk.submit('Ana', { 'Quiet hours': 'at night' });
  expect(wrong).toEqual({ 'Quiet hours': 'Write hours such as 20:00-08:00, or off.' });
  await desk.submit('Ana', { 'Tell me': 'only what is due or late', 'Quiet hours': '22:00-07:00' });
  await eventually(
    () =>
      JSON.stringify(desk.practice.state().homes[idOf('Ana')]).includes('only what is due or late')
        ? true
        : undefined,
    'her home says so',
  );
  expect(JSON.stringify(desk.practice.state().homes[idOf('Ana')])).toContain('quiet 22:00–07:00');
});

test('who wants only what is due is not warned', async () => {
  await desk.openHome('Ana');
  await desk.settled();
  await desk.pressHome('Ana', 'Change notices');
  await desk.submit('Ana', { 'Tell me': 'only what is due or late', 'Quiet hours': 'off' });
  const { id } = await taken();
  const clock = await firstAnswer(id);
  desk.pass(clock.until('warn_90') + 1000);
  await eventually(() => noticesOf('Grace', 'clock_notice')[0], 'Grace hears of it');
  await desk.settled();
  expect(noticesOf('Ana', 'clock_notice')).toHaveLength(0);
  desk.pass(clock.until('due') + 1000 + 5 * minute);
  const due = await eventually(() => noticesOf('Ana', 'clock_notice')[0], 'Ana hears that it is due');
  expect(words(due)).toContain('was due');
});
