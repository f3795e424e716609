import { describe, expect, test } from 'vitest';
import { brokenLine } from '../../../src/domain/incident/log/log.ts';
import { minute, second } from '../../../src/domain/time.ts';
import { loadTicket } from '../../../src/workflows/change-ticket.ts';
import { loadIncidentWithLog } from '../../../src/workflows/incident/change-incident.ts';
import { ana, ben, dana, eve, mia } from '../../support/builders.ts';
import { aMemoryWorld, type MemoryDesk, openMemoryDesk } from '../../support/memory-desk.ts';

const outage = 'Production is down: nobody can pay, the checkout shows error 502 for all customers.';

/** A desk with so many tickets and INC-1 for the first two; nobody has a part in it yet. */
async function aDesk(texts: readonly string[] = [outage, `${outage} We lose money.`]) {
  const desk = await openMemoryDesk(await aMemoryWorld());
  for (const [index, text] of texts.entries()) {
    await desk.write(index % 2 === 0 ? dana : eve, text);
    await desk.pass(90 * second, 15 * second);
  }
  await desk.command(ana, 'war-room T-1 T-2');
  await desk.pass(5 * second);
  return desk;
}

async function led(desk: MemoryDesk) {
  await desk.press(ana, { action: 'role_accept', subject: 'INC-1', value: 'commander' });
  await desk.press(ben, { action: 'role_accept', subject: 'INC-1', value: 'liaison' });
  await desk.pass(5 * second);
}

const logOf = async (desk: MemoryDesk, id = 'INC-1') => (await loadIncidentWithLog(desk, id))!;
const typesOf = async (desk: MemoryDesk) => (await logOf(desk)).log.map(({ event }) => event.type);
const count = async (desk: MemoryDesk, type: string) =>
  (await typesOf(desk)).filter((each) => each === type).length;
async function draft(desk: MemoryDesk, words = 'We see that paying fails and look for the cause.') {
  await desk.command(ben, `war-room INC-1 update ${words}`);
  await desk.pass(2 * second);
}
const waiting = async (desk: MemoryDesk) =>
  (await logOf(desk)).incident.updates.find(({ state }) => state === 'draft' || state === 'pending')
    ?.update ?? '';
const approve = async (desk: MemoryDesk, by: string, value: string) =>
  desk.press(by, { action: 'incident_approve', subject: 'INC-1', value });
const resolution = {
  form: 'incident_resolve',
  context: JSON.stringify({ incident: 'INC-1' }),
  values: { text: 'The database has room again and paying works.', dataLoss: 'no', reviewOwner: ana },
};

/** What holds after anything: nothing stands twice, the log is whole, each customer has each update once. */
async function isSound(desk: MemoryDesk, ids: readonly string[] = ['INC-1']) {
  const keys = desk.chat.said.map(({ post }) => `${post.key} in ${post.channel} ${post.thread ?? ''}`);
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  for (const id of ids) {
    const { incident, log } = await logOf(desk, id);
    expect(brokenLine(log, incident.log)).toBeUndefined();
    for (const { ticket } of incident.tickets) {
      const { replies = [] } = (await loadTicket(desk, ticket)) ?? {};
      const of = replies.flatMap(({ incident: own }) => (own ? [`${own.incident} ${own.update}`] : []));
      expect(new Set(of).size, `${ticket} ${of}`).toBe(of.length);
      for (const reply of replies) expect(reply.delivered.length, ticket).toBeLessThanOrEqual(1);
    }
  }
}

