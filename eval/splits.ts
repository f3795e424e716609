import { randomFrom, shuffled } from './random.ts';
import type { DataSet, Row } from './task.ts';

/** How a set is divided when only one folder of rows is there. */
type Plan = {
  /** Share of the rows that is scored on. */
  readonly test: number;
  /** Rows of one group stay on one side, so that nothing is learned that is asked later. */
  readonly group?: (row: Row) => unknown;
  /** Both sides get their share of each of these. */
  readonly like?: (row: Row) => unknown;
};

const half = 0.5;
const plans: Readonly<Record<string, Plan>> = {
  'answer-faithfulness': { test: half, group: ({ task }) => task, like: ({ collection }) => collection },
  'aws-docs-qa': { test: half, group: ({ doc }) => doc },
  banking77: { test: 0.25, like: ({ label }) => label },
  'bug-duplicates': { test: half, group: ({ group }) => group, like: ({ project }) => project },
  'claude-docs-qa': { test: half },
  clinc150: { test: 0.25, like: ({ label }) => label },
  'defect-severity': {
    test: half,
    group: ({ project, title }) => `${project} ${title}`,
    like: ({ project, severity }) => `${project} ${severity}`,
  },
  'developer-sentiment': { test: 0.3, like: ({ label }) => label },
  'emotion-groups': { test: 0.2 },
  'faq-paraphrases': { test: half, group: ({ faq }) => faq },
  'insurance-tickets': { test: half, like: ({ label }) => label },
  'it-tickets': { test: half, like: ({ category, urgency }) => `${category} ${urgency}` },
  'multiturn-rag': { test: half, like: ({ collection, answerability }) => `${collection} ${answerability}` },
  // The kinds of the indirect attacks are kept apart: what is asked later is of another kind than what was learned.
  'prompt-injection': {
    test: half,
    group: ({ source, kind, id }) => (String(source).startsWith('bipia') ? kind : id),
    like: ({ source }) => source,
  },
};
const otherwise: Plan = { test: 1 / 3 };

const seed = 20_261_120;

/** Divides a set into rows to learn from and rows to be scored on: always the same for the same rows. */
export function split(set: DataSet): { readonly train: DataSet; readonly test: DataSet } {
  const plan = plans[set.name] ?? otherwise;
  const tested = new Set(takeShare(groupsOf(set.rows, plan), plan.test).flat());
  const rowsOf = (isTested: boolean) => set.rows.filter((row) => tested.has(row) === isTested);
  return { train: { ...set, rows: rowsOf(false) }, test: { ...set, rows: rowsOf(true) } };
}

type Group = { readonly rows: Row[]; readonly like: string };

/** Groups in an order in which like stands with like, and chance decides within. */
function groupsOf(rows: readonly Row[], { group, like }: Plan): readonly Row[][] {
  const groups = new Map<unknown, Group>();
  for (const [at, row] of rows.entries()) {
    const key = group === undefined ? at : group(row);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { rows: [row], like: String(like?.(row) ?? '') });
    else known.rows.push(row);
  }
  return shuffled([...groups.values()], randomFrom(seed))
    .sort((left, right) => (left.like < right.like ? -1 : left.like > right.like ? 1 : 0))
    .map((each) => each.rows);
}

function takeShare<T>(items: readonly T[], share: number): readonly T[] {
  return items.filter((_, at) => Math.floor((at + 1) * share) > Math.floor(at * share));
}
