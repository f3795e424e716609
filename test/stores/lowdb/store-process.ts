import { type ChildProcess, spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';
import { builtFile } from '../../support/built.ts';

/**
 * A real process of its own. `script` is the body of a module that may use `openLowdbStore`, `folder` and `say(line)`;
 * it ends when its standard input does.
 */
export async function storeProcess(folder: string, script: string) {
  const store = pathToFileURL(await builtFile('src/stores/lowdb/lowdb-store.ts')).href;
  const body = `
    import { openLowdbStore } from ${JSON.stringify(store)};
    const folder = ${JSON.stringify(folder)};
    const say = (line) => process.stdout.write(line + '\\n');
    process.stdin.resume().on('end', () => process.exit());
    ${script}`;
  const child: ChildProcess = spawn(process.execPath, ['--input-type=module', '-e', body], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  const listeners = new Set<() => void>();
  const output = child.stdout;
  if (output === null) throw new Error('the process has no output');
  const ended = new Promise<void>((resolve) => {
    let begun = '';
    output
      .setEncoding('utf8')
      .on('data', (text: string) => {
        // A killed process may leave half a line, which would name something else.
        const whole = `${begun}${text}`.split('\n');
        begun = whole.pop() ?? '';
        lines.push(...whole);
        for (const listener of listeners) listener();
      })
      .on('close', resolve);
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return {
    pid: child.pid,
    lines,
    /** Resolves when the process has said this many lines. */
    async said(count: number): Promise<readonly string[]> {
      const heard = new Promise<void>((resolve) => {
        const listen = () => {
          if (lines.length < count) return;
          listeners.delete(listen);
          resolve();
        };
        listeners.add(listen);
        listen();
      });
      await Promise.race([heard, ended]);
      return lines;
    },
    async kill(): Promise<void> {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
