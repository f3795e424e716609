import type { Config } from './config.ts';
import { alwaysOpen } from './domain/calendar/calendar.ts';
import {
  defaultFloorMs,
  type Edition,
  type PolicyRule,
  slaTargets,
  type TargetTerms,
} from './domain/sla/policy.ts';

/** What desk.yaml promises, before it has a number and a date. */
export type Promises = Omit<Edition, 'edition' | 'since'>;

/** Turns the settings' policies into those of the desk; `channel` finds a channel's id. */
export async function promisesOf(
  config: Config,
  _channel: (reference: string, setting: string) => Promise<string>,
): Promise<Promises> {
  const rules = config.sla.map((entry, index): PolicyRule => {
    const { when } = entry;
    const targets: Partial<Record<(typeof slaTargets)[number], TargetTerms>> = {};
    for (const target of slaTargets) {
      const withinMs = entry[target];
      if (withinMs === undefined) continue;
      const isUpdate = target === 'next_update';
      const isResolution = target.endsWith('resolution');
      targets[target] = {
        withinMs,
        calendar: entry.calendar,
        pauses: isUpdate || isResolution ? ['pending'] : [],
        warn: isUpdate ? [] : [50, 75, 90],
      };
    }
    return {
      name: `policy ${index + 1}`,
      when: {
        ...(when.plan ? { plan: when.plan } : {}),
        ...(when.severity ? { severity: when.severity } : {}),
      },
      targets,
      floorMs: defaultFloorMs,
      automaticAnswers: false,
    };
  });
  return {
    rules,
    cadence: { calendar: 'always', bySeverity: config.cadence, byPlan: {} },
    calendars: [alwaysOpen],
  };
}