describe('at once', () => {
  test('ten presses to lead make one commander, and ten to approve one update', async () => {
    const desk = await aDesk();
    const ten = Array.from({ length: 10 }, (_, index) => [ana, mia][index % 2] ?? ana);
    await Promise.all(
      ten.map((by) => desk.press(by, { action: 'role_take', subject: 'INC-1', value: 'commander' })),
    );
    await desk.pass(5 * second);
    expect((await logOf(desk)).incident.roles.commander.state).toBe('accepted');
    await desk.press(ben, { action: 'role_take', subject: 'INC-1', value: 'liaison' });
    await desk.pass(2 * second);
    await draft(desk);
    const update = await waiting(desk);
    await Promise.all(ten.map((by) => approve(desk, by, update)));
    await desk.pass(20 * second);
    expect(await count(desk, 'update_approved')).toBe(1);
    expect(await count(desk, 'update_delivered')).toBe(2);
    await Promise.all(ten.map((by) => desk.submit(by, resolution)));
    await desk.pass(20 * second);
    expect(await count(desk, 'resolved')).toBe(1);
    await isSound(desk);
  });

  test.each([0, 1])(
    'an approval and a change of status in the same moment tell customers nothing untrue (%i)',
    async (first) => {
      const desk = await aDesk();
      await led(desk);
      await draft(desk);
      const update = await waiting(desk);
      const acts = [
        () => approve(desk, ana, update),
        () => desk.command(ana, 'war-room INC-1 status identified A database is full.'),
      ];
      await Promise.all([acts[first]!(), acts[1 - first]!()]);
      await desk.pass(minute);
      const { incident } = await logOf(desk);
      expect(incident.customerStatus).toBe('identified');
      // What went out before is followed by what is true now; otherwise it stayed inside.
      const sent = incident.updates.find((known) => known.update === update);
      expect(['delivered', 'expired', 'superseded']).toContain(sent?.state);
      expect(await waiting(desk)).not.toBe('');
      await isSound(desk);
    },
  );

  test('two incidents merged into each other in one moment are one incident', async () => {
    const desk = await aDesk([
      outage,
      `${outage} We lose money.`,
      'All logins fail with error 500 in production for everybody.',
    ]);
    await desk.command(ana, 'war-room T-3');
    await desk.pass(5 * second);
    await Promise.all([
      desk.command(mia, 'war-room INC-1 merge INC-2'),
      desk.command(mia, 'war-room INC-2 merge INC-1'),
    ]);
    await desk.pass(minute);
    const both = [await logOf(desk), await logOf(desk, 'INC-2')].map(({ incident }) => incident);
    const standing = both.filter(({ lifecycle }) => lifecycle !== 'merged');
    expect(standing).toHaveLength(1);
    expect(standing[0]?.tickets.map(({ ticket }) => ticket).sort()).toEqual(['T-1', 'T-2', 'T-3']);
    await isSound(desk, ['INC-1', 'INC-2']);
  });

  test.each([
    ['resolved', (desk: MemoryDesk) => desk.submit(ana, resolution)],
    ['called off', (desk: MemoryDesk) => desk.command(ana, 'war-room INC-1 cancel It was a test of ours.')],
  ])('%s while an update is on its way, each customer has it once or not at all', async (_, end) => {
    const desk = await aDesk();
    await led(desk);
    await draft(desk);
    const update = await waiting(desk);
    await Promise.all([approve(desk, ana, update), end(desk)]);
    await desk.pass(minute);
    const { incident } = await logOf(desk);
    const known = incident.updates.find((each) => each.update === update);
    expect(['delivered', 'expired', 'partial', 'failed', 'pending']).toContain(known?.state);
    if (known?.state === 'pending') expect(await count(desk, 'update_delivered')).toBe(0);
    if (incident.lifecycle === 'cancelled') {
      // Nobody is left with customers who were told of what was nothing, nor with a card that would tell them.
      expect(incident.tickets.some(({ told }) => told)).toBe(false);
      expect(JSON.stringify(desk.chat.said)).not.toContain('"incident_approve"');
    }
    await isSound(desk);
  });

  test.each([0, 3, 12])(
    'called off %i ms after an approval, nobody was told of what was nothing without a correction being asked for',
    async (after) => {
      const desk = await aDesk();
      await led(desk);
      await draft(desk);
      await approve(desk, ana, await waiting(desk));
      const off = new Promise((resolve) => setTimeout(resolve, after)).then(() =>
        desk.command(ana, 'war-room INC-1 cancel It was a test of ours.'),
      );
      await Promise.all([off, desk.clock.advance(1)]);
      await desk.pass(minute);
      const { incident } = await logOf(desk);
      expect(incident.lifecycle === 'cancelled' && incident.tickets.some(({ told }) => told)).toBe(false);
      await isSound(desk);
    },
  );

  test('the same act delivered five times is one act', async () => {
    const desk = await aDesk();
    await led(desk);
    await Promise.all(
      [1, 2, 3, 4, 5].map(() => desk.command(ana, 'war-room INC-1 note We restart it.', { key: 'same' })),
    );
    await Promise.all([1, 2, 3, 4, 5].map(() => desk.command(ana, 'war-room T-1 T-2', { key: 'declared' })));
    await desk.pass(5 * second);
    expect(await count(desk, 'noted')).toBe(1);
    expect(await desk.store.incidents({})).toHaveLength(1);
    await isSound(desk);
  });

  test('a button of an old card sends nothing', async () => {
    const desk = await aDesk();
    await led(desk);
    await draft(desk);
    const old = await waiting(desk);
    await draft(desk, 'The cause is known, we replace a part.');
    await draft(desk, 'The part is replaced, we look whether it works.');
    await approve(desk, ana, old);
    await desk.pass(20 * second);
    const { incident } = await logOf(desk);
    expect(incident.updates.find(({ update }) => update === old)?.state).toBe('superseded');
    expect(await count(desk, 'update_delivered')).toBe(0);
    expect(JSON.stringify(desk.chat.answers.at(-1))).toMatch(/newer|changed|no longer|not .*any more/i);
  });

  test('reopened while its room is put away, it has a room', async () => {
    const desk = await aDesk();
    await led(desk);
    await desk.submit(ana, resolution);
    await desk.pass(20 * second);
    await approve(desk, ana, await waiting(desk));
    await desk.pass(20 * second);
    const { channel = '' } = (await logOf(desk)).incident.room;
    const room = desk.rooms.rooms.get(channel)!;
    room.state = 'archived';
    const base = { keys: ['put away'], at: desk.clock.now() };
    await Promise.all([
      desk.deliver({ type: 'channel_changed', ...base, change: 'archived', channel, by: ben }),
      desk.command(mia, 'war-room INC-1 reopen It fails again.'),
    ]);
    await desk.pass(8 * minute, 20 * second);
    const { incident } = await logOf(desk);
    expect(incident.lifecycle).toBe('active');
    expect(incident.room.state).toBe('ready');
    expect(desk.rooms.rooms.get(incident.room.channel ?? '')?.state).toBe('open');
    await isSound(desk);
  });

  test('a part is handed over while its holder leaves: somebody has it or is asked', async () => {
    const desk = await aDesk();
    await led(desk);
    const { channel = '' } = (await logOf(desk)).incident.room;
    const left = {
      type: 'membership' as const,
      keys: ['left'],
      at: desk.clock.now(),
      person: ana,
      isDesk: false,
      change: 'left' as const,
    };
    await Promise.all([
      desk.command(ana, 'war-room INC-1 handover commander mia@larder.test'),
      desk.deliver({ ...left, place: { channel, kind: 'channel' } }),
    ]);
    await desk.pass(minute, 10 * second);
    const { commander } = (await logOf(desk)).incident.roles;
    expect(['accepted', 'offered']).toContain(commander.state);
    await isSound(desk);
  });
});

