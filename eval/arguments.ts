import { parseArgs } from 'node:util';
import { Invalid } from '../src/domain/errors.ts';

export const engines = ['offline', 'claude'] as const;

/** What is measured, on which rows, and where the figures go. */
export type Arguments = {
  /** `split`: one folder, divided by us; without a name the usual places are looked at. */
  readonly rows:
    | { readonly from: 'split'; readonly data: string | undefined }
    | { readonly from: 'folders'; readonly train: string; readonly test: string };
  /** Names of sets; empty means all. */
  readonly sets: readonly string[];
  readonly json: string | undefined;
  readonly engine: (typeof engines)[number];
  /** At most so many rows of a set are given to a paid engine. */
  readonly limit: number;
};

export const usage = `Usage: npm run eval -- [flags]
  --data <folder>    folder of sets, divided here into rows to learn from and rows to be scored on
  --train <folder>   learn or tune on the sets of this folder …
  --test <folder>    … and be scored on the sets of this one
  --set <name>       this set alone; may be given several times
  --json <file>      also write { set: { metric: number } }
  --engine <name>    ${engines.join(' or ')}; claude measures judgement alone and needs ANTHROPIC_API_KEY
  --limit <rows>     with --engine claude: rows of a set that are paid for, 100 when not given
A folder of sets holds <set>/*.jsonl: corpus.jsonl is the corpus, every other file is rows.`;

/** The flags of one run. Throws `Invalid` with what to write instead. */
export function readArguments(args: readonly string[]): Arguments {
  const { data, train, test, set, json, engine, limit } = flagsOf(args);
  if ((train === undefined) !== (test === undefined)) {
    throw new Invalid('--train and --test belong together: give both, or --data alone.');
  }
  if (data !== undefined && train !== undefined) {
    throw new Invalid('Give --data, which is divided here, or --train with --test; not both.');
  }
  return {
    rows:
      train !== undefined && test !== undefined ? { from: 'folders', train, test } : { from: 'split', data },
    sets: set ?? [],
    json,
    engine: engineOf(engine),
    limit: limitOf(limit),
  };
}

function flagsOf(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        data: { type: 'string' },
        train: { type: 'string' },
        test: { type: 'string' },
        set: { type: 'string', multiple: true },
        json: { type: 'string' },
        engine: { type: 'string' },
        limit: { type: 'string' },
      },
    }).values;
  } catch (cause) {
    const what = cause instanceof Error ? (cause.message.split('. ')[0] ?? '') : '';
    throw new Invalid(`${what}.\n${usage}`, { cause });
  }
}

function engineOf(name = 'offline'): Arguments['engine'] {
  const known = engines.find((each) => each === name);
  if (known === undefined)
    throw new Invalid(`There is no engine “${name}”. There are: ${engines.join(', ')}.`);
  return known;
}

function limitOf(limit = '100'): number {
  if (!/^[1-9]\d{0,5}$/.test(limit))
    throw new Invalid(`--limit ${limit}: give a whole number of rows from 1 on.`);
  return Number(limit);
}
