import { expect, test } from 'vitest';
import { deleteMessage } from '../../src/domain/ticket/conversation.ts';
import { confirmSolution, solveTicket } from '../../src/domain/ticket/ending.ts';
import { correctTriage } from '../../src/domain/ticket/judgement.ts';
import { linkTicket, unmerge } from '../../src/domain/ticket/relation.ts';
import { replyPublicly } from '../../src/domain/ticket/reply.ts';
import { claimTicket } from '../../src/domain/ticket/work.ts';
import { minute } from '../../src/domain/time.ts';
import { askedBy, changeTicket } from '../../src/workflows/change-ticket.ts';
import { finishMerge, finishUnmerge, mergeTickets } from '../../src/workflows/merge-tickets.ts';
import { openFromWords } from '../../src/workflows/open-ticket.ts';
import { splitOff } from '../../src/workflows/split-ticket.ts';
import { takeInDeletion, takeInEdit } from '../../src/workflows/take-in-change.ts';
import { ana, dana, settings, support, triageChannel } from '../support/builders.ts';
import { aWorld, openDesk, type TestDesk, type World } from './desk.ts';

const agent = (opened: TestDesk) => askedBy(opened.desk, ana, opened.clock.now());

/** The process ends and starts again on the same data; only then the workers run. */
async function afterRestart(opened: TestDesk, world: World): Promise<TestDesk> {
  await opened.end();
  const again = await openDesk({ world });
  again.start();
  await again.pass();
  return again;
}

/** Two tickets of the same person, minutes apart. */
async function twoTickets(world: World): Promise<TestDesk> {
  const opened = await openDesk({ world });
  expect(await opened.write('Checkout fails')).toBe('T-1');
  await opened.clock.advance(5 * minute);
  expect(await opened.write('Still error 502 in the shop')).toBe('T-2');
  return opened;
}

test('a merge that was cut off is finished after a restart', async () => {
  const world = await aWorld();
  const opened = await twoTickets(world);
  await mergeTickets(opened.desk, 'T-1', 'T-2', agent(opened));
  expect((await opened.ticket('T-2')).messages).toHaveLength(1);
  const again = await afterRestart(opened, world);
  expect(await again.ticket('T-2')).toMatchObject({ absorbed: [{ ticket: 'T-1' }] });
  expect((await again.ticket('T-2')).messages).toHaveLength(2);
});

test('a merge taken back and cut off is finished after a restart', async () => {
  const world = await aWorld();
  const opened = await twoTickets(world);
  opened.start();
  await mergeTickets(opened.desk, 'T-1', 'T-2', agent(opened));
  await opened.pass();
  await opened.end();
  const between = await openDesk({ world });
  await changeTicket(between.desk, 'T-1', (ticket) => unmerge(ticket, agent(between)));
  expect((await between.ticket('T-2')).messages).toHaveLength(2);
  const again = await afterRestart(between, world);
  expect((await again.ticket('T-2')).messages).toHaveLength(1);
  expect((await again.ticket('T-1')).status).toBe('new');
  expect((await again.ticket('T-1')).triage).toBeDefined();
});

test('a merge taken back and made again keeps the words in the other ticket, whichever step ends first', async () => {
  const world = await aWorld();
  const opened = await twoTickets(world);
  await mergeTickets(opened.desk, 'T-1', 'T-2', agent(opened));
  await changeTicket(opened.desk, 'T-1', (ticket) => unmerge(ticket, agent(opened)));
  await mergeTickets(opened.desk, 'T-1', 'T-2', agent(opened));
  const due = await opened.desk.store.claim('timers', {
    now: opened.clock.now(),
    leaseMs: minute,
    limit: 10,
  });
  const claimed = (kind: string) => due.find(({ id, timer }) => id === 'T-1' && timer.kind === kind)!;
  await finishMerge(opened.desk, claimed('finish_merge'));
  await finishUnmerge(opened.desk, claimed('finish_unmerge'));
  expect((await opened.ticket('T-2')).messages).toHaveLength(2);
});

