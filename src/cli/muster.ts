#!/usr/bin/env node
import { loadConfig } from '../config.ts';
import { DeskError } from '../domain/errors.ts';
import { runCommand } from './commands.ts';

// `muster help | head -3`: whoever reads has seen enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

try {
  process.exitCode = await runCommand(process.argv.slice(2), {
    out: (line) => process.stdout.write(`${line}\n`),
    config: loadConfig,
  });
} catch (error) {
  // Our own refusals say what to do; anything else is a fault of the program and keeps its stack.
  if (!(error instanceof DeskError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