describe('what people write', () => {
  const hostile = [
    '<!channel> <!here> <@U3ANA> <#C1SUPPORT> <https://evil.test|click> @channel',
    'x'.repeat(3000),
    '‮مرحبا العالم הכול נפל 🔥🔥🔥 \u0000 *bold* _it_ `code`',
    ['spec', 'word '.repeat(40)].join(' '),
  ];
  test.each(hostile)('%# is only ever text, and the incident goes on', async (text) => {
    const desk = await aDesk([`${text.slice(0, 2500)} ${outage}`, outage]);
    await led(desk);
    for (const word of [
      'impact',
      'note',
      'status identified',
      'task me',
      'role specialist',
      'severity P2',
      'update',
      'snooze 10',
    ])
      await desk.command(ana, `war-room INC-1 ${word} ${text}`);
    await desk.submit(ana, {
      form: 'incident_internal',
      context: JSON.stringify({ incident: 'INC-1' }),
      values: { conditions: text, actions: text, needs: text },
    });
    await desk.pass(2 * minute, 10 * second);
    const spans = desk.chat.said.flatMap(({ post }) => [
      ...JSON.stringify(post.card).matchAll(/\{"link":"([^"]*)"/g),
    ]);
    expect(spans.filter(([, link]) => link?.includes('evil'))).toEqual([]);
    const { incident } = await logOf(desk);
    expect(incident.lifecycle).toBe('active');
    expect(incident.room.state).toBe('ready');
    await isSound(desk);
  });
});
