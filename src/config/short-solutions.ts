import type { SlaTarget } from '../domain/sla/policy.ts';
import type { DeskFile } from './desk-file.ts';

/** A solution that is promised sooner than the first answer: one of the two times is probably a slip. */
export function shortSolutions({ sla }: Pick<DeskFile, 'sla'>): readonly string[] {
  return sla.flatMap((policy, index) => {
    const { first_response: answer } = policy;
    const calendarOf = (target: SlaTarget) => policy[target]?.calendar ?? policy.calendar;
    return (['first_resolution', 'total_resolution'] as const).flatMap((target) => {
      const solution = policy[target];
      if (!answer || !solution || calendarOf(target) !== calendarOf('first_response')) return [];
      if (solution.within.ms >= answer.within.ms) return [];
      return [
        `sla[${index + 1}].${target} ${solution.within.text} is shorter than first_response ${answer.within.text}`,
      ];
    });
  });
}
