import { afterEach, expect, test } from 'vitest';
import type { IncidentEvent, IncidentEventOf } from '../../src/domain/incident/event.ts';
import { minute } from '../../src/domain/time.ts';
import { loadIncident, loadIncidentWithLog } from '../../src/workflows/incident/change-incident.ts';
import { eventually } from '../support/eventually.ts';
import { openPracticeDesk, type PracticeDesk } from '../support/practice-desk.ts';
import { channelId, idOf, keyOf, type PersonName } from '../support/practice-names.ts';
import { buttonsOf, words } from '../support/shown.ts';
import { someCustomers } from './support/customers.ts';
import { type Trial, trials } from './support/war-room-trials.ts';

/** With 20 rounds every combination is tried, with fewer every so-manieth. */
const every = Math.max(1, Math.round((20 / Number(process.env.ROUNDS ?? 20) - 1) * 2));
const only = process.env.ONLY;
const chosen = trials.filter(({ name }, index) =>
  only === undefined ? index % every === 0 : name.includes(only),
);
/** So many incidents share a desk. */
const together = 6;

let desk: PracticeDesk | undefined;
afterEach(async () => {
  await desk?.close();
  desk = undefined;
});

const customers = someCustomers(together * 2);
const broken =
  'checkout|login|the warehouse app|gift cards|search|stock numbers|shipping labels|invoices|coupons|the mobile app|reports|webhooks'.split(
    '|',
  );

const groups = Array.from({ length: Math.ceil(chosen.length / together) }, (_, index) =>
  chosen.slice(index * together, (index + 1) * together),
);

test.each(groups.map((group) => ({ group, names: group.map(({ name }) => name).join(' · ') })))(
  'an incident is led and told in spite of $names',
  async ({ group }) => {
    desk = await openPracticeDesk({ filled: 'nothing', customers });
    const failures: string[] = [];
    for (const [index, trial] of group.entries()) {
      const problem = await lived(desk, trial, index).catch((error: unknown) =>
        error instanceof Error
          ? `${error.message} ${error.stack?.split('\n').slice(1, 4).join('')}`
          : 'unknown',
      );
      desk.practice.control.faults({ clear: true });
      if (problem !== undefined) failures.push(`${trial.name}: ${problem}`);
    }
    expect(failures, failures.join('\n')).toEqual([]);
  },
);

test('every method is tried with everything Slack may answer', () => {
  process.stdout.write(`${chosen.length} of ${trials.length} combinations of method and trouble\n`);
  expect(new Set(trials.map(({ name }) => name)).size).toBe(trials.length);
});

