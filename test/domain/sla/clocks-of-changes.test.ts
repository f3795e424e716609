import { expect, test } from 'vitest';
import { policyAfter } from '../../../src/domain/sla/apply-policy.ts';
import { clocksOf, dueSteps } from '../../../src/domain/sla/clocks-of.ts';
import { applyEvents } from '../../../src/domain/ticket/apply.ts';
import { deleteMessage } from '../../../src/domain/ticket/conversation.ts';
import { closeTicket, reopenTicket, solveTicket } from '../../../src/domain/ticket/ending.ts';
import { absorb, mergeInto, releaseMerged, unmerge } from '../../../src/domain/ticket/relation.ts';
import type { Ticket } from '../../../src/domain/ticket/ticket.ts';
import { holdTicket, resumeTicket, waitForRequester } from '../../../src/domain/ticket/work.ts';
import { hour, minute } from '../../../src/domain/time.ts';
import type { Severity } from '../../../src/domain/words.ts';
import { afterwards, aWorkedTicket } from '../../support/a-ticket.ts';
import { promised } from '../../support/an-edition.ts';
import { after, asksAs, eventsOf, settings, ten } from '../../support/builders.ts';
import { answers, approves, arrives, asks, bookWith, clockAt, endsOf, leaves } from './talking.ts';

const agent = (minutes: number) => asksAs.agent(after(minutes));
const waits = (minutes: number) => (ticket: Ticket) => waitForRequester(ticket, agent(minutes));
const goesOn = (minutes: number) => (ticket: Ticket) => resumeTicket(ticket, agent(minutes));
const solves = (minutes: number) => (ticket: Ticket) => solveTicket(ticket, undefined, agent(minutes));
const reopens = (minutes: number) => (ticket: Ticket) =>
  reopenTicket(ticket, 'It is back', asksAs.requester(after(minutes)));

/** The severity is put right; the desk promises by what it is now. */
const becomes = (to: Severity, minutes: number) => (ticket: Ticket) => {
  const corrected = {
    type: 'corrected',
    field: 'severity',
    was: 'P2',
    to,
    by: asksAs.agent().by,
    at: after(minutes),
  } as const;
  const policy = policyAfter(applyEvents(ticket, [corrected]), [corrected], settings.policies);
  return { events: [corrected, ...policy] };
};

test('a sharper severity counts from the start, credits pauses, and leaves the floor', () => {
  const early = afterwards(aWorkedTicket(), becomes('P1', 5));
  expect(clockAt(early, 'first_response', 6)).toMatchObject({
    policy: 'critical',
    dueAt: after(20),
    changes: [{ why: 'policy', was: after(240), due: after(20) }],
    round: 1,
  });
  const paused = afterwards(aWorkedTicket(), ...answers(10), waits(60), goesOn(120), becomes('P1', 130));
  expect(clockAt(paused, 'total_resolution', 140)?.dueAt).toBe(after(4 * 60 + 60));
});

test('what is late stays late when it becomes more urgent, and says so when it becomes less', () => {
  const late = afterwards(aWorkedTicket(), becomes('P1', 300));
  expect(clockAt(late, 'first_response', 301)).toMatchObject({ isBreached: true, dueAt: after(240) });
  const eased = afterwards(aWorkedTicket(), becomes('P1', 1), becomes('P2', 60));
  expect(clockAt(eased, 'first_response', 61)).toMatchObject({
    isBreached: false,
    dueAt: after(240),
    changes: [{ due: after(16) }, { was: after(16), due: after(240) }],
  });
});

test('a policy that promises the same again changes nothing', () => {
  const ticket = afterwards(aWorkedTicket(), becomes('P1', 5));
  const [pin] = (ticket.policies ?? []).slice(-1);
  const again = afterwards(ticket, () => ({
    events: pin ? [{ type: 'policy_applied', ...pin, at: after(8) }] : [],
  }));
  expect(clocksOf(again, settings.policies, after(9))).toEqual(clocksOf(ticket, settings.policies, after(9)));
});

test('a later time that was agreed to stands when the same is promised again', () => {
  const later = { target: 'total_resolution' as const, dueAt: after(3000) };
  const agreed = afterwards(aWorkedTicket(), leaves(30, { proposes: later }), arrives(31), () => ({
    events: [{ type: 'extension_agreed', reply: 'r1', by: asksAs.requester().by, at: after(40) }],
  }));
  expect(clockAt(agreed, 'total_resolution', 50)?.dueAt).toBe(after(3000));
  const asBefore = afterwards(agreed, becomes('P4', 60));
  expect(clockAt(asBefore, 'total_resolution', 70)?.dueAt).toBe(after(3000));
  // Waiting for the requester moves it like any other.
  const waited = afterwards(agreed, waits(60), goesOn(120));
  expect(clockAt(waited, 'total_resolution', 130)?.dueAt).toBe(after(3060));
});

