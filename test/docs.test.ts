import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { commands } from '../handlers/commands/index.ts';
import { warRoomBlocks } from '../src/cards/team/incident-blocks.ts';
import { ticketActions } from '../src/cards/team/ticket-actions.ts';
import { updateBlocks } from '../src/cards/team/update-blocks.ts';
import { runCommand } from '../src/cli/commands.ts';
import { DeskFile } from '../src/config/desk-file.ts';
import { notUsedYet } from '../src/config/not-used-yet.ts';
import { PolicySettings } from '../src/config/policy-settings.ts';
import { settings } from '../src/config/settings.ts';
import type { Ticket } from '../src/domain/ticket/ticket.ts';
import { categories, doors, plans, sentiments, severities, statuses, tiers } from '../src/domain/words.ts';
import { aTicket, aWorkedTicket } from './support/a-ticket.ts';
import { after, ana, settings as deskSettings, ten } from './support/builders.ts';
import { boldIn, codeIn, readMarkdown } from './support/markdown.ts';

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const manifest = JSON.parse(read('package.json')) as {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};
const { scripts } = manifest;
const readme = readMarkdown(read('README.md'));
const decisions = readdirSync(join(root, 'docs/decisions')).map((name) => `docs/decisions/${name}`);
const documents = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...decisions].map((path) => ({
  path,
  ...readMarkdown(read(path)),
}));

test('every dependency has its reason, and every reason its dependency', () => {
  const table = read('docs/decisions/0015-dependencies-and-their-reasons.md')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name));
  const used = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(table.toSorted()).toEqual(used.toSorted());
});

describe('what the documents name exists', () => {
  /** Files a person makes, and folders that the build and the desk fill; they are not in the repository. */
  const made = /^(\.env|desk\.yaml|(data|dist|tickets|incidents)\/)/;
  const isPath = (code: string) =>
    /^(\.?[\w-]+\/)+[\w.<>*-]*$/.test(code) || /^[\w.-]+\.(md|json|yaml|ts|sh|csv)$/.test(code);

  test.each(documents)('paths and links of $path', ({ path, code, links }) => {
    const missing = code
      .filter((word) => isPath(word) && !made.test(word))
      // `test/fixtures/<persona>/` promises only the part before the placeholder.
      .map((word) => word.replace(/[<*].*$/, ''))
      .filter((word) => !existsSync(join(root, word)));
    const here = join(root, path, '..');
    expect([...missing, ...links.filter((target) => !existsSync(join(here, target)))]).toEqual([]);
  });

  test('a wrong path is seen', () => {
    expect(isPath('src/domain/nowhere.ts')).toBe(true);
    expect(isPath('muster.yaml')).toBe(true);
    expect(isPath('Approve & send')).toBe(false);
  });

  /** `1. `src/a.ts`: its line in `table`.` names the file and what is in it. */
  const steps = read('CONTRIBUTING.md')
    .split('\n')
    .filter((line) => /^\d+\. /.test(line))
    .map(codeIn)
    .map((code) => ({
      files: code.filter((word) => isPath(word) && word.endsWith('.ts') && existsSync(join(root, word))),
      names: code.filter((word) => /^[A-Za-z]+$/.test(word)),
    }))
    .filter(({ files, names }) => files.length > 0 && names.length > 0);

  test('what CONTRIBUTING names is in the file it names beside it', () => {
    const missing = steps.flatMap(({ files, names }) => {
      const source = files.map(read).join('\n');
      return names.filter((name) => !new RegExp(`\\b${name}\\b`).test(source)).map((name) => [name, files]);
    });
    expect(missing).toEqual([]);
    expect(steps.length).toBeGreaterThan(10);
  });

  test.each(documents)('scripts of $path', ({ code, fenced }) => {
    const named = [...code, ...fenced].flatMap((words) => {
      const [, script = ''] = /^npm (?:run )?([\w:-]+)/.exec(words) ?? [];
      return script === '' || ['ci', 'install'].includes(script) ? [] : [script];
    });
    expect(named.filter((script) => scripts[script] === undefined)).toEqual([]);
  });

  test('commands of muster', async () => {
    const help: string[] = [];
    const config = () => {
      throw new Error('help needs no configuration');
    };
    await runCommand(['help'], { out: (line) => help.push(line), config });
    const known = help.flatMap((line) => /^ {2}muster (import \w+|\w+)/.exec(line)?.[1] ?? []);
    const words = documents.flatMap(({ code, fenced }) => [...code, ...fenced]);
    const named = words.flatMap((each) => /^npm run muster -- (import \w+|\w+)/.exec(each)?.[1] ?? []);
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((command) => !known.includes(command))).toEqual([]);
  });

  test('pictures are small enough to load quickly', () => {
    const pictures = readdirSync(join(root, 'docs/images'));
    const tooLarge = pictures.filter((name) => statSync(join(root, 'docs/images', name)).size > 250_000);
    expect(tooLarge).toEqual([]);
    expect(pictures.length).toBeGreaterThan(0);
  });
});

