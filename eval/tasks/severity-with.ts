import { z } from 'zod';
import { runTriage } from '../../src/agents/run-agent.ts';
import { severities } from '../../src/domain/words.ts';
import { quadraticKappa } from '../../src/learning/ordinal-thresholds.ts';
import type { Engine } from '../../src/ports.ts';
import { sampleOf, shippedPersona } from '../engine-sample.ts';
import { interval } from '../random.ts';
import type { Task } from '../task.ts';

const Row = z.object({ title: z.string(), body: z.string(), severity: z.number().int() });

/** Severity as an engine's triage sees it, with no label given: P1 to P4 stand for the levels 2 to 5 of the set. */
export function severityWith(engine: Engine, limit: number): Task {
  return {
    set: 'defect-severity',
    title: 'severity by the triage of the desk, no labels given',
    learns: 'nothing',
    async run(_train, test) {
      const persona = await shippedPersona('triage');
      const judged: (readonly [said: number, right: number])[] = [];
      for (const row of sampleOf(
        test.rows.map((each) => Row.parse(each)),
        limit,
      )) {
        const { answer } = await runTriage(engine, persona, {
          ticket: 'T-1',
          texts: [`${row.title}\n${row.body}`],
          requester: { name: '', earlierTickets: 1 },
          queues: [{ name: 'technical' }],
          duplicates: [],
          precedents: [],
          at: '2026-11-20T10:00:00.000Z',
        });
        judged.push([severities.indexOf(answer.severity), Math.max(0, row.severity - 2)]);
      }
      const kappa = (pairs: typeof judged) =>
        quadraticKappa(
          pairs.map(([, right]) => right),
          pairs.map(([said]) => said),
        );
      const range = interval(judged, (sample) => kappa([...sample]));
      return [{ metric: 'kappa_cold_start', value: kappa(judged), interval: range, baselines: [] }];
    },
  };
}
