import { evaluate } from './evaluate.ts';
import { tasks } from './tasks.ts';

process.exitCode = await evaluate(process.argv.slice(2), {
  async tasks({ engine, limit }) {
    if (engine === 'offline') return tasks;
    const { claudeTasks } = await import('./claude-tasks.ts');
    const { ANTHROPIC_API_KEY: apiKey, ANTHROPIC_BASE_URL: baseUrl } = process.env;
    return claudeTasks({ apiKey, baseUrl }, limit);
  },
  folder: process.cwd(),
  seconds: () => performance.now() / 1000,
  out: (line) => void process.stdout.write(`${line}\n`),
  progress: (line) => void process.stderr.write(`${line}\n`),
});
