import { expect, test } from 'vitest';
import { brokenLine } from '../../src/domain/incident/log/log.ts';
import { loadTicket } from '../../src/workflows/change-ticket.ts';
import { loadIncidentWithLog } from '../../src/workflows/incident/change-incident.ts';
import { ana, ben, dana, eve } from '../support/builders.ts';
import { aMemoryWorld, type MemoryDesk, type MemoryWorld, openMemoryDesk } from '../support/memory-desk.ts';
import { type Death, mortal } from '../support/mortal.ts';

/** With 20 rounds every step is tried, with fewer every so-manieth. */
const every = Math.max(1, Math.round(20 / Number(process.env.ROUNDS ?? 20) - 1) * 4 + 1);

type Act = (desk: MemoryDesk) => Promise<unknown>;

const incident = async ({ store }: MemoryDesk) => (await loadIncidentWithLog({ store }, 'INC-1'))!.incident;
const waiting = async (desk: MemoryDesk) =>
  (await incident(desk)).updates.find(({ state }) => state === 'draft' || state === 'pending')?.update ?? '';

/** The commander presses on what waits for them now; sent again, the very same press. */
function approve(key: string): Act {
  let value: string | undefined;
  return async (desk) => {
    value ??= await waiting(desk);
    return desk.press(ana, { action: 'incident_approve', subject: 'INC-1', value }, key);
  };
}

/** One life of an incident with three customers: declared, led, told twice, resolved. Each act has a name of its own. */
const story = (): readonly (readonly [string, Act])[] => [
  ['declare', (desk) => desk.command(ana, 'war-room T-1 T-2 T-3', { key: 'declare' })],
  [
    'lead',
    (desk) => desk.press(ana, { action: 'role_accept', subject: 'INC-1', value: 'commander' }, 'lead'),
  ],
  [
    'speak',
    (desk) => desk.press(ben, { action: 'role_accept', subject: 'INC-1', value: 'liaison' }, 'speak'),
  ],
  [
    'draft',
    (desk) =>
      desk.command(ben, 'war-room INC-1 update We see that paying fails and look for the cause.', {
        key: 'draft',
      }),
  ],
  ['approve', approve('approve')],
  [
    'status',
    (desk) => desk.command(ana, 'war-room INC-1 status identified A database is full.', { key: 'status' }),
  ],
  [
    'draft again',
    (desk) =>
      desk.command(ben, 'war-room INC-1 update A database is full and is being emptied.', { key: 'draft2' }),
  ],
  ['approve again', approve('approve2')],
  [
    'resolve',
    (desk) =>
      desk.submit(
        ana,
        {
          form: 'incident_resolve',
          context: JSON.stringify({ incident: 'INC-1' }),
          values: { text: 'The database has room again and paying works.', dataLoss: 'no', reviewOwner: ana },
        },
        'resolve',
      ),
  ],
  ['approve the end', approve('approve3')],
];

async function opened(world: MemoryWorld): Promise<void> {
  const desk = await openMemoryDesk(world);
  const outage = 'Production is down: nobody can pay, the checkout shows error 502 for all customers.';
  for (const [person, text] of [
    [dana, outage],
    [eve, `${outage} We lose money every minute.`],
  ] as const) {
    await desk.write(person, text);
    await desk.pass(90_000);
  }
  await desk.write(dana, 'The printer in our office prints too dark.');
  await desk.pass(5_000);
  await desk.end();
}

async function live(death: Death | undefined) {
  const world = await aMemoryWorld();
  await opened(world);
  let life: ReturnType<typeof mortal> | undefined;
  let steps: readonly string[] = [];
  let desk = await openMemoryDesk(world, {
    through(ports) {
      life = mortal(ports, death);
      steps = life.steps;
      return life.ports;
    },
  });
  life?.count();
  for (const [, act] of story()) {
    await act(desk).catch(() => undefined);
    await desk.pass(10_000);
    if (!life?.isDead()) continue;
    await desk.end();
    life = undefined;
    desk = await openMemoryDesk(world);
    // Slack sends again what was not acknowledged; what was is known.
    await act(desk);
    await desk.pass(30_000);
  }
  return { world, desk, steps };
}

/** What must be there exactly once, however often the process died. */
async function onceEach({ world, desk }: Awaited<ReturnType<typeof live>>) {
  const { incident: now, log } = (await loadIncidentWithLog(desk, 'INC-1'))!;
  const made = [...world.rooms.rooms.values()].filter(
    ({ byDesk, name }) => byDesk && name.startsWith('inc-'),
  );
  const channel = now.room.channel ?? '';
  const keys = world.chat.said.map(({ post }) => `${post.key} in ${post.channel}`);
  const inRoom = world.chat.said.filter(({ post }) => post.channel === channel);
  const updates = await Promise.all(
    now.tickets.map(async ({ ticket }) => {
      const { replies } = (await loadTicket(desk, ticket))!;
      return replies.flatMap(({ incident: of, delivered }) =>
        of ? [`${of.update} ${delivered.length}`] : [],
      );
    }),
  );
  const offers = world.chat.said.map(({ post }) => post.key).filter((key) => /\/offer:/.test(key));
  return {
    lifecycle: now.lifecycle,
    offersTwice: offers.filter((key, index) => offers.indexOf(key) !== index),
    incidents: (await desk.store.incidents({})).length,
    rooms: made.length,
    cards: inRoom.filter(({ post }) => post.key.includes('/card')).length,
    announcements: world.chat.said.filter(({ post }) => post.key.includes('/announcement')).length,
    twice: keys.filter((key, index) => keys.indexOf(key) !== index),
    updates,
    brokenLog: brokenLine(log, now.log),
    told: now.tickets.map(({ told }) => told?.update),
    marked: now.marked,
    state: now.room.state,
  };
}

test('an incident is lived through: one room, one card, one announcement, each update once for every customer', async () => {
  const lived = await live(undefined);
  expect(await onceEach(lived)).toEqual({
    lifecycle: 'in_review',
    offersTwice: [],
    incidents: 1,
    rooms: 1,
    cards: 1,
    announcements: 1,
    twice: [],
    updates: [
      ['u1 1', 'u3 1', 'u4 1'],
      ['u1 1', 'u3 1', 'u4 1'],
      ['u1 1', 'u3 1', 'u4 1'],
    ],
    brokenLog: undefined,
    told: ['u4', 'u4', 'u4'],
    marked: [],
    state: 'ready',
  });
  expect(lived.steps.length).toBeGreaterThan(200);
});

/** How many steps a whole life has; a few more or less, by how reminders and steps of the room fall together. */
const steps = 300;
const deaths = (['before', 'after'] as const).flatMap((moment) =>
  Array.from({ length: Math.floor(steps / every) }, (_, index) => ({ at: 1 + index * every, moment })),
);

test.each(deaths)('killed $moment step $at, the same is there after the next start', async (death) => {
  const lived = await live(death);
  const once = await onceEach(lived);
  expect({ ...once, updates: [], told: [] }).toEqual({
    lifecycle: 'in_review',
    offersTwice: [],
    incidents: 1,
    rooms: 1,
    cards: 1,
    announcements: 1,
    twice: [],
    updates: [],
    brokenLog: undefined,
    told: [],
    marked: [],
    state: 'ready',
  });
  // Which number an update has depends on how often the desk had to write it anew; each stands once.
  expect(once.updates.map((own) => own.filter((each) => !each.endsWith(' 1')))).toEqual([[], [], []]);
  expect(new Set(once.updates.map(String)).size).toBe(1);
  expect(once.updates[0]).toHaveLength(3);
});
