import { z } from 'zod';
import { averagePrecision, calibrationError } from '../duplicate-figures.ts';
import { type AskedPair, type AskedReport, askProject, Report, rankers } from '../duplicate-protocol.ts';
import { interval } from '../random.ts';
import { meanOf, reciprocalRank } from '../retrieval.ts';
import type { Figure, Task } from '../task.ts';

/** Reports of a problem that is known already: found, and told from those that only resemble it. */
export const bugDuplicates: Task = {
  set: 'bug-duplicates',
  title: 'other reports of the same problem, by words alone and with the days between them',
  learns: 'nothing',
  async run(_train, test) {
    const reports = z.array(Report).parse(test.rows);
    const projects = [...new Set(reports.map(({ project }) => project))].map((project) =>
      askProject(reports.filter((report) => report.project === project)),
    );
    const asked = projects.flatMap((project) => project.reports);
    const pairs = projects.flatMap((project) => project.pairs);
    const shown = projects.flatMap((project) => project.shown);
    return [
      found('mrr', asked, { method: 'ours', mark: reciprocal }),
      found('hit_at_5', asked, { method: 'ours', mark: isAmongFive }),
      decided('pair_ap', pairs, 'ours'),
      found('mrr_with_days', asked, { method: 'oursByDays', mark: reciprocal }),
      found('hit_at_5_with_days', asked, { method: 'oursByDays', mark: isAmongFive }),
      decided('pair_ap_with_days', pairs, 'oursByDays'),
      { metric: 'score_error', value: calibrationError(shown), baselines: [], lowerIsBetter: true },
    ];
  },
};

type Mark = (ids: readonly string[], right: readonly string[]) => number;

const reciprocal: Mark = (ids, right) => reciprocalRank(ids, right, ids.length);
const isAmongFive: Mark = (ids, right) => (reciprocalRank(ids, right, 5) > 0 ? 1 : 0);

function found(
  metric: string,
  asked: readonly AskedReport[],
  { method, mark }: { readonly method: string; readonly mark: Mark },
): Figure {
  const marksOf = (name: string) => asked.map((one) => mark(one.found[name] ?? [], one.report.dups));
  const marks = marksOf(method);
  return {
    metric,
    value: meanOf(marks),
    interval: interval(marks, meanOf),
    baselines: rankers.map(({ name }) => ({ name, value: meanOf(marksOf(name)) })),
  };
}

function decided(metric: string, pairs: readonly AskedPair[], method: string): Figure {
  const precision = (sample: readonly AskedPair[], name: string) =>
    averagePrecision(sample.map(({ same, scores }) => ({ same, score: scores[name] ?? 0 })));
  return {
    metric,
    value: precision(pairs, method),
    interval: interval(pairs, (sample) => precision(sample, method), { rounds: 100 }),
    baselines: [
      { name: 'title cosine', value: precision(pairs, 'title') },
      { name: 'mean of title and text cosine', value: precision(pairs, 'mean') },
    ],
  };
}
