import { describe, expect, test } from 'vitest';
import { Misconfigured, Refused, Unreachable } from '../../../src/domain/errors.ts';
import { nameSpecialist } from '../../../src/domain/incident/roles/roles.ts';
import { minute, second } from '../../../src/domain/time.ts';
import { changeIncident, loadIncidentWithLog } from '../../../src/workflows/incident/change-incident.ts';
import { ana, ben, incidentsChannel, triageChannel } from '../../support/builders.ts';
import { aWorld, type World } from '../desk.ts';
import { asDesk, aWarRoom, declared, restarted, workOnRoom } from './a-war-room.ts';

const name = 'inc-7-checkout-502';
const refused = (code: string) => new Refused(`The platform says ${code}.`, code);
const lost = () => new Unreachable('no answer', { unknownOutcome: true });
const decorations = ['topic', 'invite', 'pin', 'bookmark', 'page'] as const;

/** The first thing said, the announcement, has an address as it would have on a platform. */
async function linked({ chat, clock }: World): Promise<void> {
  const id = 'memory:post:1';
  const place = { channel: incidentsChannel, kind: 'channel' } as const;
  const link = 'https://chat.example.com/announcement';
  const said = {
    id,
    thread: id,
    place,
    author: ana,
    byApp: true,
    text: '',
    files: [],
    at: clock.now(),
    link,
  };
  await chat.start(async () => undefined);
  await chat.deliver({ type: 'message', keys: [id], at: clock.now(), message: said, mentionsDesk: false });
}

test('the room is made and furnished, and says what it is about', async () => {
  const room = await aWarRoom();
  await room.pass(10 * second);
  const made = room.rooms.named(name);
  expect((await room.incident()).room).toMatchObject({ state: 'ready', channel: made.channel, missing: [] });
  expect(made.members).toContain(ana);
  expect(made.topics).toEqual([
    'INC-7 · Checkout fails with error 502 · /ticket war-room shows what you can do here',
  ]);
  expect(made.pins.size).toBe(1);
  expect(made.page?.title).toContain('INC-7');
});

describe('whatever the platform refuses', () => {
  const codes = [
    'restricted_action',
    'permission_denied',
    'too_many_pins',
    'too_many_bookmarks',
    'too_long',
    'canvas_disabled_user_team',
    'canvas_editing_locked',
    'free_team_not_allowed',
    'user_is_restricted',
    'an_error_of_tomorrow',
  ];
  const cases = decorations.flatMap((verb) => codes.map((code) => [verb, code] as const));

  test.each(cases)('%s: %s stays visible and holds nothing else up', async (verb, code) => {
    const room = await aWarRoom(
      {},
      {
        before: async (world) => {
          await linked(world);
          world.rooms.failNext(verb, refused(code));
        },
      },
    );
    await room.pass(10 * second);
    const { room: state } = await room.incident();
    const step = verb === 'page' ? 'canvas' : verb;
    expect(state.state).toBe('ready');
    expect(state.steps[step]?.refused).toMatchObject({ code, reason: `The platform says ${code}.` });
    for (const other of ['topic', 'pin', 'canvas'] as const)
      if (other !== step) expect(state.steps[other]?.done).toBeDefined();
    if (verb === 'invite') expect(state.missing.map(({ person }) => person)).toContain(ana);
  });

  test.each(['restricted_action', 'cannot_create_channel', 'user_is_restricted', 'an_error_of_tomorrow'])(
    'create: %s makes a thread of an open incident, which moves once a channel can be made',
    async (code) => {
      const refuse = 3;
      const room = await aWarRoom(
        {},
        {
          before: ({ rooms }) => {
            for (let times = 0; times < refuse; times += 1) rooms.failNext('create', refused(code));
          },
        },
      );
      await room.pass(15 * second);
      const thread = await room.incident();
      expect(thread.room).toMatchObject({
        state: 'degraded',
        channel: incidentsChannel,
        thread: thread.messages.announcement?.id,
      });
      expect(thread.room.steps.create?.refused?.code).toBe(code);
      await room.pass(3 * minute);
      const moved = await room.incident();
      expect(moved.room).toMatchObject({ state: 'ready', channel: room.rooms.named(name).channel });
      expect(moved.room.thread).toBeUndefined();
      expect(moved.messages.card?.channel).toBe(moved.room.channel);
      expect(room.rooms.named(name).pins.size).toBe(1);
      expect(room.shown(incidentsChannel).join('\n')).toContain('the room is there. Go on in');
      expect((await room.log()).filter((type) => type === 'room_step_refused')).toHaveLength(1);
    },
  );

  test('a token that lost its rights is a reason like any other', async () => {
    const error = new Misconfigured('The desk lacks the right to set topics.');
    const room = await aWarRoom({}, { before: ({ rooms }) => rooms.failNext('topic', error) });
    await room.pass(10 * second);
    expect((await room.incident()).room.steps.topic?.refused?.reason).toBe(error.message);
  });

  test.each(['is_archived', 'channel_not_found', 'not_in_channel'])(
    'a step that meets %s finds the room lost',
    async (code) => {
      const room = await aWarRoom({}, { before: ({ rooms }) => rooms.failNext('topic', refused(code)) });
      await room.pass(10 * second);
      const { room: state } = await room.incident();
      expect(state).toMatchObject({ state: 'lost', lost: { reason: `The platform says ${code}.` } });
      expect(room.shown(ana).join('\n')).toContain('INC-7 has lost its room');
    },
  );
});

