import { randomBytes } from 'node:crypto';
import { Misconfigured } from '../src/domain/errors.ts';
import { createClaudeEngine } from '../src/engines/claude.ts';
import type { Engine } from '../src/ports.ts';
import type { Task } from './task.ts';
import { answerableWith } from './tasks/answerable-with.ts';
import { practiceWith } from './tasks/practice.ts';
import { severityWith } from './tasks/severity-with.ts';

/** How Claude is reached, as the environment has it. */
export type ClaudeAccess = { readonly apiKey: string | undefined; readonly baseUrl: string | undefined };

/** The models the desk uses when its settings name none. */
const models = { fast: 'claude-haiku-5-5', strong: 'claude-sonnet-5-5' };

/** What is measured of Claude: judgement and drafts through the desk's own contract. Search has no engine in it. */
export function claudeTasks(access: ClaudeAccess, limit: number): readonly Task[] {
  const { apiKey, baseUrl } = access;
  if (apiKey === undefined || apiKey === '') {
    throw new Misconfigured(
      'There is no ANTHROPIC_API_KEY: set it to measure Claude, or leave --engine away.',
    );
  }
  const newCode = () => randomBytes(12).toString('hex');
  const engine = createClaudeEngine({ apiKey, baseUrl, models, newCode });
  return engineTasks(engine, limit);
}

/** The same tasks for any engine. Each tells what it cost. */
export function engineTasks(engine: Engine, limit: number): readonly Task[] {
  return [practiceWith, severityWith, answerableWith].map((taskWith) => {
    const till = createTill(engine);
    const task = taskWith(till.engine, limit);
    return {
      ...task,
      title: `${task.title} (${engine.name}, at most ${limit} rows)`,
      async run(...given) {
        const figures = await task.run(...given);
        return [
          ...figures,
          { metric: 'cost_usd', value: till.costUsd(), baselines: [], lowerIsBetter: true },
        ];
      },
    };
  });
}

/** Counts what an engine takes. */
function createTill(engine: Engine): { readonly engine: Engine; costUsd(): number } {
  let sum = 0;
  return {
    engine: {
      name: engine.name,
      async run(role, persona, facts) {
        const run = await engine.run(role, persona, facts);
        sum += run.usage?.costUsd ?? 0;
        return run;
      },
    },
    costUsd: () => sum,
  };
}
