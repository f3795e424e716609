import { expect, test } from 'vitest';
import { joinMessage } from '../../../src/domain/ticket/conversation.ts';
import { confirmSolution, disputeSolution } from '../../../src/domain/ticket/ending.ts';
import {
  absorb,
  linkTicket,
  mergeInto,
  releaseMerged,
  splitTicket,
  unmerge,
} from '../../../src/domain/ticket/relation.ts';
import { replyPublicly } from '../../../src/domain/ticket/reply.ts';
import { publicConversations, type Ticket } from '../../../src/domain/ticket/ticket.ts';
import { afterwards, aTicket } from '../../support/a-ticket.ts';
import { after, aMessage, asksAs, ben, eve, outcomeOf } from '../../support/builders.ts';

const agent = asksAs.agent;

/** Both sides of a finished merge of T-1 into T-2. */
function merged(source: Ticket = aTicket(), target: Ticket = aTicket({ id: 'T-2' })) {
  const one = afterwards(source, (now) => mergeInto(now, target, agent()));
  return { source: one, target: afterwards(target, (now) => absorb(now, one, asksAs.desk())) };
}

/** Both sides after the merge was taken back. */
function apart(both: { source: Ticket; target: Ticket }, at = after(90)) {
  return {
    source: afterwards(both.source, (now) => unmerge(now, agent(at))),
    target: afterwards(both.target, (now) => releaseMerged(now, both.source.id, asksAs.desk(at))),
  };
}

test('a merged ticket is closed, its words stand in the other, and both threads are answered', () => {
  const { source, target } = merged();
  expect(source).toMatchObject({ status: 'closed', merged: { into: 'T-2', was: 'new' } });
  expect(target.messages.map((message) => message.origin)).toEqual([undefined, 'T-1']);
  expect(publicConversations(target)).toEqual([target.conversation, source.conversation]);
});

test('merging twice and absorbing twice changes nothing', () => {
  const { source, target } = merged();
  expect(outcomeOf(mergeInto(source, target, agent()))).toBe('nothing');
  expect(outcomeOf(absorb(target, source, asksAs.desk()))).toBe('nothing');
});

const acme = { id: 'acme', name: 'Acme', plan: 'business', annualRevenue: 1 } as const;
test.each([
  ['itself', aTicket(), aTicket(), 'refused: same_ticket'],
  ['a solved ticket', aTicket(), aTicket({ id: 'T-2', status: 'solved' }), 'refused: closed'],
  ['another customer’s', aTicket(), aTicket({ id: 'T-2', requester: eve }), 'refused: other_account'],
  [
    'a colleague’s of the same company',
    aTicket({ account: acme }),
    aTicket({ id: 'T-2', requester: eve, account: acme }),
    'merged',
  ],
  ['one that is merged itself', aTicket({ id: 'T-3' }), merged().source, 'refused: merged'],
  ['one that was merged into it', merged().target, merged().source, 'refused: circular'],
  ['a third while it holds others', merged().target, aTicket({ id: 'T-3' }), 'refused: holds_others'],
  ['a second one', merged().source, aTicket({ id: 'T-3' }), 'refused: merged'],
])('merging a ticket into %s', (_what, ticket, target, outcome) => {
  expect(outcomeOf(mergeInto(ticket, target, agent()))).toBe(outcome);
});

test.each(['pending', 'solved', 'closed'] as const)(
  'what is written in the merged thread opens a %s ticket again',
  (status) => {
    const { source, target } = merged();
    const rested: Ticket = { ...aTicket({ id: 'T-2', status }), absorbed: target.absorbed };
    const words = aMessage({ id: 'memory:more', text: 'Now the app fails too', at: after(70) });
    const more = afterwards(source, (now) => joinMessage(now, words, asksAs.requester(after(70))));
    expect(more.status).toBe('closed');
    expect(afterwards(rested, (now) => absorb(now, more, asksAs.desk(after(71)))).status).toBe('open');
  },
);

test('who answers in the merged thread takes the ticket it was merged into', () => {
  const { source, target } = merged();
  const answer = aMessage({ id: 'memory:answer', author: ben, from: 'desk', at: after(70) });
  const more = afterwards(source, (now) => joinMessage(now, answer, agent(after(70), ben)));
  expect(more.assignee).toBeUndefined();
  const answered = afterwards(target, (now) => absorb(now, more, asksAs.desk(after(71))));
  expect(answered).toMatchObject({ assignee: { person: ben }, status: 'open' });
});

test('a colleague whose request was merged is answered too, and may say whether it works', () => {
  const source = aTicket({ account: acme, requester: eve });
  const both = merged(source, aTicket({ id: 'T-2', account: acme }));
  const answered = afterwards(both.target, (now) =>
    replyPublicly(now, { publicText: 'Try this', next: 'ask' }, agent(after(80))),
  );
  expect(outcomeOf(confirmSolution(answered, asksAs.requester(after(81), eve)))).toBe('confirmed');
  expect(outcomeOf(disputeSolution(answered, asksAs.requester(after(81), eve)))).toBe('disputed');
  expect(outcomeOf(confirmSolution(answered, asksAs.requester(after(81), ben)))).toBe('refused: not_allowed');
});

