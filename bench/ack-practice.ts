import { createInterface } from 'node:readline';
import { startPractice } from '../src/practice/practice-server.ts';
import { benchWorkspace } from './draft-workspace.ts';

/** A practice workspace in a process of its own; a line on its input is answered with how many messages the desk said. */
const practice = await startPractice(benchWorkspace(1000));
process.stdout.write(`${practice.apiUrl}\n`);
createInterface({ input: process.stdin }).on('line', () => {
  const said = practice.state().messages.filter(({ user }) => user === practice.bot.userId).length;
  process.stdout.write(`${said}\n`);
});
process.once('SIGTERM', () => process.exit(0));
