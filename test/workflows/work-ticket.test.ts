import { expect, test } from 'vitest';
import { Invalid, Unreachable } from '../../src/domain/errors.ts';
import { createOfflineEngine } from '../../src/engines/offline/offline-engine.ts';
import type { Engine } from '../../src/ports.ts';
import { workTicket } from '../../src/workflows/work-ticket.ts';
import { aTriage, dana, settings, support, triageChannel } from '../support/builders.ts';
import { openDesk } from './desk.ts';

const offline = createOfflineEngine();

/** An engine that answers with what it is told to. */
function engineAnswering(run: Engine['run']): Engine {
  return { name: 'scripted', run };
}

const unreachable = engineAnswering(async () => {
  throw new Unreachable('no network', { unknownOutcome: false });
});

test('a message becomes a judged ticket: one quiet line for the requester, one card for the team', async () => {
  const opened = await openDesk();
  const id = await opened.write('Checkout fails with error 502 for all our users since 10:00');
  opened.start();
  await opened.pass();
  expect(await opened.ticket(id)).toMatchObject({ requesterName: 'Dana', triage: { engine: 'offline' } });
  expect(opened.shown(support)).toHaveLength(1);
  expect(opened.shown(support)[0]).toContain(`Thank you, we have your request (${id})`);
  expect(opened.shown(triageChannel)).toEqual([
    expect.stringContaining('Checkout fails with error 502'),
    expect.stringContaining(`${id} is critical. Does it need a war room?`),
  ]);
});

test('with the engine down the ticket is worked by people, and the card says so', async () => {
  const opened = await openDesk({ engine: unreachable });
  const id = await opened.write('Checkout fails');
  opened.start();
  await opened.pass();
  expect(opened.shown(triageChannel)[0]).toContain('No triage or draft: the engine cannot be reached.');
  expect(opened.shown(triageChannel)[0]).toContain('[Claim]');
  expect(opened.shown(support)[0]).toContain(`we have your request (${id})`);
  expect((await opened.desk.store.load('ticket', id))?.timers.map((timer) => timer.kind)).not.toContain(
    'work',
  );
});

test.each<[string, Engine['run']]>([
  [
    'a severity that does not exist',
    async (_role, _persona, _facts) => ({
      answer: aTriage({ severity: 'P9' as 'P1' }) as never,
      engine: 'x',
      model: 'y',
    }),
  ],
  [
    'a queue that was not given',
    async () => ({ answer: answerOf(aTriage({ queue: 'kitchen' })) as never, engine: 'x', model: 'y' }),
  ],
  ['nothing at all', async () => ({ answer: undefined as never, engine: 'x', model: 'y' })],
])('an engine that answers %s leaves an honest card', async (_what, run) => {
  const opened = await openDesk({ engine: engineAnswering(run) });
  const id = await opened.write('Checkout fails');
  opened.start();
  await opened.pass();
  expect((await opened.ticket(id)).triage).toBeUndefined();
  expect(opened.shown(triageChannel)[0]).toContain('the engine gave an answer that breaks its contract');
});

test('when only the draft fails the judgement stands', async () => {
  const opened = await openDesk({
    engine: engineAnswering((role, persona, facts) => {
      if (role === 'drafting') throw new Invalid('nonsense');
      return offline.run(role, persona, facts);
    }),
  });
  const id = await opened.write('Checkout fails with error 502');
  opened.start();
  await opened.pass();
  const ticket = await opened.ticket(id);
  expect(ticket.triage?.category).toBeDefined();
  expect(ticket.engineTrouble?.reason).toContain('breaks its contract');
});

test('a person nobody knows is judged without a name', async () => {
  const opened = await openDesk();
  opened.chat.people.delete(dana);
  const id = await opened.write('Checkout fails with error 502');
  opened.start();
  await opened.pass();
  expect((await opened.ticket(id)).triage).toBeDefined();
  expect((await opened.ticket(id)).requesterName).toBeUndefined();
});

test('the card of a message the engine cannot read says so, and offers no draft', async () => {
  const opened = await openDesk();
  const id = await opened.write('決済画面でエラーが出て、お客様が支払えません');
  opened.start();
  await opened.pass();
  const [card] = opened.shown(triageChannel);
  expect(card).toContain('is in a language this engine does not read (ja)');
  expect(card).not.toContain('Approve');
  expect((await opened.ticket(id)).triage).toMatchObject({ language: 'ja', severity: 'P3' });
});

test('a slow engine: the card and the quiet line stand after a moment, and are completed in place', async () => {
  let answer = () => {};
  const waiting = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const opened = await openDesk({
    engine: engineAnswering(async (role, persona, facts) => {
      await waiting;
      return offline.run(role, persona, facts);
    }),
  });
  const id = await opened.write('Checkout fails with error 502');
  // The judging is under way and takes its time.
  const [claim] = await opened.desk.store.claim('timers', {
    now: opened.clock.now(),
    leaseMs: 60_000,
    limit: 1,
  });
  const judging = workTicket(opened.desk, claim!);
  opened.start();
  await opened.pass();
  expect(opened.shown(triageChannel)).toHaveLength(1);
  expect(opened.shown(triageChannel)[0]).not.toContain('queue');
  expect(opened.shown(support)).toEqual([`Thank you, we have your request (${id}). We will answer here.`]);
  answer();
  await judging;
  await opened.pass();
  expect(opened.shown(triageChannel)).toHaveLength(1);
  expect(opened.shown(triageChannel)[0]).toContain('queue');
  expect(opened.shown(support)).toHaveLength(1);
  expect(opened.shown(support)[0]).toContain('What we understood');
});

test('a message that comes while the desk is thinking is judged too: its timer outlives the older one', async () => {
  const asked: string[][] = [];
  let interrupt: (() => Promise<unknown>) | undefined;
  const opened = await openDesk({
    engine: engineAnswering(async (role, persona, facts) => {
      if ('texts' in facts) asked.push([...facts.texts]);
      await interrupt?.();
      interrupt = undefined;
      return offline.run(role, persona, facts);
    }),
  });
  const id = await opened.write('Checkout fails');
  interrupt = () => opened.write('It is error 502, by the way');
  opened.start();
  await opened.pass(500);
  const timers = (await opened.desk.store.load('ticket', id))?.timers.map((timer) => timer.key);
  expect(timers).toContain('work');
  await opened.pass(6000);
  expect(asked.at(-1)).toEqual(['Checkout fails', 'It is error 502, by the way']);
  expect((await opened.desk.store.load('ticket', id))?.timers.map((timer) => timer.key)).not.toContain(
    'work',
  );
});

test('without drafting the card comes with the judgement alone', async () => {
  const opened = await openDesk({
    settings: { ...settings, automation: { ...settings.automation, draft: false } },
  });
  const id = await opened.write('Checkout fails with error 502');
  opened.start();
  await opened.pass();
  expect((await opened.ticket(id)).drafts).toEqual([]);
  expect(opened.shown(triageChannel)[0]).toContain('queue');
});

/** A triage as an engine answers it. */
function answerOf({
  at: _at,
  engine: _engine,
  model: _model,
  persona: _persona,
  ...answer
}: ReturnType<typeof aTriage>) {
  return answer;
}
