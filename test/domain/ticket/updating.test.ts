import { describe, expect, test } from 'vitest';
import { clocksOf } from '../../../src/domain/sla/clocks-of.ts';
import { joinMessage } from '../../../src/domain/ticket/conversation.ts';
import type { Asked } from '../../../src/domain/ticket/decision.ts';
import { solveTicket } from '../../../src/domain/ticket/ending.ts';
import { agreeToExtension, declineExtension, isOpenProposal } from '../../../src/domain/ticket/extension.ts';
import { approveDraft, recordDelivery, replyPublicly } from '../../../src/domain/ticket/reply.ts';
import type { Ticket } from '../../../src/domain/ticket/ticket.ts';
import {
  prepareUpdate,
  proposedUpdate,
  sendUpdate,
  snoozesAllowed,
  snoozeUpdate,
} from '../../../src/domain/ticket/updating.ts';
import { afterwards, aWorkedTicket } from '../../support/a-ticket.ts';
import {
  aMessage,
  ana,
  asksAs,
  dana,
  eve,
  after as inMinutes,
  outcomeOf,
  settings,
  support,
} from '../../support/builders.ts';

const book = settings.policies;
/** When the first solution is due: a day after it was asked for. */
const due = 24 * 60;
const proposes = { target: 'first_resolution' as const, dueAt: inMinutes(due + 12 * 60) };
const text = `The export is ruled out. Next update: by 22 Nov 10:00 (UTC).`;

const prepared = (ticket: Ticket, minutes = 60, update = 'u1') =>
  afterwards(ticket, (now) => {
    const clock = clocksOf(now, book, inMinutes(minutes)).find(
      ({ target }) => target === 'first_resolution',
    )!.id;
    return prepareUpdate(
      now,
      { update, kind: 'delay', clock, text, proposes },
      asksAs.desk(inMinutes(minutes)),
    );
  });
const sent = (ticket: Ticket, minutes = 61) =>
  afterwards(
    prepared(ticket),
    (now) => sendUpdate(now, { update: 'u1' }, asksAs.agent(inMinutes(minutes))),
    (now) => deliver(now, minutes),
  );
const deliver = (ticket: Ticket, minutes: number) =>
  recordDelivery(
    ticket,
    { reply: ticket.replies.at(-1)!.reply, thread: `${support}:T-1.1`, id: `${support}:r` },
    asksAs.desk(inMinutes(minutes)),
  );

describe('sending', () => {
  test.each<[string, Ticket, Asked, string]>([
    ['an agent may', prepared(aWorkedTicket()), asksAs.agent(inMinutes(61)), 'claimed reply_approved'],
    [
      'a manager may',
      prepared(aWorkedTicket({ status: 'open' })),
      asksAs.manager(inMinutes(61)),
      'reply_approved',
    ],
    [
      'a requester may not',
      prepared(aWorkedTicket()),
      asksAs.requester(inMinutes(61)),
      'refused: not_allowed',
    ],
    [
      'not what has ended',
      afterwards(prepared(aWorkedTicket()), (now) =>
        solveTicket(now, undefined, asksAs.agent(inMinutes(60))),
      ),
      asksAs.agent(inMinutes(61)),
      'refused: closed',
    ],
    [
      'not what was merged',
      { ...prepared(aWorkedTicket()), merged: { by: ana, at: inMinutes(60), into: 'T-2', was: 'open' } },
      asksAs.agent(inMinutes(61)),
      'refused: merged',
    ],
    ['not twice', sent(aWorkedTicket()), asksAs.agent(inMinutes(62)), 'refused: already_sent'],
    [
      'not when somebody wrote meanwhile',
      afterwards(prepared(aWorkedTicket()), (now) =>
        replyPublicly(now, { publicText: 'Hello', next: 'open' }, asksAs.agent(inMinutes(60.5))),
      ),
      asksAs.agent(inMinutes(61)),
      'refused: answered_meanwhile',
    ],
    [
      'not when the time it asks for has passed',
      prepared(aWorkedTicket()),
      asksAs.agent(inMinutes(due + 13 * 60)),
      'refused: late_update',
    ],
    ['not what was never prepared', aWorkedTicket(), asksAs.agent(inMinutes(61)), 'refused: no_update'],
  ])('%s', (_name, ticket, asked, outcome) => {
    expect(outcomeOf(sendUpdate(ticket, { update: 'u1' }, asked))).toBe(outcome);
  });

  test('it changes nothing about where the ticket stands, and an answer that was proposed can still be sent', () => {
    const before = aWorkedTicket({ status: 'on_hold' });
    const ticket = sent(before);
    expect(ticket).toMatchObject({ status: 'on_hold', hold: { reason: 'engineering' } });
    expect(ticket.replies[0]).toMatchObject({ update: 'u1', next: 'keep', edited: false, proposes });
    const approved = approveDraft(ticket, { draft: 'd1', mode: 'anyway' }, asksAs.agent(inMinutes(70)));
    expect(outcomeOf(approved)).toContain('reply_approved');
  });

  test('words that were changed are marked as edited', () => {
    const decision = sendUpdate(
      prepared(aWorkedTicket()),
      { update: 'u1', publicText: `${text} More.` },
      asksAs.agent(inMinutes(61)),
    );
    expect(decision).toMatchObject({
      events: [{}, { reply: { edited: true, publicText: `${text} More.` } }],
    });
  });
});

