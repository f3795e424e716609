import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Decision } from '../src/domain/ticket/decision.ts';
import { solveTicket } from '../src/domain/ticket/ending.ts';
import { correctTriage, rateDraft } from '../src/domain/ticket/judgement.ts';
import { approveDraft, replyPublicly } from '../src/domain/ticket/reply.ts';
import type { Ticket } from '../src/domain/ticket/ticket.ts';
import { feedLearning } from '../src/feed-learning.ts';
import { createExperience } from '../src/learning/experience.ts';
import { readPastTickets } from '../src/past-tickets.ts';
import type { Experience } from '../src/ports.ts';
import type { StorePort } from '../src/store-port.ts';
import { openLowdbStore } from '../src/stores/lowdb/lowdb-store.ts';
import { summaryOf } from '../src/workflows/change-ticket.ts';
import { afterwards, aWorkedTicket } from './support/a-ticket.ts';
import { after, aMessage, ana, asksAs, ten } from './support/builders.ts';
import { eventually } from './support/eventually.ts';

const silent = { debug() {}, info() {}, warn() {}, error() {} };
const agent = (minutes: number) => asksAs.agent(after(minutes));

const endings: readonly (readonly ((ticket: Ticket) => Decision)[])[] = [
  [
    (ticket) => approveDraft(ticket, { draft: 'd1', mode: 'careful' }, agent(10)),
    (ticket) => solveTicket(ticket, undefined, agent(20)),
  ],
  [(ticket) => replyPublicly(ticket, { publicText: 'No, do this.', draft: 'd1', next: 'ask' }, agent(10))],
  [(ticket) => rateDraft(ticket, { draft: 'd1', rating: 'down' }, agent(4))],
  [(ticket) => correctTriage(ticket, { field: 'category', to: 'billing' }, agent(5))],
];

async function write(store: StorePort, ticket: Ticket, expectedVersion: number): Promise<number> {
  const { id, changedAt: at } = ticket;
  return store.commit({
    kind: 'ticket',
    id,
    expectedVersion,
    events: [],
    state: ticket,
    at,
    summary: summaryOf(ticket),
  });
}

function opinionsOf(experience: Experience) {
  const scores = [0.2, 0.5, 0.8, 1];
  return {
    worth: scores.map((raw) => experience.confidence({ ticket: 'T-0', engine: 'offline', raw })),
    outcomes: experience.outcomes(),
    reliability: experience.reliability(),
    learned: experience.learned(),
    sorting: experience.triage({ ticket: 'T-0', text: 'Invoice 3 was charged twice' }),
  };
}

test('what was learned as tickets changed is learned again after a restart, to the same numbers', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'muster-learning-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const open = () => openLowdbStore({ folder, clock: () => new Date(ten) });
  const store = await open();
  const lived = createExperience();
  const feed = feedLearning(store, lived, silent);
  for (let number = 1; number <= 48; number += 1) {
    const text =
      number % 4 === 3 ? `Invoice ${number} was charged twice` : `Checkout fails with error ${number}`;
    let ticket = aWorkedTicket({ id: `T-${number}`, messages: [aMessage({ text })] });
    let version = await write(store, ticket, 0);
    for (const step of endings[number % endings.length] ?? []) {
      ticket = afterwards(ticket, step);
      version = await write(store, ticket, version);
    }
  }
  await eventually(
    () => lived.outcomes().length === 48 && lived.reliability().drafts === 36,
    'all is learned',
  );
  await feed.settle();
  feed.stop();
  await store.close();

  const again = await open();
  const remembered = createExperience();
  const anew = feedLearning(again, remembered, silent);
  await readPastTickets(again, [anew.take], silent).ready;
  await anew.settle();
  anew.stop();
  await again.close();
  expect(opinionsOf(remembered)).toEqual(opinionsOf(lived));
  expect(opinionsOf(lived).sorting?.category).toMatchObject({ value: 'billing', like: { correctedBy: ana } });
  expect(remembered.confidence({ ticket: 'T-0', engine: 'offline', raw: 0.8 })).toMatchObject({
    outcomes: 36,
  });
  expect(remembered.learned()).toMatchObject({
    lessons: 24,
    corrected: 12,
    latest: [{ by: ana }, {}, {}, {}, {}],
  });
});

test('a ticket that turns out to be no request is unlearned', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'muster-learning-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const store = await openLowdbStore({ folder, clock: () => new Date(ten) });
  const experience = createExperience();
  const { take, stop } = feedLearning(store, experience, silent);
  const solved = aWorkedTicket({ status: 'solved' });
  take(solved);
  expect(experience.learned().lessons).toBe(1);
  take({ ...solved, status: 'closed', closed: { by: ana, at: after(9), reason: 'not_a_request' } });
  expect(experience.learned().lessons).toBe(0);
  expect(experience.outcomes()).toEqual([]);
  stop();
  await store.close();
});