test('two people merge the two tickets into each other: neither is lost', async () => {
  const world = await aWorld();
  const opened = await twoTickets(world);
  // Both were decided on what stood before.
  const { load } = opened.desk.store;
  const before = await load('ticket', 'T-2');
  const store = {
    ...opened.desk.store,
    load: async (kind: Parameters<typeof load>[0], id: string) => (id === 'T-2' ? before : load(kind, id)),
  };
  await mergeTickets(opened.desk, 'T-2', 'T-1', agent(opened));
  await mergeTickets({ ...opened.desk, store }, 'T-1', 'T-2', agent(opened));
  expect((await opened.ticket('T-1')).merged?.into).toBe('T-2');
  expect((await opened.ticket('T-2')).merged?.into).toBe('T-1');
  const again = await afterRestart(opened, world);
  const statuses = [(await again.ticket('T-1')).status, (await again.ticket('T-2')).status];
  expect(statuses).toContain('new');
});

test('a split that was cut off is finished after a restart, under the number it was promised', async () => {
  const world = await aWorld();
  const opened = await twoTickets(world);
  const thread = (await opened.ticket('T-1')).conversation.thread!;
  await opened.write('And where is my invoice of May?', { thread });
  const second = (await opened.ticket('T-1')).messages[1]!.id;
  await splitOff(opened.desk, 'T-1', () => [second], agent(opened));
  const again = await afterRestart(opened, world);
  expect(await again.ticket('T-3')).toMatchObject({
    door: 'split',
    requester: dana,
    subject: 'And where is my invoice of May?',
    links: [{ ticket: 'T-1', kind: 'split' }],
  });
  expect((await again.ticket('T-1')).messages).toHaveLength(1);
  expect((await again.ticket('T-1')).links).toMatchObject([{ ticket: 'T-3' }]);
});

test('a link that was cut off is told to the other ticket after a restart', async () => {
  const world = await aWorld();
  const opened = await twoTickets(world);
  await changeTicket(opened.desk, 'T-1', (ticket) =>
    linkTicket(ticket, { ticket: 'T-2', kind: 'related' }, agent(opened)),
  );
  const again = await afterRestart(opened, world);
  expect((await again.ticket('T-2')).links).toMatchObject([{ ticket: 'T-1', kind: 'related' }]);
  expect((await again.ticket('T-1')).links).toHaveLength(1);
});

test('an answer to a merged ticket is said once in each thread', async () => {
  const world = await aWorld();
  const opened = await twoTickets(world);
  opened.start();
  await mergeTickets(opened.desk, 'T-1', 'T-2', agent(opened));
  await opened.pass();
  await changeTicket(opened.desk, 'T-2', (ticket) =>
    replyPublicly(ticket, { publicText: 'It works again', next: 'ask' }, agent(opened)),
  );
  await opened.pass();
  const threads = opened.chat.said
    .filter(({ post }) => post.channel === support && post.card.summary === 'It works again')
    .map(({ post }) => post.thread);
  const [one, two] = [await opened.ticket('T-1'), await opened.ticket('T-2')];
  expect(threads.sort()).toEqual([one.conversation.thread, two.conversation.thread].sort());
  expect(two.replies[0]?.delivered).toHaveLength(2);
});

test('an edit and a deletion in a merged thread reach both tickets, also when the desk stopped between them', async () => {
  const world = await aWorld();
  const opened = await twoTickets(world);
  opened.start();
  await mergeTickets(opened.desk, 'T-1', 'T-2', agent(opened));
  await opened.pass();
  const { messages } = await opened.ticket('T-1');
  const { from: _from, edits: _edits, ...written } = messages[0]!;
  const message = {
    ...written,
    text: 'Only Safari',
    byApp: false,
    place: { channel: support, kind: 'channel' as const },
  };
  const at = opened.clock.now();
  await takeInEdit(opened.desk, { type: 'message_edited', keys: ['edit'], at, message });
  const textsOf = async (id: string) => (await opened.ticket(id)).messages.map(({ text }) => text);
  expect(await textsOf('T-1')).toEqual(['Only Safari']);
  expect(await textsOf('T-2')).toContain('Only Safari');

  // The first ticket knows of the deletion already; the event is handled again after a crash.
  await changeTicket(opened.desk, 'T-1', (ticket) => deleteMessage(ticket, message.id, agent(opened)));
  await takeInDeletion(opened.desk, {
    type: 'message_deleted',
    keys: ['gone'],
    at,
    id: message.id,
    thread: message.thread,
    place: message.place,
  });
  expect(await textsOf('T-2')).not.toContain('Only Safari');
});