describe('the README says what the code does', () => {
  test('the version of Node is the one the package asks for', () => {
    const { engines } = JSON.parse(read('package.json')) as { engines: { node: string } };
    expect(read('README.md')).toContain(`Node ${engines.node.replace('>=', '')} or later`);
  });

  test('the package promises no platform that the README calls a matter of later', () => {
    const { description } = JSON.parse(read('package.json')) as { description: string };
    expect(read('README.md')).toContain('Microsoft Teams comes later');
    expect(description).toMatch(/Slack \(Microsoft Teams to come\)/);
  });

  test('what the desk runs on stands in its second paragraph', () => {
    expect(read('README.md').split('\n\n')[2]).toContain('Linux or macOS');
  });

  test('the settings of the environment are those the desk reads', () => {
    const rows = readme.table('Variable', 'When not set', 'Meaning');
    const told = rows.map(([name = '', value, meaning]) => ({
      name: codeIn(name)[0],
      default: value,
      meaning,
    }));
    expect(told).toEqual(settings);
  });

  const keys = readme.table('Key', 'Default', 'Meaning').map(([key = '', value = '', meaning = '']) => ({
    path: codeIn(key)[0] ?? '',
    value,
    meaning,
  }));
  const defaults = DeskFile.parse({});

  test('the keys of desk.yaml are all there', () => {
    const whole = ['queues', 'calendars', 'sla', 'cadence'];
    const known = Object.entries(defaults).flatMap(([key, value]) =>
      whole.includes(key) ? [key] : Object.keys(value).map((inner) => `${key}.${inner}`),
    );
    // Without a value of its own it is another channel, so it has no default to be read.
    expect(keys.map(({ path }) => path).filter((path) => path !== 'channels.incidents')).toEqual(known);
  });

  test.each(keys.filter(({ path }) => !['queues', 'sla', 'channels.incidents'].includes(path)))(
    'the default of $path is the one that holds',
    ({ path, value }) => {
      const given = nested(path.split('.'), parse(codeIn(value)[0] ?? ''));
      expect(DeskFile.parse(given)).toEqual(defaults);
    },
  );

  test('the built-in queues are named', () => {
    const row = keys.find(({ path }) => path === 'queues');
    expect(codeIn(row?.value ?? '')).toEqual(defaults.queues.map(({ name }) => name));
  });

  test('the built-in promises are those in the table', () => {
    const rows = readme.table('Severity', ...plans);
    const sla = rows.flatMap(([severity = '', ...cells]) =>
      plans.map((plan, at) => {
        const times = (cells[at] ?? '').split(' / ');
        const [first_response, next_response, total_resolution] = times;
        const when = { plan, severity: codeIn(severity)[0] };
        return { when, first_response, next_response, total_resolution };
      }),
    );
    expect(DeskFile.parse({ sla })).toEqual(defaults);
  });

  test('the words of a policy are those an entry of sla can have', () => {
    const words = readme.table('Part of a policy', 'Meaning').flatMap(([part = '']) => codeIn(part));
    const known = Object.keys(PolicySettings.shape).filter((key) => key !== 'when');
    expect(words.toSorted()).toEqual(known.toSorted());
  });

  test('what is not used yet is marked', () => {
    const unused = notUsedYet(() => true);
    const marked = keys.filter(({ meaning, path }) => meaning.endsWith('(not used yet)') && path !== 'sla');
    expect(marked.map(({ path }) => path).toSorted()).toEqual([...unused].toSorted());
  });

  test('the glossary has the closed vocabularies', () => {
    const rows = new Map(readme.table('Word', 'Meaning').map(([word = '', meaning = '']) => [word, meaning]));
    const words = (word: string) => codeIn(rows.get(word) ?? '');
    expect(words('status')).toEqual(statuses);
    expect(words('category')).toEqual(categories);
    expect(words('severity')).toEqual(severities);
    expect(words('account')).toEqual(plans);
    expect(words('sentiment')).toEqual(sentiments);
    expect(words('tier')).toEqual(tiers.map(String));
  });

  test('every door is explained', () => {
    const rows = readme.table('Door', 'What the requester does');
    expect(rows.flatMap(([door = '']) => codeIn(door))).toEqual(doors);
  });

  test('every word behind /ticket is explained', () => {
    const usages = readme.table('Type', 'To see or do').flatMap(([usage = '']) => codeIn(usage));
    const named = usages.flatMap((usage) => /^\/ticket ([a-z-]+)/.exec(usage)?.[1] ?? []);
    expect(named.toSorted()).toEqual(Object.keys(commands).toSorted());
    expect(usages).toContain('/ticket');
  });

  test('every button and menu of a card is explained', () => {
    const rows = readme.table('Button or menu', 'What happens');
    const told = rows.flatMap(([button = '']) => boldIn(button)).filter((label) => !label.endsWith('T-…'));
    expect(told.toSorted()).toEqual([...labelsOfCards()].toSorted());
  });

  test('every folder has its line', () => {
    const rows = readme.table('Folder', 'What is in it').flatMap(([folder = '']) => codeIn(folder));
    const left = new Set(['node_modules', 'dist', 'data', 'coverage', 'tmp', 'src']);
    const folders = (path: string) =>
      readdirSync(join(root, path), { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !left.has(entry.name))
        .map(({ name }) => `${path}${name}/`);
    expect(rows.toSorted()).toEqual([...folders(''), ...folders('src/')].toSorted());
  });
});

describe('what is checked', () => {
  test('the run on a bare machine has every part of npm run check', () => {
    const parts = scripts.check?.split(' && ') ?? [];
    expect(parts.length).toBeGreaterThan(2);
    const run = read('.ci/run');
    expect(parts.filter((part) => !run.includes(part))).toEqual([]);
  });
});

function nested(path: readonly string[], value: unknown): unknown {
  return path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);
}

