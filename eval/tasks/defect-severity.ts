import { z } from 'zod';
import { learnOrdinal } from '../../src/learning/ordinal-model.ts';
import { quadraticKappa } from '../../src/learning/ordinal-thresholds.ts';
import type { TextBaseline } from '../baselines/text-baseline.ts';
import { textBaselines } from '../baselines/text-baselines.ts';
import { interval } from '../random.ts';
import type { DataSet, Figure, Task } from '../task.ts';

/** How grave a report is, in the order of its levels: with labels of the same projects, and with none of them. */
export const defectSeverity: Task = {
  set: 'defect-severity',
  title: 'severity of reports, with and without labels of the same project (quadratic kappa)',
  async run(learned, asked) {
    const [train, test] = [reportsOf(learned), reportsOf(asked)];
    const whole = [{ train, test }];
    const apart = [...new Set(test.map(({ project }) => project))].map((project) => ({
      train: train.filter((row) => row.project !== project),
      test: test.filter((row) => row.project === project),
    }));
    const { nearest, bayes, words, wordsAndLetters } = textBaselines;
    return [
      figure('kappa', whole, 'known_groups', [nearest, bayes, words, wordsAndLetters]),
      figure('kappa_cold_start', apart, 'new_groups', [nearest, words, wordsAndLetters]),
    ];
  },
};

type ReportRow = {
  readonly project: string;
  readonly title: string;
  readonly body: string;
  readonly severity: number;
};
/** Learned from the one, asked about the other. */
type Part = { readonly train: readonly ReportRow[]; readonly test: readonly ReportRow[] };
/** What was decided and what is right. */
type Judged = readonly [said: number, right: number];

const Row = z.object({
  project: z.string(),
  title: z.string(),
  body: z.string(),
  severity: z.number().int(),
});

function reportsOf({ rows }: DataSet): readonly ReportRow[] {
  return rows.map((row) => Row.parse(row));
}

function figure(
  metric: string,
  parts: readonly Part[],
  judges: 'known_groups' | 'new_groups',
  baselines: readonly TextBaseline[],
): Figure {
  const judged = parts.flatMap((part) => ours(part, judges));
  return {
    metric,
    value: kappaOf(judged),
    interval: interval(judged, kappaOf),
    baselines: baselines.map((baseline) => ({
      name: baseline.name,
      value: kappaOf(parts.flatMap((part) => theirs(part, baseline))),
    })),
  };
}

function ours({ train, test }: Part, judges: 'known_groups' | 'new_groups'): readonly Judged[] {
  const levels = usualLevels(train);
  const examples = train.map((row) => ({ report: reportOf(row), level: nearestOf(levels, row.severity) }));
  const judge = learnOrdinal(examples, { levels: levels.length, judges });
  return test.map((row) => [levels[judge(reportOf(row)).level] ?? 0, row.severity]);
}

function theirs({ train, test }: Part, baseline: TextBaseline): readonly Judged[] {
  const judge = baseline.train(train.map((row) => ({ text: textOf(row), label: String(row.severity) })));
  return test.map((row) => [Number(judge(textOf(row)).label), row.severity]);
}

/** Levels that occur often enough to be learned; a single report of another one counts for the nearest. */
function usualLevels(rows: readonly ReportRow[]): readonly number[] {
  const counts = new Map<number, number>();
  for (const { severity } of rows) counts.set(severity, (counts.get(severity) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= 5)
    .map(([level]) => level)
    .sort((left, right) => left - right);
}

function nearestOf(levels: readonly number[], severity: number): number {
  const distances = levels.map((level) => Math.abs(level - severity));
  return distances.indexOf(Math.min(...distances));
}

function reportOf({ title, body, project }: ReportRow) {
  return { title, text: body, group: project };
}

function textOf({ title, body }: ReportRow): string {
  return `${title} ${body}`;
}

function kappaOf(judged: readonly Judged[]): number {
  return quadraticKappa(
    judged.map(([, right]) => right),
    judged.map(([said]) => said),
  );
}
