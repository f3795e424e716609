import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { exampleAddress, manifestText, type Reach } from '../chat/slack/manifest/manifest.ts';

const usage = [
  'Usage: muster manifest [--socket | --address https://desk.example.com] [--write <file>]',
  '',
  'Prints the manifest of the Slack app. Paste it at https://api.slack.com/apps → Create New App → From a manifest.',
  '  --socket            for Socket Mode: Slack needs no address of yours',
  '  --address <https>   your own address, under which Slack reaches this desk',
  '  --write <file>      writes it to a file instead',
].join('\n');

/** Prints or writes the Slack manifest. Returns the exit code. */
export async function manifest(args: readonly string[], out: (line: string) => void): Promise<number> {
  const wish = read(args);
  if (typeof wish === 'string') {
    out(wish);
    return wish === usage ? 0 : 2;
  }
  const text = manifestText(wish.reach);
  if (wish.file === undefined) {
    out(text.trimEnd());
    return 0;
  }
  await writeFile(wish.file, text);
  out(`Wrote ${wish.file}.`);
  return 0;
}

type Wish = { readonly reach: Reach; readonly file: string | undefined };

const options = {
  socket: { type: 'boolean' },
  address: { type: 'string' },
  write: { type: 'string' },
  help: { type: 'boolean' },
} as const;

/** The wish, or what to tell when there is none to fulfil. */
function read(args: readonly string[]): Wish | string {
  const wish = parsed(args);
  if (wish === undefined) return `That is not understood.\n\n${usage}`;
  const { socket, address, write: file, help } = wish;
  if (help) return usage;
  if (socket) return { reach: { by: 'socket' }, file };
  if (address !== undefined && !/^https:\/\/[^\s/]+/.test(address)) {
    return `Slack reaches a desk by https only, not at ${address}.`;
  }
  return { reach: { by: 'http', address: address ?? exampleAddress }, file };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, strict: true }).values;
  } catch {
    // A word nobody knows: the caller shows the usage.
    return undefined;
  }
}
