import { expect, test } from 'vitest';
import { Refused } from '../../../src/domain/errors.ts';
import type { IncidentAsked, IncidentDecision } from '../../../src/domain/incident/decision.ts';
import type { Incident } from '../../../src/domain/incident/incident.ts';
import { closeIncident, resolveIncident } from '../../../src/domain/incident/lifecycle.ts';
import { proposeAction } from '../../../src/domain/incident/review/prevention.ts';
import { moveAction } from '../../../src/domain/incident/review/prevention-moves.ts';
import { finishReview, setReviewMeeting, writeReview } from '../../../src/domain/incident/review/review.ts';
import { day, type Instant, laterBy, minute } from '../../../src/domain/time.ts';
import { changeIncident } from '../../../src/workflows/incident/change-incident.ts';
import { ana, ben, incidentsChannel, mia, settings } from '../../support/builders.ts';
import { aWarRoom, restarted, type WarRoom } from './a-war-room.ts';

const { cadence } = settings.incidents;

async function decide(
  room: WarRoom,
  by: string,
  what: (incident: Incident, asked: IncidentAsked) => IncidentDecision,
): Promise<void> {
  const asked: IncidentAsked = {
    by,
    role: by === mia ? 'manager' : 'agent',
    at: room.clock.now(),
    source: 'form',
  };
  const changed = await changeIncident(room.desk, 'INC-7', (incident) => what(incident, asked));
  if (changed.outcome === 'refused') throw new Error(changed.refusal.refused);
}

/** Time goes to a moment, from one due time of the incident to the next, working at each. */
async function passTo(room: WarRoom, at: Instant): Promise<void> {
  await room.pass(500);
  while (room.clock.now() < at) {
    const stored = await room.desk.store.load('incident', 'INC-7');
    const next = (stored?.timers ?? []).map(({ dueAt }) => dueAt).filter((dueAt) => dueAt > room.clock.now());
    const [to = at] = [...next, at].sort();
    await room.clock.set(to);
    await room.pass(500);
  }
}

/** Whether and when each reminder was given, as it stands in the log. */
async function nudges(room: WarRoom): Promise<readonly string[]> {
  const stored = await room.desk.store.load('incident', 'INC-7');
  const entries = (stored?.events ?? []) as readonly {
    readonly event: { type: string; about?: string; at: string; to?: readonly string[] };
  }[];
  return entries
    .filter(({ event }) => event.type === 'nudged' && /^(review|action)/.test(event.about ?? ''))
    .map(({ event }) => `${event.at.slice(0, 16)} ${event.about} → ${event.to?.join(' ')}`);
}

/** Ben reviews; Berlin is an hour ahead of UTC in winter. Resolved on Friday at 11:30 in Berlin. */
async function resolved(
  given: Parameters<typeof aWarRoom>[0] = {},
  before: (room: WarRoom) => Promise<unknown> = async () => {},
): Promise<WarRoom> {
  const room = await aWarRoom(given);
  await before(room);
  await room.pass(5000);
  await room.clock.advance(30 * minute);
  await decide(room, mia, (now, asked) =>
    resolveIncident(now, { text: 'It works again.', dataLoss: 'no', reviewOwner: ben, cadence }, asked),
  );
  return room;
}

/** A ticket whose customer waits. */
async function attached(room: WarRoom): Promise<string> {
  const id = await room.write('Checkout fails with error 502 at the gateway');
  const event = { ticket: { ticket: id }, by: ana, at: room.clock.now(), source: 'form' } as const;
  await changeIncident(room.desk, 'INC-7', () => ({ events: [{ type: 'ticket_attached', ...event }] }));
  return id;
}

test('without customers to tell, the review begins at once, with a draft in the room as its page and as a file', async () => {
  const room = await resolved();
  await room.pass(12_000);
  const incident = await room.incident();
  expect(incident).toMatchObject({ lifecycle: 'in_review', review: { owner: ben, state: 'draft' } });
  const made = room.rooms.rooms.get(incident.room.channel ?? '');
  expect(made?.page?.title).toBe('INC-7 retrospective');
  expect(made?.files.map(({ title }) => title)).toEqual(['INC-7 retrospective']);
  expect(made?.files[0]?.text).toContain('# INC-7: Checkout fails with error 502');
  expect(room.shown(incident.room.channel ?? '').join('\n')).toContain('Review of INC-7: begins');
});

test('while customers wait for the final update, it begins at ten on the next working day, and its owner is told', async () => {
  const room = await resolved({}, attached);
  await room.pass(500);
  await room.clock.set('2026-11-23T08:59:00.000Z');
  await room.pass(500);
  expect((await room.incident()).lifecycle).toBe('resolved');
  await room.clock.set('2026-11-23T09:00:00.000Z');
  await room.pass(500);
  expect((await room.incident()).lifecycle).toBe('in_review');
  expect(await nudges(room)).toEqual([`2026-11-23T09:00 review:first → ${ben}`]);
  // Three days after a P1 was resolved there should be a date for the meeting.
  await room.clock.set('2026-11-24T09:00:00.000Z');
  await room.pass(500);
  expect(await nudges(room)).toContainEqual(expect.stringMatching(/^2026-11-24T09:00 review:meeting → /));
});

test('who writes nothing is reminded in working hours: again the next day, after three days, then managers are', async () => {
  const room = await resolved();
  await passTo(room, '2026-12-06T00:00:00.000Z');
  const draft = (await nudges(room)).filter((each) => !each.includes('meeting'));
  expect(draft).toEqual([
    `2026-11-23T09:00 review:first → ${ben}`,
    `2026-11-24T09:00 review:second → ${ben}`,
    `2026-11-26T09:00 review:third → ${ben}`,
    `2026-11-27T09:00 review:managers → ${ben} ${mia}`,
  ]);
  expect(room.shown(mia).filter((text) => text.includes('reminded three times'))).toHaveLength(1);
});