test('a clock has one update at a time; another clock’s takes its place', () => {
  const ticket = prepared(aWorkedTicket());
  const again = { ...proposedUpdate(ticket)!, update: 'u2' };
  const { at: _at, state: _state, snoozes: _snoozes, ...update } = again;
  expect(outcomeOf(prepareUpdate(ticket, update, asksAs.desk(inMinutes(70))))).toBe('nothing');
  const other = afterwards(ticket, (now) =>
    prepareUpdate(now, { ...update, clock: 'next_update@x' }, asksAs.desk(inMinutes(70))),
  );
  expect(other.updates?.map(({ state }) => state)).toEqual(['outdated', 'proposed']);
});

test('what a person types in the thread takes the proposed update away', () => {
  const typed = aMessage({ id: 'memory:typed', from: 'desk', author: ana, at: inMinutes(65) });
  const ticket = afterwards(prepared(aWorkedTicket()), (now) =>
    joinMessage(now, typed, asksAs.agent(inMinutes(65))),
  );
  expect(proposedUpdate(ticket)).toBeUndefined();
});

describe('putting off', () => {
  const snoozed = (ticket: Ticket, at: number, minutes: number) =>
    snoozeUpdate(ticket, { update: 'u1', minutes, book }, asksAs.agent(inMinutes(at)));

  test.each([
    [due - 60, [5, 15, 30]],
    [due - 30, [5, 15]],
    [due - 10, [5]],
    [due - 5, []],
    [due + 5, []],
  ])('at minute %i one may choose %j', (at, minutes) => {
    const ticket = prepared(aWorkedTicket());
    const update = proposedUpdate(ticket)!;
    expect(snoozesAllowed(ticket, update, { book, now: inMinutes(at) })).toEqual(minutes);
  });

  test('twice, and never past what was promised', () => {
    const ticket = prepared(aWorkedTicket(), due - 60);
    const once = afterwards(ticket, (now) => snoozed(now, due - 59, 15));
    expect(outcomeOf(snoozed(once, due - 20, 30))).toBe('refused: past_promise');
    const twice = afterwards(once, (now) => snoozed(now, due - 20, 15));
    expect(twice.updates?.[0]?.snoozes.map(({ until }) => until)).toEqual([
      inMinutes(due - 44),
      inMinutes(due - 5),
    ]);
    expect(outcomeOf(snoozed(twice, due - 20, 5))).toBe('refused: snoozed_enough');
  });

  test('nor past the time the requester was told in the last update', () => {
    const told = 'Next update: by 20 Nov 12:00 (UTC).';
    const ticket = afterwards(
      prepared(aWorkedTicket()),
      (now) => sendUpdate(now, { update: 'u1', publicText: told }, asksAs.agent(inMinutes(61))),
      (now) => deliver(now, 61),
    );
    const next = prepared(ticket, 100, 'u2');
    const allowed = (at: number) => snoozesAllowed(next, proposedUpdate(next)!, { book, now: inMinutes(at) });
    expect(allowed(100)).toEqual([5, 15]);
    expect(allowed(116)).toEqual([]);
  });

  test('only by the team, only what stands, and only for the times on offer', () => {
    const ticket = prepared(aWorkedTicket());
    const asks = (update: string, minutes: number, asked: Asked) =>
      outcomeOf(snoozeUpdate(ticket, { update, minutes, book }, asked));
    expect(asks('u1', 15, asksAs.requester(inMinutes(61)))).toBe('refused: not_allowed');
    expect(asks('u9', 15, asksAs.agent(inMinutes(61)))).toBe('refused: no_update');
    expect(asks('u1', 600, asksAs.agent(inMinutes(61)))).toBe('refused: past_promise');
  });
});

