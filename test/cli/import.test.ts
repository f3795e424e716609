import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCommand } from '../../src/cli/commands.ts';
import { withData } from '../../src/cli/open-data.ts';
import { openLowdbStore } from '../../src/stores/lowdb/lowdb-store.ts';
import { aConfig, aFolder } from './data-folder.ts';

async function aDesk() {
  const root = await aFolder();
  const data = join(root, 'data');
  const printed: string[] = [];
  const run = async (...args: string[]) => {
    printed.length = 0;
    const code = await runCommand(args, {
      out: (line) => void printed.push(line),
      config: () => aConfig(data),
    });
    return { code, printed: printed.join('\n') };
  };
  const stored = (kind: 'knowledge' | 'directory') => withData(data, (store) => store.load(kind, 'desk'));
  return { root, data, run, stored };
}

test('a folder of articles becomes the knowledge base; the same folder again changes nothing', async () => {
  const { root, run, stored } = await aDesk();
  const folder = join(root, 'help');
  await mkdir(join(folder, 'money'), { recursive: true });
  await mkdir(join(folder, '.git'));
  await writeFile(join(folder, 'limits.md'), '# Limits\n\nTen a second.\n\n## Raise\n\nAsk.\n');
  await writeFile(join(folder, 'money', 'refunds.md'), '# Refunds\n\nMoney goes back.\n');
  await writeFile(join(folder, '.git', 'x.md'), 'not for the desk');
  expect(await run('import', 'articles', folder)).toEqual({
    code: 0,
    printed: '2 articles: 2 added, 0 changed, 0 removed, 0 as before (3 passages)',
  });
  expect(await run('import', 'articles', folder)).toEqual({
    code: 0,
    printed: 'Nothing changed: 2 articles (3 passages)',
  });
  expect((await stored('knowledge'))?.events).toHaveLength(1);

  await writeFile(join(folder, 'limits.md'), '# Limits\n\nTwenty a second.\n');
  await rm(join(folder, 'money'), { recursive: true });
  await writeFile(join(folder, 'new.md'), '# New\n\nFresh.\n');
  expect((await run('import', 'articles', folder)).printed).toBe(
    '2 articles: 1 added, 1 changed, 1 removed, 0 as before (2 passages)',
  );
  const knowledge = await stored('knowledge');
  expect(knowledge?.state).toMatchObject({ articles: [{ id: 'limits' }, { id: 'new' }] });
  expect(knowledge?.events[1]).toMatchObject({ type: 'imported', added: 1, changed: 1, removed: 1 });
});

test('one bad article and nothing is taken in', async () => {
  const { root, run, stored } = await aDesk();
  await writeFile(join(root, 'good.md'), '# Good\n\nText.\n');
  await writeFile(join(root, 'bad.md'), 'no title\n');
  await expect(run('import', 'articles', root)).rejects.toThrow(
    /^bad\.md:1: has no title.*\nNothing was changed\.$/,
  );
  expect(await stored('knowledge')).toBeUndefined();
});

test('a list of accounts becomes the directory; a removed row is removed', async () => {
  const { root, run, stored } = await aDesk();
  const file = join(root, 'accounts.csv');
  await writeFile(file, 'name;plan;annual_revenue\nAcme;enterprise;5\nBolt;standard;1\n');
  expect((await run('import', 'accounts', file)).printed).toBe(
    '2 accounts: 2 added, 0 changed, 0 removed, 0 as before',
  );
  expect((await run('import', 'accounts', file)).printed).toBe('Nothing changed: 2 accounts');
  await writeFile(file, 'name;plan;annual_revenue\nAcme;business;5\n');
  expect((await run('import', 'accounts', file)).printed).toBe(
    '1 account: 0 added, 1 changed, 1 removed, 0 as before',
  );
  expect((await stored('directory'))?.state).toEqual({
    accounts: [{ id: 'acme', name: 'Acme', plan: 'business', annualRevenue: 5 }],
  });
});

test('while the desk runs, an import says who holds the data and what to do', async () => {
  const { root, data, run } = await aDesk();
  await writeFile(join(root, 'a.md'), '# A\n\nText.\n');
  const store = await openLowdbStore({ folder: data });
  await expect(run('import', 'articles', root)).rejects.toThrow(
    `The desk is running (process ${process.pid}) and holds ${data}. Stop it, run this again, then start it.`,
  );
  await store.close();
});

test.each([
  [['import', 'articles', '/nowhere'], '/nowhere is not there. Nothing was changed.'],
  [['import', 'accounts', '/tmp'], '/tmp is a folder; name a file. Nothing was changed.'],
])('%s is refused in plain words', async (args, words) => {
  const { run } = await aDesk();
  await expect(run(...args)).rejects.toThrow(words);
});

test('a folder without articles does not empty the knowledge base', async () => {
  const { root, run } = await aDesk();
  await expect(run('import', 'articles', root)).rejects.toThrow('There are no Markdown files in');
});

test('a mistyped command is answered with the nearest one and the list', async () => {
  const { run } = await aDesk();
  const { code, printed } = await run('import', 'artikles', 'x');
  expect(code).toBe(2);
  expect(printed).toContain('muster has no command “import artikles”. Did you mean “import articles”?');
  expect(printed).toContain('muster import accounts <file.csv>');
  expect((await run('quit')).code).toBe(2);
  expect((await run('import', 'articles')).code).toBe(2);
});

test('without a command the list is shown', async () => {
  const { run } = await aDesk();
  const { code, printed } = await run();
  expect(code).toBe(0);
  for (const name of [
    'start',
    'doctor',
    'import articles',
    'import accounts',
    'persona',
    'manifest',
    'help',
  ]) {
    expect(printed).toContain(`muster ${name}`);
  }
  expect((await run('--help')).printed).toBe(printed);
});

test('a file in an older encoding is refused instead of garbling names', async () => {
  const { root, run, stored } = await aDesk();
  const file = join(root, 'accounts.csv');
  await writeFile(file, Buffer.from('name,plan,annual_revenue\nM\u00fcller,standard,5\n', 'latin1'));
  await expect(run('import', 'accounts', file)).rejects.toThrow(
    /is not UTF-8 text; save it as UTF-8\. Nothing/,
  );
  await writeFile(join(root, 'a.md'), Buffer.from('# \u00dcber uns\n\nText.\n', 'latin1'));
  await expect(run('import', 'articles', root)).rejects.toThrow(/a\.md is not UTF-8/);
  expect(await stored('directory')).toBeUndefined();
});
