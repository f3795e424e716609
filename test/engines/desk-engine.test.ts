import { expect, test } from 'vitest';
import { Invalid, Misconfigured, Unreachable } from '../../src/domain/errors.ts';
import { createDeskEngine } from '../../src/engines/desk-engine.ts';
import { createBreaker } from '../../src/engines/desk-engine-breaker.ts';
import { createBudget } from '../../src/engines/desk-engine-budget.ts';
import { createOfflineEngine } from '../../src/engines/offline/offline-engine.ts';
import type { EngineAttempt, EngineRole, Log, PaidEngine } from '../../src/ports.ts';
import { draftFacts, draftPersona, triageFacts, triagePersona } from '../support/claude-facts.ts';
import { fakeClock } from '../support/fake-clock.ts';

const usage = { inputTokens: 100, cacheReadTokens: 0, cacheWriteTokens: 0, outputTokens: 10, costUsd: 0.4 };
const offline = createOfflineEngine();

/** Claude as the test says it is: `answers`, or fails with this error, for money or for free. */
type Behaviour = 'answers' | { readonly error: Error; readonly paid?: true };

function aDesk(given: { readonly dailyUsd?: number; readonly severity?: 'P1' | 'P4' } = {}) {
  const clock = fakeClock('2026-11-20T10:00:00.000Z');
  const lines: string[] = [];
  const line = (fact: string) => void lines.push(fact);
  const log: Log = { debug: line, info: line, warn: line, error: line };
  let behaviour: Behaviour = 'answers';
  let calls = 0;
  const attempt = async <R extends EngineRole>(
    ...[role, persona, facts]: Parameters<typeof offline.run<R>>
  ): Promise<EngineAttempt<R>> => {
    calls += 1;
    if (behaviour !== 'answers') {
      if (!('paid' in behaviour)) throw behaviour.error;
      return { error: new Invalid(behaviour.error.message), usage };
    }
    const { answer } = await offline.run(role, persona, facts);
    const said = 'severity' in answer && given.severity ? { ...answer, severity: given.severity } : answer;
    return { run: { answer: said, engine: 'claude', model: 'm', usage } };
  };
  const claude: PaidEngine = {
    name: 'claude',
    attempt,
    run: () => Promise.reject(new Error('not used')),
  };
  const budget = createBudget({ dailyUsd: given.dailyUsd ?? 100, timezone: 'Europe/Berlin', clock, log });
  const breaker = createBreaker({ clock, log });
  const engine = createDeskEngine({
    offline,
    claude: { engine: claude, breaker, budget, atOnce: 16 },
    clock,
    log,
  });
  return {
    engine,
    clock,
    lines,
    calls: () => calls,
    claudeIs(next: Behaviour) {
      behaviour = next;
    },
    triage: () => engine.run('triage', triagePersona, triageFacts()),
  };
}

const away = new Unreachable('Claude cannot be reached', { unknownOutcome: false });

test('Claude answers while it can, and the run says what it took', async () => {
  const { engine, triage } = aDesk();
  expect(await triage()).toMatchObject({ engine: 'claude', model: 'm', usage });
  expect(engine.stats()).toEqual({
    calls: [{ engine: 'claude', role: 'triage', outcome: 'answered', count: 1 }],
    usage,
    paid: { breaker: 'closed', spentTodayUsd: 0.4, leftTodayUsd: 99.6 },
  });
});

test('without Claude the offline engine is the one that should answer', async () => {
  const clock = fakeClock();
  const log: Log = { debug() {}, info() {}, warn() {}, error() {} };
  const engine = createDeskEngine({ offline, clock, log });
  const run = await engine.run('drafting', draftPersona, draftFacts());
  expect({
    name: engine.name,
    engine: run.engine,
    insteadOf: run.insteadOf,
    paid: engine.stats().paid,
  }).toEqual({
    name: 'offline',
    engine: 'offline',
    insteadOf: undefined,
    paid: undefined,
  });
});

test('an answer that cannot be used is replaced, with the reason and with what it cost', async () => {
  const { engine, triage, claudeIs } = aDesk();
  claudeIs({ error: new Invalid('Claude declined to answer'), paid: true });
  expect(await triage()).toMatchObject({ engine: 'offline', insteadOf: 'Claude declined to answer', usage });
  expect(engine.stats().paid).toMatchObject({ breaker: 'closed', spentTodayUsd: 0.4 });
});