describe('asking for more time', () => {
  const dueAt = (ticket: Ticket, target: string) =>
    clocksOf(ticket, book, inMinutes(70)).find((clock) => clock.target === target)?.dueAt;

  test('agreeing moves what is due, once, and says so', () => {
    const ticket = afterwards(sent(aWorkedTicket()), (now) =>
      agreeToExtension(now, 'r1', asksAs.requester(inMinutes(65))),
    );
    expect(dueAt(sent(aWorkedTicket()), 'first_resolution')).toBe(inMinutes(due));
    expect(dueAt(ticket, 'first_resolution')).toBe(proposes.dueAt);
    expect(dueAt(ticket, 'total_resolution')).toBe(proposes.dueAt);
    expect(outcomeOf(agreeToExtension(ticket, 'r1', asksAs.requester(inMinutes(66))))).toBe('nothing');
    expect(outcomeOf(declineExtension(ticket, 'r1', asksAs.requester(inMinutes(66))))).toBe('nothing');
  });

  test('declining leaves what is due as it was', () => {
    const ticket = afterwards(sent(aWorkedTicket()), (now) =>
      declineExtension(now, 'r1', asksAs.requester(inMinutes(65))),
    );
    expect(dueAt(ticket, 'first_resolution')).toBe(inMinutes(due));
    expect(ticket.replies[0]?.agreed).toEqual({ by: dana, at: inMinutes(65), yes: false });
  });

  test.each<[string, Asked, string]>([
    ['the requester', asksAs.requester(inMinutes(65)), 'extension_agreed'],
    ['nobody else', asksAs.requester(inMinutes(65), eve), 'refused: not_allowed'],
    ['not the team for them', asksAs.agent(inMinutes(65)), 'refused: not_allowed'],
    ['not a manager for them', asksAs.manager(inMinutes(65)), 'refused: not_allowed'],
    ['not when the later time has passed', asksAs.requester(inMinutes(due + 13 * 60)), 'refused: overtaken'],
  ])('%s', (_name, asked, outcome) => {
    expect(outcomeOf(agreeToExtension(sent(aWorkedTicket()), 'r1', asked))).toBe(outcome);
  });

  test('whoever shares the ticket may agree', () => {
    const shared = sent(aWorkedTicket());
    const theirs = aMessage({ id: 'memory:eve', author: eve, origin: 'T-2' });
    const entry = {
      ticket: 'T-2',
      at: inMinutes(5),
      conversation: shared.conversation,
      was: 'open' as const,
    };
    const ticket = { ...shared, messages: [...shared.messages, theirs], absorbed: [entry] };
    expect(outcomeOf(agreeToExtension(ticket, 'r1', asksAs.requester(inMinutes(65), eve)))).toBe(
      'extension_agreed',
    );
  });

  test('a ticket that has ended asks nobody any more', () => {
    const ticket = afterwards(sent(aWorkedTicket()), (now) =>
      solveTicket(now, undefined, asksAs.agent(inMinutes(64))),
    );
    expect(isOpenProposal(ticket, ticket.replies[0]!)).toBe(false);
    expect(outcomeOf(agreeToExtension(ticket, 'r1', asksAs.requester(inMinutes(65))))).toBe(
      'refused: overtaken',
    );
  });

  test('an answer does not end the wait for a solution, but the wait for an answer', () => {
    const answered = (ticket: Ticket) =>
      afterwards(ticket, (now) =>
        replyPublicly(now, { publicText: 'Hello', next: 'open' }, asksAs.agent(inMinutes(64))),
      );
    const solution = answered(sent(aWorkedTicket()));
    expect(isOpenProposal(solution, solution.replies[0]!)).toBe(true);
    const [reply, ...rest] = solution.replies;
    const answer = { ...reply!, proposes: { ...proposes, target: 'first_response' as const } };
    expect(isOpenProposal({ ...solution, replies: [answer, ...rest] }, answer)).toBe(false);
  });
});
