import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { evaluate } from '../../eval/evaluate.ts';
import { interval } from '../../eval/random.ts';
import type { Task } from '../../eval/task.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'muster-eval-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Guesses the most frequent answer of the rows it learned from. */
const commonest: Task = {
  set: 'fruit',
  title: 'which fruit',
  run: async (train, test) => {
    const counts = new Map<unknown, number>();
    for (const { label } of train.rows) counts.set(label, (counts.get(label) ?? 0) + 1);
    const guess = [...counts].sort((left, right) => right[1] - left[1])[0]?.[0];
    const right = test.rows.map(({ label }) => (label === guess ? 1 : 0));
    const mean = (of: readonly number[]) => of.reduce<number>((sum, each) => sum + each, 0) / of.length;
    return [
      {
        metric: 'accuracy',
        value: mean(right),
        interval: interval(right, mean),
        baselines: [{ name: 'chance', value: 0.25 }],
      },
      { metric: 'pages', value: test.corpus.length, baselines: [], lowerIsBetter: true },
    ];
  },
};
/** Says which rows were on which side. */
const sides: Task = {
  set: 'bug-duplicates',
  title: 'sides',
  run: async (train, test) => {
    const learned = new Set(train.rows.map(({ group }) => group));
    const torn = test.rows.filter(({ group }) => learned.has(group)).length;
    return [
      { metric: 'torn', value: torn, baselines: [] },
      { metric: 'tested', value: test.rows.length, baselines: [] },
    ];
  },
};
const own: Task = {
  set: 'desk',
  title: 'the desk',
  learns: 'own',
  run: async () => [{ metric: 'useful', value: 1, baselines: [] }],
};

function put(path: string, rows: readonly unknown[] | string): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(
    file,
    typeof rows === 'string' ? rows : rows.map((row) => `${JSON.stringify(row)}\n`).join(''),
  );
}

async function run(args: readonly string[], tasks: readonly Task[] = [commonest, sides, own]) {
  const out: string[] = [];
  const told: string[] = [];
  const code = await evaluate(args, {
    tasks: async () => tasks,
    folder,
    seconds: () => 0,
    out: (line) => out.push(line),
    progress: (line) => told.push(line),
  });
  return { code, out: out.join('\n'), told: told.join('\n') };
}

const fruit = Array.from({ length: 40 }, (_, at) => ({ id: at, label: at % 4 === 0 ? 'pear' : 'plum' }));
const jsonFile = () => JSON.parse(readFileSync(join(folder, 'figures.json'), 'utf8'));

test('one folder is divided, the same way each time, and the figures stand in a table', async () => {
  put('data-sets/fruit/dev.jsonl', fruit);
  const first = await run([]);
  expect(first.code).toBe(0);
  expect(first.out).toContain('accuracy');
  expect(first.out).toMatch(/0\.\d{3}–\d\.\d{3}/);
  expect(first.out).toContain('chance');
  expect(first.told).toContain('bug-duplicates: skipped');
  expect(await run([])).toEqual(first);
});

test('reports of one group stay on one side, and none is lost', async () => {
  const rows = Array.from({ length: 90 }, (_, at) => ({
    id: at,
    group: Math.floor(at / 3),
    project: at < 45 ? 'a' : 'b',
  }));
  put('data-sets/bug-duplicates/dev.jsonl', rows);
  const { code } = await run(['--set', 'bug-duplicates', '--json', join(folder, 'figures.json')]);
  expect(code).toBe(0);
  expect(jsonFile()).toEqual({ 'bug-duplicates': { torn: 0, tested: 45 } });
});

test('two folders are learned from and scored on, whatever their files are called; the JSON holds numbers alone', async () => {
  put('one/fruit/a.jsonl', fruit.slice(0, 10));
  put('one/fruit/b.jsonl', [{ id: 'x', label: 'plum' }]);
  put('two/fruit/holdout.jsonl', [
    { label: 'plum' },
    { label: 'plum' },
    { label: 'pear' },
    { label: 'plum' },
  ]);
  put('two/fruit/corpus.jsonl', [{ id: 'page' }]);
  const { code } = await run([
    '--train',
    join(folder, 'one'),
    '--test',
    join(folder, 'two'),
    '--json',
    join(folder, 'figures.json'),
  ]);
  expect(code).toBe(0);
  expect(jsonFile()).toEqual({ fruit: { accuracy: 0.75, pages: 1 } });
});

test('a broken line is named with its file and line before anything is measured', async () => {
  put('data-sets/fruit/dev.jsonl', '{"label":"plum"}\n{"label":\n');
  const { code, out, told } = await run([]);
  expect(code).toBe(2);
  expect(out).toBe('');
  expect(told).toContain('dev.jsonl:2: the line is not JSON.');
});

test.each([
  [['--colour', 'red'], /--colour[\s\S]*Usage/],
  [['--set', 'cars'], /“cars”. There are: fruit, bug-duplicates, desk/],
  [['--train', 'x'], /--train and --test belong together/],
  [['--data', 'x', '--train', 'x', '--test', 'x'], /not both/],
  [['--data', 'nowhere'], /There is no folder nowhere/],
  [['--engine', 'oracle'], /There are: offline, claude/],
  [['--limit', 'all'], /--limit all/],
  [['--json', 'nowhere/x.json'], /there is no folder nowhere/],
  [[], /Put one at .\/data-sets, or name it with --data/],
])('%j is told how to go on', async (args, told) => {
  const said = await run(args);
  expect(said.code).toBe(2);
  expect(said.told).toMatch(told);
});

test('what brings its own rows needs no folder, and is left out of two folders unless asked for', async () => {
  expect((await run(['--set', 'desk'])).out).toContain('useful');
  put('one/fruit/a.jsonl', fruit);
  const both = ['--train', join(folder, 'one'), '--test', join(folder, 'one')];
  expect((await run(both)).out).not.toContain('useful');
  expect((await run([...both, '--set', 'desk'])).out).toContain('useful');
});

test('a task that fails is told and costs no other its figures', async () => {
  put('data-sets/fruit/dev.jsonl', fruit);
  const failing: Task = {
    ...commonest,
    title: 'broken',
    run: async () => [{ metric: 'none', value: Number.NaN, baselines: [] }],
  };
  const { code, out, told } = await run([], [failing, commonest]);
  expect(code).toBe(1);
  expect(told).toContain('broken failed: none came out as no number');
  expect(out).toContain('accuracy');
});
