import { evaluate } from './evaluate.ts';
import { tasks } from './tasks.ts';

process.exitCode = await evaluate(process.argv.slice(2), {
  tasks: () => tasks,
  folder: process.cwd(),
  seconds: () => performance.now() / 1000,
  out: (line) => void process.stdout.write(`${line}\n`),
  progress: (line) => void process.stderr.write(`${line}\n`),
});