test('a merged request from a command is answered in a direct message, the other in its thread, each once', async () => {
  const world = await aWorld();
  const opened = await openDesk({ world });
  await opened.write('Checkout fails');
  const request = {
    door: 'command',
    requester: dana,
    text: 'Shop is down',
    key: 'command-1',
    at: opened.clock.now(),
  } as const;
  const other = await openFromWords(opened.desk, request, askedBy(opened.desk, dana, request.at));
  await mergeTickets(opened.desk, other.id, 'T-1', agent(opened));
  opened.start();
  await opened.pass();
  const answer = { publicText: 'It works again', next: 'ask' } as const;
  await changeTicket(opened.desk, 'T-1', (ticket) => replyPublicly(ticket, answer, agent(opened)));
  await opened.pass();
  await changeTicket(opened.desk, 'T-1', (ticket) =>
    confirmSolution(ticket, askedBy(opened.desk, dana, opened.clock.now())),
  );
  await opened.pass();
  const said = opened.chat.said.filter(({ post }) => post.card.summary === 'It works again');
  expect(said.map(({ post }) => post.channel).sort()).toEqual([support, dana].sort());
  expect(said.every(({ updates }) => updates === 1)).toBe(true);
});

test('everybody who asked is asked whether it works, once each', async () => {
  const world = await aWorld();
  const opened = await twoTickets(world);
  opened.start();
  await mergeTickets(opened.desk, 'T-1', 'T-2', agent(opened));
  await opened.pass();
  await changeTicket(opened.desk, 'T-2', (ticket) => solveTicket(ticket, undefined, agent(opened)));
  await opened.pass();
  const asked = opened.chat.said.filter(({ post }) => post.card.summary.includes('Does it work for you?'));
  const [one, two] = [await opened.ticket('T-1'), await opened.ticket('T-2')];
  expect(asked.map(({ post }) => post.thread).sort()).toEqual(
    [one.conversation.thread, two.conversation.thread].sort(),
  );
});

test('a graver ticket makes the one it is merged into as grave, with its queue, its promises and who has it', async () => {
  const world = await aWorld();
  const queues = [{ name: 'critical', when: { severity: 'P1' as const } }, ...settings.queues];
  const opened = await openDesk({ world, settings: { ...settings, queues } });
  opened.start();
  await opened.write('How do I change the sender of order mails?');
  await opened.pass();
  await opened.clock.advance(5 * minute);
  await opened.write('Checkout is down for all our users since 10:00, error 502');
  await opened.pass();
  const by = () => agent(opened);
  await changeTicket(opened.desk, 'T-1', (now) => correctTriage(now, { field: 'severity', to: 'P3' }, by()));
  await changeTicket(opened.desk, 'T-2', (now) => correctTriage(now, { field: 'severity', to: 'P1' }, by()));
  await changeTicket(opened.desk, 'T-2', (now) => claimTicket(now, by()));
  await opened.pass();
  const before = await opened.ticket('T-1');
  await mergeTickets(opened.desk, 'T-2', 'T-1', by());
  await opened.pass();
  const raised = await opened.ticket('T-1');
  expect(raised).toMatchObject({ triage: { severity: 'P1', queue: 'critical' }, assignee: { person: ana } });
  expect(raised.policies?.at(-1)?.facts.severity).toBe('P1');
  expect(opened.shown(triageChannel).join('\n')).toContain(
    'severity was P3, as grave as T-2 since it was merged in',
  );
  await changeTicket(opened.desk, 'T-2', (now) => unmerge(now, by()));
  await opened.pass();
  const after = await opened.ticket('T-1');
  expect(after.triage).toMatchObject({ severity: 'P3', queue: before.triage?.queue });
  expect(after.assignee).toBeUndefined();
  expect(after.policies?.at(-1)?.facts.severity).toBe('P3');
});

test('what is written in a merged thread later reaches the team where the ticket is worked', async () => {
  const world = await aWorld();
  const opened = await twoTickets(world);
  opened.start();
  await opened.pass();
  await mergeTickets(opened.desk, 'T-1', 'T-2', agent(opened));
  await opened.pass();
  const thread = (await opened.ticket('T-1')).conversation.thread!;
  await opened.write('Now the app fails too', { thread });
  await opened.pass();
  const card = (await opened.ticket('T-2')).cards[0]!;
  const relayed = opened.chat.said.filter(({ post }) => post.card.summary.includes('Now the app fails too'));
  expect(relayed.map(({ post }) => post.thread)).toEqual([card.id]);
});