test('of a critical request nobody was told of the first update is owed from the opening', () => {
  const opened = afterwards(aWorkedTicket({ policies: [] }), becomes('P1', 0));
  expect(clockAt(opened, 'next_update', 20)).toMatchObject({ startedAt: ten, dueAt: after(60) });
  const told = afterwards(opened, leaves(30, {}), arrives(31));
  expect(clockAt(told, 'next_update', 40)).toMatchObject({ startedAt: after(31), dueAt: after(91) });
});

test('of one that became critical the first update is owed from then on, unless one was owed already', () => {
  expect(clockAt(aWorkedTicket(), 'next_update', 20)).toBeUndefined();
  const became = afterwards(aWorkedTicket(), becomes('P1', 20));
  expect(clockAt(became, 'next_update', 30)).toMatchObject({ startedAt: after(20), dueAt: after(80) });
  const again = afterwards(became, becomes('P3', 30), becomes('P1', 40));
  expect(
    clocksOf(again, settings.policies, after(50)).filter((c) => c.target === 'next_update'),
  ).toHaveLength(1);
  const told = afterwards(aWorkedTicket(), leaves(5, {}), arrives(5), becomes('P1', 20));
  expect(clockAt(told, 'next_update', 30)).toMatchObject({ startedAt: after(5), dueAt: after(65) });
});

test('what a new policy does not mention stays promised', () => {
  const ticket = afterwards(aWorkedTicket(), becomes('P1', 5));
  expect(clockAt(ticket, 'first_resolution', 10)).toMatchObject({
    dueAt: after(24 * 60),
    policy: 'everyone',
  });
  const none = bookWith({ targets: {} });
  expect(clocksOf(ticket, none, after(10)).map(({ target }) => target)).toEqual(['next_update']);
});

test('nothing pauses in a P1', () => {
  const ticket = afterwards(aWorkedTicket(), becomes('P1', 2), ...answers(10), waits(20));
  expect(clockAt(ticket, 'total_resolution', 100)).toMatchObject({ state: 'running', dueAt: after(240) });
});

test('on hold pauses only what says so', () => {
  const terms = promised(8 * hour, { pauses: ['on_hold'] });
  const book = bookWith({ targets: { first_resolution: promised(8 * hour), total_resolution: terms } });
  const ticket = afterwards(
    aWorkedTicket(),
    (now) => holdTicket(now, { reason: 'vendor' }, agent(60)),
    goesOn(120),
  );
  expect(clockAt(ticket, 'first_resolution', 130, book)?.dueAt).toBe(after(480));
  expect(clockAt(ticket, 'total_resolution', 130, book)?.dueAt).toBe(after(540));
});

test('solved and opened again several times, the total goes on with what was left and the first solution stands', () => {
  const ticket = afterwards(
    aWorkedTicket(),
    ...answers(10),
    solves(60),
    reopens(600),
    ...answers(610),
    solves(660),
    (now) => closeTicket(now, 'quiet', asksAs.desk(after(5000))),
    reopens(6000),
  );
  expect(clockAt(ticket, 'total_resolution', 6010)).toMatchObject({
    state: 'running',
    dueAt: after(24 * 60 + 540 + 5340),
    pauses: [
      { from: after(60), to: after(600), because: 'solved' },
      { from: after(660), to: after(6000), because: 'solved' },
    ],
  });
  expect(clockAt(ticket, 'first_resolution', 6010)?.end).toEqual({ at: after(60), how: 'met' });
});

test('what was solved late stays late when it is opened again', () => {
  const ticket = afterwards(aWorkedTicket(), ...answers(10), solves(1500), reopens(1600));
  expect(clockAt(ticket, 'total_resolution', 1601)).toMatchObject({ isBreached: true, dueAt: after(1440) });
});

test('a request that was taken for none is solved when it is solved', () => {
  const ticket = afterwards(
    aWorkedTicket(),
    (now) => closeTicket(now, 'not_a_request', agent(30)),
    reopens(90),
    solves(120),
  );
  expect(clockAt(ticket, 'first_resolution', 200)).toMatchObject({
    end: { at: after(120), how: 'met' },
    dueAt: after(24 * 60 + 60),
  });
});

test('warnings before a change are not told for the new promise', () => {
  const ticket = afterwards(aWorkedTicket(), becomes('P1', 14));
  expect(clockAt(ticket, 'first_response', 15)).toMatchObject({
    dueAt: after(29),
    steps: [{ at: after(21.5) }, { at: after(25.25) }, { at: after(27.5) }, { step: 'due' }],
  });
  expect(dueSteps(ticket, settings.policies, after(15)).map(({ clock }) => clock.target)).toEqual([]);
});

