import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { learnOrdinal, type OrdinalExample } from '../../src/learning/ordinal-model.ts';
import {
  agreeingThresholds,
  levelAt,
  matchedThresholds,
  quadraticKappa,
} from '../../src/learning/ordinal-thresholds.ts';
import { trustFrom } from '../../src/learning/ordinal-trust.ts';

const grave = ['engine lost all telemetry', 'valve failed and the tank burst', 'crash of the main computer'];
const middling = ['command is answered late', 'report shows an old value', 'retry is needed after start'];
const light = ['typo in a comment', 'wording of the header is unclear', 'unused variable in the file'];

describe('learning an order of levels', () => {
  it('tells grave reports from light ones it has not seen, of a group it knows', () => {
    const judge = learnOrdinal(reports(['alpha', 'beta']), { levels: 3, judges: 'known_groups' });
    expect(judge({ title: 'Tank burst', text: 'the valve failed again', group: 'alpha' }).level).toBe(0);
    expect(judge({ title: 'Comment', text: 'a typo in the header comment', group: 'beta' }).level).toBe(2);
  });

  it('carries over to a group nobody has labelled', () => {
    const judge = learnOrdinal(reports(['alpha', 'beta', 'gamma']), { levels: 3, judges: 'new_groups' });
    const burst = judge({ title: 'Valve', text: 'valve failed, telemetry lost in a crash', group: 'delta' });
    const typo = judge({ title: 'Header', text: 'unclear wording and a typo in a comment', group: 'delta' });
    expect(burst.level).toBeLessThan(typo.level);
  });

  it('gives the same opinion for the same examples', () => {
    const ask = { title: 'Valve', text: 'valve failed', group: 'alpha' };
    const [one, other] = [1, 2].map(() =>
      learnOrdinal(reports(['alpha', 'beta']), { levels: 3, judges: 'known_groups' })(ask),
    );
    expect(one).toEqual(other);
  });

  it('is surer where it was right more often', () => {
    const trust = trustFrom(
      Array.from({ length: 200 }, (_, at) => ({ score: at / 200, right: at >= 100 || at % 4 === 0 })),
    );
    expect(trust(0.9)).toBeGreaterThan(0.8);
    expect(trust(0.1)).toBeLessThan(0.5);
  });

  it('still answers when it has learned next to nothing', () => {
    const judge = learnOrdinal(reports(['alpha']).slice(0, 3), { levels: 3, judges: 'known_groups' });
    const { level, confidence } = judge({ title: '', text: '', group: 'omega' });
    expect([0, 1, 2]).toContain(level);
    expect(confidence).toBeLessThan(1);
  });
});

describe('cutting scores into levels', () => {
  it('gives each level the share it had', () => {
    const scores = Array.from({ length: 100 }, (_, at) => at);
    const levels = scores.map((score) => (score % 10 < 2 ? 0 : score % 10 < 7 ? 1 : 2));
    const cut = matchedThresholds(scores, levels, 3);
    const counts = [0, 1, 2].map((level) => scores.filter((score) => levelAt(score, cut) === level).length);
    expect(counts).toEqual([20, 50, 30]);
  });

  it('agrees at least as well as the matched shares do, in rising thresholds', () => {
    const report = fc.record({ score: fc.double({ min: -1, max: 1, noNaN: true }), level: fc.nat(3) });
    fc.assert(
      fc.property(fc.array(report, { minLength: 8, maxLength: 60 }), (reports) => {
        const scores = reports.map(({ score }) => score);
        const levels = reports.map(({ level }) => level);
        const kappa = (cut: readonly number[]) =>
          quadraticKappa(
            levels,
            scores.map((score) => levelAt(score, cut)),
          );
        const best = agreeingThresholds(scores, levels, 4);
        expect(kappa(best)).toBeGreaterThanOrEqual(kappa(matchedThresholds(scores, levels, 4)));
        expect([...best]).toEqual([...best].sort((left, right) => left - right));
      }),
    );
  });

  it('counts a miss by two levels four times', () => {
    expect(quadraticKappa([0, 1, 2, 3], [0, 1, 2, 3])).toBe(1);
    const byOne = 1 - quadraticKappa([0, 0, 2, 2], [0, 0, 2, 1]);
    const byTwo = 1 - quadraticKappa([0, 0, 2, 2], [0, 0, 2, 0]);
    expect(byTwo).toBeGreaterThan(byOne);
    expect(quadraticKappa([1, 1], [1, 1])).toBe(0);
  });
});

/** Each phrase in a few sentences of each group, with the group's own words around it. */
function reports(groups: readonly string[]): readonly OrdinalExample[] {
  return groups.flatMap((group) =>
    [grave, middling, light].flatMap((phrases, level) =>
      phrases.flatMap((phrase) =>
        [1, 2, 3].map((nth) => ({
          level,
          report: { title: phrase, text: `In step ${nth} of ${group} the ${phrase}.`, group },
        })),
      ),
    ),
  );
}