describe('a channel that never comes', () => {
  test('is a thread after a minute, is tried for a quarter of an hour, and again when somebody asks', async () => {
    const room = await aWarRoom(
      {},
      {
        before: ({ rooms }) => {
          for (let times = 0; times < 400; times += 1) rooms.failNext('create', lost());
        },
      },
    );
    await room.pass(70 * second);
    expect((await room.incident()).room.state).toBe('degraded');
    await room.pass(16 * minute);
    expect((await room.incident()).room.steps.create?.refused?.code).toBe('unreachable');
    const timers = async () => (await room.desk.store.load('incident', 'INC-7'))?.timers ?? [];
    expect((await timers()).map(({ key }) => key)).not.toContain('room:create');
  });

  test('goes on in the team’s own channel when the one for incidents does not take a thread', async () => {
    const world = await aWorld();
    const { chat, rooms } = world;
    const post: typeof chat.post = async (said) => {
      if (said.channel === incidentsChannel) throw refused('not_in_channel');
      return chat.post(said);
    };
    for (let times = 0; times < 40; times += 1) rooms.failNext('create', lost());
    const room = await aWarRoom({}, { world: { ...world, chat: { ...chat, post } } });
    await room.pass(70 * second);
    expect((await room.incident()).room).toMatchObject({ state: 'degraded', channel: triageChannel });
  });
});

describe('with no channel and no thread anywhere', () => {
  test('the desk tries once a minute and not more often, and ends after a quarter of an hour', async () => {
    const world = await aWorld();
    const { chat, rooms } = world;
    let tries = 0;
    const post: typeof chat.post = async (said) => {
      if (said.channel !== incidentsChannel && said.channel !== triageChannel) return chat.post(said);
      tries += 1;
      throw refused('restricted_action');
    };
    for (let times = 0; times < 400; times += 1) rooms.failNext('create', refused('restricted_action'));
    const room = await aWarRoom({}, { world: { ...world, chat: { ...chat, post } } });
    await room.pass(20 * minute);
    expect((await room.incident()).room.state).toBe('pending');
    const refusals = (await room.log()).filter((type) => type === 'room_step_refused').length;
    expect(refusals).toBeGreaterThan(10);
    expect(refusals).toBeLessThan(40);
    expect(tries).toBeLessThan(60);
  });
});

describe('ended at the worst moment', () => {
  test.each(['create', 'findMade', ...decorations] as const)(
    'after %s took effect and before it is written down: one room, one card, everything in it',
    async (verb) => {
      const before = await aWarRoom(
        {},
        {
          before: async (world) => {
            await linked(world);
            const { rooms } = world;
            if (verb === 'findMade') rooms.failNext('create', lost(), 'after');
            rooms.failNext(verb, lost(), 'after');
          },
        },
      );
      await before.pass(500);
      const room = await restarted(before);
      await room.pass(30 * second);
      expect((await room.incident()).room).toMatchObject({ state: 'ready', name });
      expect([...room.rooms.rooms.values()]).toHaveLength(1);
      const made = room.rooms.named(name);
      expect([...made.bookmarks.keys()]).toEqual(['Announcement']);
      expect([made.topics.length, made.pins.size, made.members.has(ana)]).toEqual([1, 1, true]);
    },
  );
});

describe('people', () => {
  test('250 are let in, those who cannot be are named with the reason, and nobody is asked twice', async () => {
    const people = Array.from({ length: 250 }, (_, index) => `slack:U${index}X`);
    const desk = await declared();
    for (const bad of people.filter((_, index) => index % 10 === 3))
      desk.rooms.uninvitable.set(bad, { code: 'user_is_restricted', reason: 'This is a guest.' });
    await changeIncident(desk.desk, 'INC-7', (now) => ({
      events: people.flatMap((person) => {
        const named = nameSpecialist(now, { area: 'all', person }, asDesk(desk));
        return 'refused' in named ? [] : named.events;
      }),
    }));
    await workOnRoom(desk);
    await workOnRoom(desk);
    await workOnRoom(desk);
    const loaded = await loadIncidentWithLog(desk.desk, 'INC-7');
    expect(loaded?.incident.room.missing).toHaveLength(25);
    expect(loaded?.incident.room.missing[0]).toEqual({ person: 'slack:U3X', reason: 'This is a guest.' });
    expect(loaded?.incident.room.invited).toHaveLength(226);
    expect(desk.rooms.named(name).members.size).toBe(226);
    expect(loaded?.log.filter(({ event }) => event.type === 'people_missing')).toHaveLength(1);
  });

  test('whoever is called in later is let in then', async () => {
    const room = await aWarRoom();
    await room.pass(5 * second);
    await changeIncident(room.desk, 'INC-7', (now) =>
      nameSpecialist(now, { area: 'payments', person: ben }, asDesk(room)),
    );
    await room.pass(5 * second);
    expect(room.rooms.named(name).members).toContain(ben);
  });
});

test('the page follows what happens, at most every five minutes', async () => {
  const room = await aWarRoom();
  await room.pass(6 * minute);
  const shown = async () => (await room.incident()).room.steps.canvas?.done;
  const first = await shown();
  await changeIncident(room.desk, 'INC-7', (now) =>
    nameSpecialist(now, { area: 'payments', person: ben }, asDesk(room)),
  );
  await room.pass(5 * second);
  const second_ = await shown();
  await changeIncident(room.desk, 'INC-7', (now) =>
    nameSpecialist(now, { area: 'search', person: ben }, asDesk(room)),
  );
  await room.pass(2 * minute);
  expect(await shown()).toBe(second_);
  await room.pass(5 * minute);
  expect([first, second_]).not.toContain(await shown());
});