test('a merge that is not there cannot be taken back', () => {
  expect(outcomeOf(unmerge(aTicket(), agent()))).toBe('refused: not_merged');
  expect(outcomeOf(releaseMerged(aTicket(), 'T-9', asksAs.desk()))).toBe('nothing');
});

test.each(['new', 'open', 'pending', 'on_hold', 'solved', 'closed'] as const)(
  'a %s ticket is what it was when its merge is taken back',
  (status) => {
    const source = aTicket({ status });
    expect(apart(merged(source)).source).toEqual({
      ...source,
      changedAt: after(90),
      unmergedAt: after(90),
      unmerges: [{ from: expect.any(String), to: after(90) }],
    });
  },
);

test.each(['new', 'open', 'pending', 'on_hold'] as const)(
  'a %s ticket is what it was when it gives the other back',
  (status) => {
    const target = aTicket({ id: 'T-2', status });
    const { statusLog, unmerges, ...then } = apart(merged(aTicket(), target)).target;
    expect(unmerges).toHaveLength(1);
    const { statusLog: before, ...was } = target;
    expect(then).toEqual({ ...was, changedAt: after(90) });
    // While it held the other's request it waited for nobody.
    expect(statusLog.at(-1)?.status).toBe(before.at(-1)?.status);
  },
);

test('a ticket answered while it held the other does not go back to waiting as if nothing were', () => {
  const both = merged(aTicket(), aTicket({ id: 'T-2', status: 'pending' }));
  const answered = afterwards(both.target, (now) =>
    replyPublicly(now, { publicText: 'Here', next: 'open' }, agent(after(80))),
  );
  expect(apart({ ...both, target: answered }).target.status).toBe('open');
});

test.each([
  ['pending', 'open'],
  ['solved', 'open'],
  ['closed', 'open'],
  ['on_hold', 'on_hold'],
] as const)('words written while a %s ticket was merged count when it is back', (status, then) => {
  const both = merged(aTicket({ status }));
  const words = aMessage({ id: 'memory:more', text: 'Still down', at: after(70) });
  const source = afterwards(both.source, (now) => joinMessage(now, words, asksAs.requester(after(70))));
  expect(apart({ ...both, source }).source.status).toBe(then);
});

test('an agent’s words in the merged thread are not forgotten: the ticket is no longer new', () => {
  const both = merged();
  const words = aMessage({ id: 'memory:more', text: 'On it', from: 'desk', at: after(70) });
  const source = afterwards(both.source, (now) => joinMessage(now, words, agent(after(70))));
  expect(apart({ ...both, source }).source.status).toBe('open');
});

const story = () =>
  afterwards(
    aTicket(),
    (now) =>
      joinMessage(
        now,
        aMessage({ id: 'memory:m2', text: 'And invoices?', at: after(5) }),
        asksAs.requester(),
      ),
    (now) =>
      joinMessage(
        now,
        aMessage({ id: 'memory:m3', from: 'desk', text: 'Looking', at: after(6) }),
        asksAs.agent(),
      ),
  );

test('messages split off leave the ticket, which remembers where they went', () => {
  const ticket = afterwards(story(), (now) =>
    splitTicket(now, { into: 'T-9', messages: ['memory:m2'] }, agent()),
  );
  expect(ticket.messages.map((message) => message.id)).not.toContain('memory:m2');
  expect(ticket.links).toMatchObject([{ ticket: 'T-9', kind: 'split' }]);
});

test.each([
  ['nothing', [], 'refused: no_such_message'],
  ['a message it does not have', ['memory:m2', 'elsewhere'], 'refused: no_such_message'],
  ['only words of the desk', ['memory:m3'], 'refused: no_such_message'],
  ['everything the requester wrote', ['slack:C1SUPPORT:T-1.1', 'memory:m2'], 'refused: all_messages'],
  ['one of two', ['memory:m2', 'memory:m3'], 'split'],
])('splitting off %s', (_what, messages, outcome) => {
  expect(outcomeOf(splitTicket(story(), { into: 'T-9', messages }, agent()))).toBe(outcome);
});

test('splitting the last words that still stand is refused, deleted ones do not count', () => {
  const ticket = story();
  const [first, ...rest] = ticket.messages;
  const gone: Ticket = { ...ticket, messages: [{ ...first!, text: '', deleted: { at: after(7) } }, ...rest] };
  expect(outcomeOf(splitTicket(gone, { into: 'T-9', messages: ['memory:m2'] }, agent()))).toBe(
    'refused: all_messages',
  );
});

test('splitting the same messages again finds them gone', () => {
  const ticket = afterwards(story(), (now) =>
    splitTicket(now, { into: 'T-9', messages: ['memory:m2'] }, agent()),
  );
  expect(outcomeOf(splitTicket(ticket, { into: 'T-9', messages: ['memory:m2'] }, agent()))).toBe(
    'refused: no_such_message',
  );
});

test('two tickets are linked once, and none with itself', () => {
  const link = { ticket: 'T-2', kind: 'related' } as const;
  const ticket = afterwards(aTicket(), (now) => linkTicket(now, link, agent()));
  expect(ticket.links).toMatchObject([link]);
  expect(outcomeOf(linkTicket(ticket, { ...link, kind: 'duplicate' }, agent()))).toBe('nothing');
  expect(outcomeOf(linkTicket(aTicket(), { ...link, ticket: 'T-1' }, agent()))).toBe('refused: same_ticket');
});