test('after three failures in a row nobody asks for a while, then one asks for all', async () => {
  const { triage, claudeIs, calls, clock, engine, lines } = aDesk();
  claudeIs({ error: away });
  for (let ticket = 0; ticket < 6; ticket += 1) {
    expect(await triage()).toMatchObject({ engine: 'offline', insteadOf: 'Claude cannot be reached' });
  }
  expect(calls()).toBe(3);
  expect(engine.stats().paid?.breaker).toBe('open');
  await clock.advance(31_000);
  await Promise.all([triage(), triage(), triage()]);
  expect(calls()).toBe(4);
  await clock.advance(31_000);
  await triage();
  expect(calls()).toBe(4);
  await clock.advance(30_000);
  claudeIs('answers');
  expect((await triage()).engine).toBe('claude');
  expect(engine.stats().paid?.breaker).toBe('closed');
  expect(lines).toContain('claude_is_back');
});

test('a wait that was asked for is kept', async () => {
  const { triage, claudeIs, calls, clock } = aDesk();
  claudeIs({ error: new Unreachable('slow down', { unknownOutcome: false, retryAfterMs: 90_000 }) });
  await triage();
  claudeIs('answers');
  await clock.advance(89_000);
  expect((await triage()).engine).toBe('offline');
  await clock.advance(2_000);
  expect((await triage()).engine).toBe('claude');
  expect(calls()).toBe(2);
});

test('a key that does not work is told once to the person who runs the desk', async () => {
  const { triage, claudeIs, lines, clock, calls } = aDesk();
  claudeIs({ error: new Misconfigured('Claude does not accept the key in ANTHROPIC_API_KEY') });
  for (let ticket = 0; ticket < 3; ticket += 1) {
    await triage();
    await clock.advance(11 * 60_000);
  }
  expect(calls()).toBe(3);
  expect(lines.filter((fact) => fact === 'claude_is_not_set_up')).toHaveLength(1);
});

test('a fault of our own on the way to Claude keeps no ticket from its answer', async () => {
  const { triage, claudeIs, lines } = aDesk();
  claudeIs({ error: new TypeError('x is not a function') });
  expect(await triage()).toMatchObject({ engine: 'offline', insteadOf: 'Claude could not be asked' });
  expect(lines).toContain('claude_could_not_be_asked');
});

test('when the day’s money is spent the offline engine goes on, until the desk’s own midnight', async () => {
  const { triage, clock, calls, lines } = aDesk({ dailyUsd: 1 });
  for (let ticket = 0; ticket < 5; ticket += 1) await triage();
  expect(calls()).toBe(3);
  expect(await triage()).toMatchObject({
    engine: 'offline',
    insteadOf: 'The day’s budget for Claude is used up',
  });
  expect(lines.filter((fact) => fact === 'daily_budget_spent')).toHaveLength(1);
  // Berlin's day ends at 23:00 UTC in winter.
  await clock.set('2026-11-20T22:59:00.000Z');
  expect((await triage()).engine).toBe('offline');
  await clock.set('2026-11-20T23:00:00.000Z');
  expect((await triage()).engine).toBe('claude');
});

test('no money at all keeps Claude off', async () => {
  const { triage, calls } = aDesk({ dailyUsd: 0 });
  expect((await triage()).engine).toBe('offline');
  expect(calls()).toBe(0);
});

test('a severity far below what the rules find is held, one far above is unsure', async () => {
  const rules = (await offline.run('triage', triagePersona, triageFacts())).answer;
  expect(rules.severity).toBe('P1');
  const low = await aDesk({ severity: 'P4' }).triage();
  expect(low.answer).toMatchObject({ severity: 'P2' });
  expect(low.answer.severityReasons).toEqual(expect.arrayContaining(rules.severityReasons));
  const { account: _account, ...nobody } = triageFacts();
  const question = { ...nobody, texts: ['How do I change the colour of the button?'] };
  const high = await aDesk({ severity: 'P1' }).engine.run('triage', triagePersona, question);
  expect(high.answer.severity).toBe('P1');
  expect(high.answer.confidence).toBeLessThanOrEqual(0.5);
});
