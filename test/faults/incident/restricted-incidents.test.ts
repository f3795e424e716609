import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readersOf } from '../../../src/domain/incident/permission.ts';
import { minute, second } from '../../../src/domain/time.ts';
import type { Log } from '../../../src/ports.ts';
import { loadIncident } from '../../../src/workflows/incident/change-incident.ts';
import { ana, ben, dana, eve, incidentsChannel, mia, support } from '../../support/builders.ts';
import { aMemoryWorld, type MemoryDesk, openMemoryDesk } from '../../support/memory-desk.ts';
import { outsiders, play, type Step, secret, step, titleSecret } from './restricted-steps.ts';

describe('a restricted incident', () => {
  test('is known to those who work on it and to nobody else, whatever people do and whatever fails', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 28 }), async (steps) => {
        const lived = await live(steps);
        expect(lived).toEqual([]);
      }),
      { numRuns: Number(process.env.RUNS ?? 8) },
    );
  }, 120_000);
});

/** Plays it and answers what got out, and to whom. */
async function live(steps: readonly Step[]): Promise<readonly string[]> {
  const world = await aMemoryWorld();
  for (const id of outsiders)
    world.chat.people.set(id, {
      id,
      name: id,
      email: `${id.slice(6).toLowerCase()}@larder.test`,
      isApp: false,
      isGuest: false,
    });
  const lines: string[] = [];
  const at = (level: string) => (fact: string, detail?: unknown) =>
    void lines.push(`${level} ${fact} ${JSON.stringify(detail)}`);
  const log: Log = { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
  const desk = await openMemoryDesk(world, {
    log,
    settings: (usual) =>
      usual.replace(
        'agents: [ana@larder.test, ben@larder.test]',
        'agents: [ana@larder.test, ben@larder.test, u6out@larder.test, u7off@larder.test, u8far@larder.test]',
      ),
  });
  await desk.write(
    dana,
    `Production is down: nobody can pay in the ${titleSecret} shop, error 502 for all customers.`,
  );
  await desk.pass(90 * second, 15 * second);
  await desk.write(eve, `Production is down: the warehouse of ${titleSecret} shows nothing, we lose orders.`);
  await desk.pass(90 * second, 15 * second);
  await desk.write(dana, 'The printer in our office prints too dark and smells of the sea.');
  await desk.pass(5 * second);
  await desk.command(ana, 'war-room T-1 restricted T-2');
  await desk.pass(5 * second);
  await desk.press(ana, { action: 'role_accept', subject: 'INC-1', value: 'commander' });
  await desk.press(ben, { action: 'role_accept', subject: 'INC-1', value: 'liaison' });
  const declared = await loadIncident(desk, 'INC-1');
  if (declared?.visibility !== 'restricted') throw new Error('INC-1 is not restricted');
  const inside = desk.chat.said.filter(({ post }) => post.channel === declared.room.channel);
  if (!JSON.stringify(inside).includes(titleSecret)) throw new Error('its room does not show it');
  const leaks: string[] = [];
  for (const each of steps) {
    const answered = desk.chat.answers.length;
    await play(desk, each);
    const readers = await readersNow(desk);
    for (const { handle, answer } of desk.chat.answers.slice(answered))
      if (!readers.has(handle.person))
        leaks.push(
          ...found(JSON.stringify(answer), {
            what: `${JSON.stringify(each)} answers ${handle.person}`,
            rooms: await roomsOf(desk),
            secrets: [secret],
          }),
        );
  }
  await desk.pass(3 * minute, 30 * second);
  const readers = await readersNow(desk);
  const rooms = await roomsOf(desk);
  const approvedTo = [dana, eve, support];
  for (const { post } of desk.chat.said) {
    if (rooms.includes(post.channel) || readers.has(post.channel)) continue;
    const isReply = approvedTo.includes(post.channel) && post.key.includes('/reply:');
    // What its tickets say themselves is no secret; nor is another incident somebody makes of one of them later.
    const isTicket = /^(T-\d+|INC-[2-9])\//.test(post.key);
    const card = JSON.stringify(post.card);
    const secrets = [...(isReply ? [] : [secret]), ...(isTicket || isReply ? [] : [titleSecret])];
    leaks.push(...found(card, { what: `${post.key} in ${post.channel}`, rooms, secrets }));
  }
  if (
    desk.chat.said.some(
      ({ post }) => post.channel === incidentsChannel && JSON.stringify(post).includes('INC-1'),
    )
  )
    leaks.push('announced');
  leaks.push(
    ...lines.flatMap((line) => found(line, { what: 'the log', rooms: [], secrets: [secret, titleSecret] })),
  );
  for (const room of desk.rooms.rooms.values())
    if (room.name.startsWith('inc-1') && (!room.restricted || !/^inc-1(-r?\d+)*$/.test(room.name)))
      leaks.push(`room ${room.name} restricted ${room.restricted}`);
  await desk.end();
  return [...new Set(leaks)];
}

function found(
  text: string,
  {
    what,
    rooms,
    secrets,
  }: { readonly what: string; readonly rooms: readonly string[]; readonly secrets: readonly string[] },
): readonly string[] {
  return [...secrets, ...rooms]
    .filter((each) => text.includes(each))
    .map(
      (each) =>
        `${each} · ${what} · ${text.slice(Math.max(0, text.indexOf(each) - 150), text.indexOf(each) + 60)}`,
    );
}

async function readersNow(desk: MemoryDesk): Promise<ReadonlySet<string>> {
  const incident = await loadIncident(desk, 'INC-1');
  return new Set([mia, ...(incident ? readersOf(incident) : [])]);
}

async function roomsOf(desk: MemoryDesk): Promise<readonly string[]> {
  const incident = await loadIncident(desk, 'INC-1');
  const places = [incident?.room, ...(incident?.room.former ?? [])];
  return places.flatMap((place) => (place?.channel === undefined ? [] : [place.channel]));
}
