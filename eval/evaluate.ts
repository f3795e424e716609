import { existsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DeskError, Invalid } from '../src/domain/errors.ts';
import { type Arguments, readArguments } from './arguments.ts';
import { openSets, type SetsFolder } from './data-sets.ts';
import { split } from './splits.ts';
import { type Measured, tableOf } from './table.ts';
import type { Beside, DataSet, Task } from './task.ts';

/** What a run works with; `progress` is for who waits, `out` for the result. */
export type World = {
  /** What the chosen engine is measured by. */
  tasks(args: Pick<Arguments, 'engine' | 'limit'>): Promise<readonly Task[]>;
  readonly folder: string;
  /** Seconds from any beginning. */
  seconds(): number;
  out(line: string): void;
  progress(line: string): void;
};

/** Measures and prints the figures. Returns the exit code: 1 when a task failed, 2 when the flags or rows are wrong. */
export async function evaluate(args: readonly string[], world: World): Promise<number> {
  try {
    const chosen = readArguments(args);
    if (chosen.json !== undefined) checkPlace(chosen.json);
    const planned = plan(chosen, await world.tasks(chosen), world);
    if (planned.length === 0) throw new Invalid('Nothing is there to be measured.');
    const { measured, failed } = await measure(planned, world);
    for (const line of tableOf(measured)) world.out(line);
    if (chosen.json !== undefined)
      writeFileSync(chosen.json, `${JSON.stringify(jsonOf(measured), undefined, 2)}\n`);
    return failed ? 1 : 0;
  } catch (error) {
    // The last place before the person at the terminal: our own errors say what to do, others keep their stack.
    if (!(error instanceof DeskError)) throw error;
    world.progress(error.message);
    return 2;
  }
}

/** Told before minutes of work, not after. */
function checkPlace(file: string): void {
  if (!existsSync(dirname(file))) throw new Invalid(`--json ${file}: there is no folder ${dirname(file)}.`);
}

type Planned = {
  readonly task: Task;
  readonly train: DataSet;
  readonly test: DataSet;
  readonly beside: Beside;
};

/** Reads everything first: a broken line is told before minutes of work, not after. */
function plan(args: Arguments, tasks: readonly Task[], world: World): readonly Planned[] {
  const names = [...new Set(tasks.map(({ set }) => set))];
  const unknown = args.sets.filter((set) => !names.includes(set));
  if (unknown.length > 0) {
    throw new Invalid(`Nothing is measured on “${unknown.join('”, “')}”. There are: ${names.join(', ')}.`);
  }
  const rowsOf =
    args.rows.from === 'folders' ? givenRows(args.rows) : dividedRows(args.rows.data, world.folder);
  const skipped = new Set<string>();
  return tasks
    .filter(({ set }) => args.sets.length === 0 || args.sets.includes(set))
    .flatMap((task) => {
      if (task.learns === 'own') return ownRows(task, args);
      const rows = rowsOf(task);
      if (rows !== undefined) return [{ task, ...rows }];
      if (!skipped.has(task.set)) world.progress(`${task.set}: skipped, its rows are not there.`);
      skipped.add(task.set);
      return [];
    });
}

type RowsOf = (task: Task) => Omit<Planned, 'task'> | undefined;

function givenRows(folders: { readonly train: string; readonly test: string }): RowsOf {
  const [learnFrom, scoreOn] = [openSets(folders.train), openSets(folders.test)];
  const beside: Beside = { train: learnFrom.read, test: scoreOn.read };
  return ({ set, learns }) => {
    const [given, test] = [learnFrom.read(set), scoreOn.read(set)];
    const train = given ?? (learns === 'nothing' ? { name: set, rows: [], corpus: [] } : undefined);
    if (test === undefined || train === undefined) return undefined;
    // A corpus holds no answers; given once it serves both.
    const corpus = test.corpus.length > 0 ? test.corpus : train.corpus;
    const known = train.corpus.length > 0 ? train.corpus : corpus;
    return { train: { ...train, corpus: known }, test: { ...test, corpus }, beside };
  };
}

function dividedRows(named: string | undefined, folder: string): RowsOf {
  let opened: SetsFolder | undefined;
  const read = (set: string) => {
    opened ??= openSets(named ?? usualPlace(folder));
    return opened.read(set);
  };
  const halves = (set: string) => {
    const whole = read(set);
    return whole === undefined ? undefined : split(whole);
  };
  const beside: Beside = { train: (set) => halves(set)?.train, test: (set) => halves(set)?.test };
  return ({ set, learns }) => {
    const whole = read(set);
    if (whole === undefined) return undefined;
    if (learns === 'nothing') return { train: { ...whole, rows: [] }, test: whole, beside };
    return { ...split(whole), beside };
  };
}

const usualPlaces = ['data-sets', join('..', 'shared', 'data')];

function usualPlace(folder: string): string {
  const place = usualPlaces.map((each) => join(folder, each)).find((each) => existsSync(each));
  if (place === undefined) {
    throw new Invalid(
      'There is no folder of data sets. Put one at ./data-sets, or name it with --data <folder>; it holds <set>/*.jsonl.',
    );
  }
  return place;
}

/** What brings its own rows is not scored on folders somebody names, unless it is asked for. */
function ownRows(task: Task, { rows, sets }: Arguments): readonly Planned[] {
  if (rows.from === 'folders' && !sets.includes(task.set)) return [];
  const none: DataSet = { name: task.set, rows: [], corpus: [] };
  return [{ task, train: none, test: none, beside: { train: () => undefined, test: () => undefined } }];
}

async function measure(planned: readonly Planned[], world: World) {
  const measured: Measured[] = [];
  let failed = false;
  for (const { task, train, test, beside } of planned) {
    world.progress(
      `${task.set}: ${task.title} (${train.rows.length} to learn from, ${test.rows.length} to score on) …`,
    );
    const began = world.seconds();
    try {
      const figures = await task.run(train, test, beside);
      const broken = figures.find(({ value }) => !Number.isFinite(value));
      if (broken !== undefined) throw new Invalid(`${broken.metric} came out as no number`);
      measured.push({ set: task.set, title: task.title, figures, seconds: world.seconds() - began });
    } catch (error) {
      // One task that fails must not cost the figures of the others.
      failed = true;
      world.progress(
        `${task.set}: ${task.title} failed: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }
  return { measured, failed };
}

function jsonOf(measured: readonly Measured[]): Record<string, Record<string, number>> {
  const sets: Record<string, Record<string, number>> = {};
  for (const { set, figures } of measured) {
    const known = sets[set] ?? {};
    for (const { metric, value } of figures) known[metric] = value;
    sets[set] = known;
  }
  return sets;
}