test('a desk that was away over several of them gives one reminder when it is back, and none twice', async () => {
  const room = await resolved();
  await room.pass(12_000);
  await room.end();
  await room.clock.set('2026-11-25T09:30:00.000Z');
  const back = await restarted(room);
  await back.pass(5000);
  await back.end();
  const again = await restarted(back);
  await again.pass(5000);
  expect(await nudges(again)).toEqual([
    expect.stringContaining('review:second'),
    expect.stringContaining('review:meeting'),
  ]);
});

test('what is written renews the page, and the finished review is the file in its last form', async () => {
  const room = await resolved();
  await room.pass(12_000);
  const channel = (await room.incident()).room.channel ?? '';
  await decide(room, ana, (now, asked) =>
    writeReview(now, { section: 'lead_up', text: 'A *bad* deploy <!channel>' }, asked),
  );
  await room.pass(12_000);
  expect(room.rooms.rooms.get(channel)?.page?.markdown).toContain('A \\*bad\\* deploy \\<');
  expect(room.rooms.rooms.get(channel)?.files).toHaveLength(1);
  await decide(room, ben, (now, asked) => setReviewMeeting(now, laterBy(asked.at, day), asked));
  await decide(room, ben, finishReview);
  await room.pass(12_000);
  expect(room.rooms.rooms.get(channel)?.files).toHaveLength(2);
  await decide(room, ben, closeIncident);
  expect((await room.incident()).lifecycle).toBe('closed');
});

test('a workspace without pages has the file, and the log says why there is no page', async () => {
  const room = await resolved();
  room.rooms.failNext('page', new Refused('This plan has no pages.', 'free_teams_cannot_edit'));
  await room.pass(12_000);
  const incident = await room.incident();
  expect(room.rooms.rooms.get(incident.room.channel ?? '')?.files).toHaveLength(1);
  const stored = await room.desk.store.load('incident', 'INC-7');
  expect(JSON.stringify(stored?.events)).toContain('This plan has no pages.');
});

test('open actions are reminded of after closing too, in time and late; then managers read it', async () => {
  const room = await resolved();
  await room.pass(12_000);
  await decide(room, ana, (now, asked) =>
    proposeAction(
      now,
      {
        title: 'Add an alarm',
        kind: 'prevent',
        owner: ana,
        verifier: ben,
        dueOn: '2026-12-11',
        doneWhen: 'It rings',
      },
      asked,
    ),
  );
  const move = (to: 'accepted' | 'done', by: string) =>
    decide(room, by, (now, asked) =>
      moveAction(now, { action: 'a1', to, reason: 'https://x.test/1' }, asked),
    );
  await move('accepted', ben);
  await decide(room, ben, finishReview);
  await decide(room, ben, closeIncident);
  await passTo(room, '2026-12-20T00:00:00.000Z');
  const given = (await nudges(room)).filter((each) => each.includes('action:'));
  expect(given).toEqual([
    `2026-12-08T09:00 action:a1:soon:2026-12-11 → ${ana}`,
    `2026-12-11T09:00 action:a1:due:2026-12-11 → ${ana}`,
    `2026-12-18T09:00 action:a1:late:2026-12-11 → ${ana} ${mia}`,
  ]);
  await move('done', ana);
  await passTo(room, '2026-12-22T00:00:00.000Z');
  expect((await nudges(room)).at(-1)).toBe(`2026-12-21T09:00 action:a1:check → ${ben}`);
});

test('ninety days later the desk looks whether it came back, and says so where people read it', async () => {
  const room = await aWarRoom();
  const first = await attached(room);
  await room.pass(5000);
  await decide(room, mia, (now, asked) =>
    resolveIncident(now, { text: 'Over.', dataLoss: 'no', reviewOwner: ben, cadence }, asked),
  );
  const at = room.clock.now();
  const fields = { status: 's', next: 'n', blockers: '', workaround: '', expect: '', contact: '' };
  const told = { by: ben, at, source: 'button' } as const;
  await changeIncident(room.desk, 'INC-7', () => ({
    events: [
      { type: 'update_drafted', update: { update: 'u1', kind: 'final', fields, facts: '' }, ...told },
      { type: 'update_approved', update: 'u1', tickets: [first], ...told },
      { type: 'update_delivered', update: 'u1', ticket: first, message: 'slack:C1:1', ...told },
    ],
  }));
  await passTo(room, '2027-01-20T00:00:00.000Z');
  const again = await room.write('Checkout fails with error 502 at the gateway again', {
    author: 'slack:U2EVE',
  });
  await room.pass(5000);
  room.desk.search.index({
    type: 'ticket',
    ticket: {
      id: again,
      subject: 'Checkout fails with error 502 at the gateway',
      text: 'Checkout fails with error 502 at the gateway',
      requester: 'slack:U2EVE',
      openedAt: room.clock.now(),
      live: true,
    },
  });
  await passTo(room, '2027-02-19T12:00:00.000Z');
  expect((await room.incident()).recurrence).toBeDefined();
  expect((await room.incident()).recurrence?.found).toEqual([again]);
  expect(room.shown(ben).join('\n')).toContain('INC-7 may have come back');
  expect(
    room
      .shown(incidentsChannel)
      .concat(room.shown((await room.incident()).room.channel ?? ''))
      .join('\n'),
  ).toContain('INC-7 may have come back');
});

test('nobody is asked to review a drill', async () => {
  const room = await resolved({ mode: 'drill' });
  await passTo(room, '2026-12-06T00:00:00.000Z');
  expect(await nudges(room)).toEqual([]);
});