/** One incident with two customers while Slack answers so; what does not work in it, if anything. */
async function lived(at: PracticeDesk, trial: Trial, index: number): Promise<string | undefined> {
  const saids = [index * 2, index * 2 + 1].map((number) => {
    const text = `Production is down: ${broken[number]} fails for all our customers in shop ${number} since 10:00, we lose orders.`;
    const { ts } = at.practice.control.say({ as: `U1C${number + 1}`, channel: channelId('support'), text });
    return { channel: channelId('support'), ts };
  });
  const tickets = await Promise.all(saids.map((said) => at.ticketOf(said)));
  await Promise.all(tickets.map((id) => at.cardOf(id)));
  await at.settled();

  const shown = () => at.messages().filter((each) => !each.deleted && each.user === at.practice.bot.userId);
  const withKey = (key: RegExp) => shown().filter((each) => key.test(keyOf(each) ?? ''));
  const act = (person: PersonName, text: string) =>
    at.practice.control.command({
      as: idOf(person),
      channel: channelId('support-triage'),
      text: `/ticket ${text}`,
    });
  const pass = async (minutes: number) => {
    for (let left = minutes * 2; left > 0; left -= 1) {
      at.pass(minute / 2);
      await at.settled();
    }
  };
  if (trial.where !== 'the room' && trial.where !== 'the customers') add(at, trial, undefined);
  await act('Ana', `war-room ${tickets.join(' ')}`);
  await at.settled();
  const id = await eventually(
    async () => (await at.ticket(tickets[0] ?? '')).incident?.incident,
    'the incident is declared',
  );
  const incident = async () => (await loadIncident(at.running.desk, id))!;
  if (trial.where === 'the room') {
    const { channel } = (await incident()).room;
    if (channel === undefined) return 'there is no room to begin with';
    add(at, trial, channel);
  }
  await pass(2);

  // Somebody leads and somebody speaks for customers.
  for (const [role, person] of [
    ['commander', 'Grace'],
    ['liaison', 'Sofie'],
  ] as const) {
    const offer = withKey(new RegExp(`^${id}/offer:${role}:slack:${idOf(person)}`))[0];
    if (offer && buttonsOf(offer).includes('Accept')) await at.press(person, offer, 'Accept');
    else await act(person, `war-room ${id} role ${role} me`);
    await at.settled();
    const { held, state } = (await incident()).roles[role];
    if (state !== 'accepted') return `nobody is ${role}: ${state}, ${held}`;
  }
  await act('Grace', `war-room ${id} status identified A database is full.`);
  await act('Sofie', `war-room ${id} timeline`);
  await at.settled();
  if (trial.where === 'the customers') add(at, trial, undefined);
  await act('Sofie', `war-room ${id} update A database is full and is being emptied.`);
  await at.settled();
  await pass(6);
  const approval = await eventually(
    () =>
      withKey(new RegExp(`^${id}/approval:`)).findLast((each) => buttonsOf(each).includes('Approve & send')),
    () => `an update to approve; the room: ${shown().map(words).slice(-6).join(' | ')}`,
    2_000,
  );
  const isIn = () =>
    at.practice
      .state()
      .channels.find(({ id: channel }) => channel === approval.channel)
      ?.members.includes(idOf('Grace'));
  // Rooms are private: whoever was kept out by a passing trouble asks to come in.
  if (!isIn()) await act('Grace', `war-room ${id} join`);
  await at.settled();
  await at.press('Grace', approval, 'Approve & send');
  await at.settled();
  await pass(2);
  const replies = () => tickets.map((ticket) => withKey(new RegExp(`^${ticket}/reply:`)));
  const reached = replies().map((each) => each.length);
  const log = (await loadIncidentWithLog(at.running.desk, id))!.log.map(({ event }) => event);
  const failed = log.filter((event) => event.type === 'update_failed');
  if (trial.where === 'the customers' && trial.isFinal) {
    if (failed.length !== 1) return `${failed.length} failed`;
    if (String([...reached].sort()) !== '0,1') return `reached ${reached}`;
    const retry = withKey(new RegExp(`^${id}/approval:`)).findLast((each) =>
      buttonsOf(each).some((label) => /retry|again/i.test(label)),
    );
    if (!retry) return 'nothing to retry with';
    await at.press('Sofie', retry, buttonsOf(retry).find((label) => /retry|again/i.test(label)) ?? '');
    await at.settled();
    if (String(replies().map((each) => each.length)) !== '1,1') return 'not told when tried again';
  } else if (String(reached) !== '1,1') return `reached ${reached}`;
  const keys = shown().map((each) => `${keyOf(each)} in ${each.channel}`);
  const twice = keys.filter((key, position) => keys.indexOf(key) !== position && key.startsWith(`${id}/`));
  // What cannot be changed is said anew.
  const isSaidAnew = trial.method === 'chat.update' && trial.isFinal;
  if (twice.length > 0 && !isSaidAnew) return `said twice: ${twice}`;
  return unseen(log, shown().map(words).join('\n'));
}

/** Reasons in the log that stand nowhere people look. */
function unseen(log: readonly IncidentEvent[], seen: string): string | undefined {
  const missing = log.flatMap((event) => {
    const reason = isTrouble(event) ? event.reason : undefined;
    return reason === undefined || seen.includes(reason) ? [] : [reason];
  });
  return missing.length === 0 ? undefined : `not to be seen: ${missing}`;
}

function isTrouble(
  event: IncidentEvent,
): event is IncidentEventOf<'room_step_refused' | 'update_failed' | 'room_lost' | 'room_blocked'> {
  return ['room_step_refused', 'update_failed', 'room_lost', 'room_blocked'].includes(event.type);
}

function add(at: PracticeDesk, { method, where, fault }: Trial, room: string | undefined): void {
  const channel = placeOf(at, where, room);
  at.practice.control.faults({ add: [{ method, ...fault, ...(channel === undefined ? {} : { channel }) }] });
}

function placeOf(at: PracticeDesk, where: Trial['where'], room: string | undefined): string | undefined {
  switch (where) {
    case 'anywhere':
      return undefined;
    case 'the room':
      return room?.replace('slack:', '');
    case 'the commander':
      return at.practice.control.direct({ as: idOf('Grace') }).channel;
    case 'the announcements':
      return channelId('incidents');
    case 'the customers':
      return channelId('support');
  }
}