/** Tickets that together offer everything a card can offer. */
function tickets(): readonly Ticket[] {
  const worked = aWorkedTicket();
  const [draft] = worked.drafts;
  const [message] = worked.messages;
  if (draft === undefined || message === undefined) throw new Error('The ticket has no draft or no message');
  const by = { by: ana, at: ten };
  const update = {
    update: 'u1',
    kind: 'progress' as const,
    clock: `first_resolution@${ten}`,
    text: 'It is being worked on. Next update: by 20 Nov 18:00 (UTC).',
    at: after(5),
    state: 'proposed' as const,
    snoozes: [],
  };
  return [
    worked,
    aWorkedTicket({ updates: [update] }),
    aWorkedTicket({ drafts: [{ ...draft, outcome: 'unknown', text: 'Which browser?' }] }),
    aWorkedTicket({ drafts: [{ ...draft, state: 'discarded' }] }),
    aWorkedTicket({ status: 'open', snooze: { ...by, until: after(60) } }),
    aWorkedTicket({ undelivered: [{ key: 'reply', at: ten, reason: 'The channel is archived' }] }),
    aTicket({ messages: [message, { ...message, id: `${message.id}2` }] }),
    aTicket({ status: 'on_hold' }),
    aTicket({ status: 'solved' }),
    aTicket({ merged: { ...by, into: 'T-2', was: 'open' } }),
  ];
}

function labelsOfCards(): ReadonlySet<string> {
  const items = tickets()
    .flatMap((ticket) => [
      ...ticketActions(ticket, deskSettings),
      ...updateBlocks(ticket, deskSettings),
      ...warRoomBlocks(ticket),
    ])
    .flatMap((block) => (block.type === 'actions' ? block.items : []));
  // The entries of "More…" are actions; those of the other menus are values.
  const entries = items.flatMap((item) => ('options' in item && item.action === 'more' ? item.options : []));
  return new Set([...items, ...entries].map(({ label }) => label));
}
