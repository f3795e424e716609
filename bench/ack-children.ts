import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A process beside the measured one that says a line when it is ready, and answers lines with lines. */
export type Child = {
  /** What it said first. */
  readonly said: string;
  ask(line: string): Promise<string>;
  stop(): Promise<void>;
};

/** Starts a script of this folder, e.g. `ack-desk`. */
export async function startChild(script: string, env: Readonly<Record<string, string>>): Promise<Child> {
  const path = fileURLToPath(new URL(`./${script}.js`, import.meta.url));
  const child: ChildProcess = spawn(process.execPath, [path], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { PATH: process.env.PATH ?? '', NODE_ENV: 'production', ...env },
  });
  if (!child.stdout || !child.stdin) throw new Error('The process has no pipes');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error(`${script} ended`);
    return String(value);
  };
  const input = child.stdin;
  return {
    said: await next(),
    ask(line) {
      input.write(`${line}\n`);
      return next();
    },
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'close');
    },
  };
}
