import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { loadPersonas } from '../agents/load-personas.ts';
import { diagnoseSlack } from '../chat/slack/diagnose.ts';
import { systemClock } from '../clock.ts';
import { channelReferences } from '../config/channel-references.ts';
import { nearest } from '../config/nearest.ts';
import type { Config } from '../config.ts';
import { projectRoot } from '../project-root.ts';
import { doctor } from './doctor.ts';
import { importAccounts } from './import-accounts.ts';
import { importArticles } from './import-articles.ts';
import { manifest } from './manifest.ts';
import { persona } from './persona.ts';

type Out = (line: string) => void;

/** Where a command runs: how it prints, and where its configuration comes from. */
export type Terminal = { readonly out: Out; readonly config: () => Config };

type Command = {
  /** What is typed after `muster`, without what it takes. */
  readonly name: string;
  readonly takes: string;
  readonly does: string;
  /** Returns the exit code. */
  readonly run: (args: string[], at: Terminal) => Promise<number>;
};

const commands: readonly Command[] = [
  {
    name: 'start',
    takes: '',
    does: 'Run the desk; without Slack tokens, the practice workspace',
    async run() {
      await import('../main.ts');
      return 0;
    },
  },
  {
    name: 'doctor',
    takes: '',
    does: 'Check settings, data, Slack and Claude; say what to repair',
    run: examine,
  },
  {
    name: 'import articles',
    takes: '<folder>',
    does: 'Make the knowledge base what a folder of Markdown files says',
    run: (args, at) => takeIn(args, at, importArticles),
  },
  {
    name: 'import accounts',
    takes: '<file.csv>',
    does: 'Make the list of accounts what a CSV file says',
    run: (args, at) => takeIn(args, at, importAccounts),
  },
  {
    name: 'persona',
    takes: '<persona> <case>',
    does: 'Try a persona on one case',
    run: (args, { out, config }) => persona(args, out, config),
  },
  {
    name: 'manifest',
    takes: '',
    does: "Print the Slack app's manifest",
    run: (args, { out }) => manifest(args, out),
  },
  {
    name: 'version',
    takes: '',
    does: 'Print the version',
    async run(_args, { out }) {
      out(Package.parse(JSON.parse(await readFile(join(projectRoot(), 'package.json'), 'utf8'))).version);
      return 0;
    },
  },
  { name: 'help', takes: '', does: 'Show this list', run: async (_args, { out }) => help(out) },
];

/** What people type by habit. */
const flags: Readonly<Record<string, string>> = {
  '--help': 'help',
  '-h': 'help',
  '--version': 'version',
  '-v': 'version',
};

const Package = z.object({ version: z.string() });

/** Runs the command that `args` name. Returns the exit code: 2 when there is no such command. */
export async function runCommand(args: readonly string[], at: Terminal): Promise<number> {
  const { out } = at;
  const [first] = args;
  const meantBy = first === undefined ? 'help' : flags[first];
  const words = meantBy === undefined ? args : [meantBy];
  const command = commands.find(({ name }) => name.split(' ').every((word, index) => words[index] === word));
  if (command !== undefined) return await command.run(words.slice(command.name.split(' ').length), at);
  const typed = args.slice(0, first === 'import' ? 2 : 1).join(' ');
  const meant = nearest(
    typed,
    commands.map(({ name }) => name),
  );
  out(`muster has no command “${typed}”.${meant === undefined ? '' : ` Did you mean “${meant}”?`}`);
  help(out);
  return 2;
}

function help(out: Out): number {
  const typed = commands.map(({ name, takes }) => `muster ${name} ${takes}`.trimEnd());
  const width = Math.max(...typed.map(({ length }) => length));
  out('Commands:');
  commands.forEach(({ does }, index) => {
    out(`  ${(typed[index] ?? '').padEnd(width)}  ${does}`);
  });
  return 0;
}

async function takeIn(
  args: readonly string[],
  { out, config }: Terminal,
  run: typeof importArticles,
): Promise<number> {
  const [path] = args;
  if (path === undefined || args.length > 1 || path.startsWith('-')) {
    out('Name one path: muster import articles <folder>, or muster import accounts <file.csv>');
    return 2;
  }
  out(await run(path, { config: config(), clock: systemClock() }));
  return 0;
}

function examine(_args: readonly string[], { out, config }: Terminal): Promise<number> {
  return doctor(
    {
      config,
      personas: () => loadPersonas(join(projectRoot(), 'personas')),
      slack: ({ botToken, appToken, apiUrl }, settings) =>
        diagnoseSlack({
          botToken,
          appToken,
          apiUrl,
          channels: channelReferences(settings),
          people: [...settings.people.agents, ...settings.people.managers],
        }),
      // The SDK takes a moment to load: only who asks for it waits.
      claude: async (access) => (await import('../engines/claude/check-claude.ts')).checkClaude(access),
      clock: systemClock(),
    },
    out,
  );
}
