import { expect, test } from 'vitest';
import { claudeTasks, engineTasks } from '../../eval/claude-tasks.ts';
import type { DataSet } from '../../eval/task.ts';
import { Misconfigured } from '../../src/domain/errors.ts';
import { createOfflineEngine } from '../../src/engines/offline/offline-engine.ts';
import type { Engine } from '../../src/ports.ts';

const offline = createOfflineEngine();

/** The offline engine with a price on each answer. */
function paidEngine() {
  const asked: string[] = [];
  const engine: Engine = {
    name: 'paid',
    async run(role, persona, facts) {
      asked.push(role);
      const usage = {
        inputTokens: 1,
        cacheReadTokens: 0,
        cacheWriteTokens: 0,
        outputTokens: 1,
        costUsd: 0.5,
      };
      return { ...(await offline.run(role, persona, facts)), usage };
    },
  };
  return { engine, asked };
}

const nothing: DataSet = { name: 'none', rows: [], corpus: [] };
const beside = { train: () => undefined, test: () => undefined };

test('a paid engine is asked no more rows than allowed, and its cost is a figure', async () => {
  const { engine, asked } = paidEngine();
  const severity = engineTasks(engine, 2).find(({ set }) => set === 'defect-severity');
  const rows = [2, 3, 4, 5].map((level) => ({
    title: `Report ${level}`,
    body: 'Checkout is down',
    severity: level,
  }));
  const figures = await severity?.run(nothing, { name: 'defect-severity', rows, corpus: [] }, beside);
  expect(asked).toEqual(['triage', 'triage']);
  expect(figures?.at(-1)).toMatchObject({ metric: 'cost_usd', value: 1 });
});

test('drafts are asked for the last turn, out of the passages of its collection', async () => {
  const corpus = [
    { id: 'a', collection: 'shop', text: 'Open Settings and press Fallback when checkout shows error 502.' },
    { id: 'b', collection: 'zoo', text: 'Penguins eat fish.' },
  ];
  const rows = [
    {
      collection: 'shop',
      answerability: 'ANSWERABLE',
      question: 'What to press when checkout shows error 502?',
      history: [],
    },
    {
      collection: 'shop',
      answerability: 'UNANSWERABLE',
      question: 'What do penguins eat on Sundays?',
      history: [],
    },
  ];
  const { engine } = paidEngine();
  const drafting = engineTasks(engine, 10).find(({ set }) => set === 'multiturn-rag');
  const figures = await drafting?.run(nothing, { name: 'multiturn-rag', rows, corpus }, beside);
  const values = Object.fromEntries((figures ?? []).map(({ metric, value }) => [metric, value]));
  expect(values).toMatchObject({ answered_when_answerable: 1, unknown_when_right: 1, cost_usd: 1 });
});

test('without a key Claude is not measured, and it is said how to go on', () => {
  expect(() => claudeTasks({ apiKey: undefined, baseUrl: undefined }, 10)).toThrow(Misconfigured);
});