/** Another ticket of the same person, opened at ten as well. */
const other = (...steps: Parameters<typeof afterwards>[1][]) =>
  afterwards(aWorkedTicket({ id: 'T-2' }), ...steps);

function merged(source: Ticket, target: Ticket, minutes: number) {
  const gone = applyEvents(source, eventsOf(mergeInto(source, target, agent(minutes))));
  const holds = applyEvents(target, eventsOf(absorb(target, gone, asksAs.desk(after(minutes)))));
  return { gone, holds };
}

test('the earliest unanswered message survives a merge, and nothing is due at once', () => {
  const { gone, holds } = merged(aWorkedTicket(), other(...answers(100)), 230);
  expect(endsOf(gone, 9999)).toEqual(['first_response merged']);
  expect(holds.absorbed[0]?.waitingSince).toBe(ten);
  // Answered here before, so the first answer was in time; the other's request is the next one.
  expect(endsOf(holds, 235)).toEqual(['first_response met', 'next_response running']);
  expect(clockAt(holds, 'next_response', 235)).toMatchObject({
    startedAt: ten,
    dueAt: after(245),
    changes: [{ why: 'merged', was: after(240), due: after(245) }],
  });
  const answered = afterwards(holds, approves(240), arrives(240), arrives(250, gone.conversation.thread));
  expect(clockAt(answered, 'next_response', 300)?.end).toEqual({ at: after(250), how: 'met' });
});

test('an older request moves the start of what is owed already; a younger one does not', () => {
  const older = merged(aWorkedTicket(), other(...answers(5), asks(60)), 70);
  expect(clockAt(older.holds, 'next_response', 80)).toMatchObject({ startedAt: ten, dueAt: after(240) });
  const younger = merged(afterwards(aWorkedTicket(), ...answers(5), asks(90)), other(), 100);
  expect(clockAt(younger.holds, 'first_response', 110)).toMatchObject({ startedAt: ten, changes: [] });
});

test('what was answered in the merged ticket is not owed again, and answered nothing here', () => {
  const { holds } = merged(afterwards(aWorkedTicket(), asks(20), ...answers(30)), other(), 40);
  expect(holds.absorbed[0]?.waitingSince).toBeUndefined();
  expect(endsOf(holds, 50)).toEqual(['first_response running']);
});

test('what is written in the merged thread later is owed by the ticket that holds it, and by no other', () => {
  const { gone, holds } = merged(aWorkedTicket(), other(...answers(5)), 10);
  const answered = afterwards(holds, approves(12), arrives(12), arrives(12, gone.conversation.thread));
  const spoken = afterwards(gone, asks(100));
  const taken = applyEvents(answered, eventsOf(absorb(answered, spoken, asksAs.desk(after(101)))));
  expect(clockAt(taken, 'next_response', 110)).toMatchObject({ state: 'running', startedAt: after(100) });
  expect(endsOf(spoken, 110)).toEqual(['first_response merged']);
});

test('a merged request that is deleted in its own thread is not owed any more', () => {
  const { holds } = merged(aWorkedTicket(), other(...answers(5)), 10);
  const first = holds.messages.find(({ origin }) => origin === 'T-1')?.id ?? '';
  const gone = afterwards(holds, (now) => deleteMessage(now, first, asksAs.requester(after(30))));
  expect(endsOf(gone, 40)).toEqual(['first_response met', 'next_response not_a_request']);
});

test('a merge taken back gives both tickets their clocks again, due after the floor at least', () => {
  const { gone, holds } = merged(aWorkedTicket(), other(...answers(5)), 200);
  const back = applyEvents(gone, eventsOf(unmerge(gone, agent(300))));
  expect(clockAt(back, 'first_response', 301)).toMatchObject({
    state: 'running',
    startedAt: ten,
    dueAt: after(315),
    isBreached: false,
    changes: [{ why: 'unmerged', was: after(240), due: after(315) }],
  });
  const alone = applyEvents(holds, eventsOf(releaseMerged(holds, 'T-1', asksAs.desk(after(301)))));
  expect(endsOf(alone, 310)).toEqual(['first_response met']);
});

test('what was late before a merge is late when it is taken back', () => {
  const { gone } = merged(aWorkedTicket(), other(...answers(5)), 250);
  const back = applyEvents(gone, eventsOf(unmerge(gone, agent(300))));
  expect(clockAt(back, 'first_response', 310)).toMatchObject({
    isBreached: true,
    dueAt: after(240),
    overdueMs: 70 * minute,
  });
});
