import { expect, test } from 'vitest';
import { applyIncident } from '../../../src/domain/incident/apply.ts';
import type { IncidentEvent } from '../../../src/domain/incident/event.ts';
import { after, ana, ben } from '../../support/builders.ts';
import { aLedIncident } from './an-incident.ts';
import { nextAt, passing, shownSteps } from './watching-cadence.ts';

test('a hundred words inside reset nothing: the first update is due when it was', () => {
  const by = { source: 'chat', by: ben } as const;
  const talk = Array.from({ length: 100 }, (_, index): readonly IncidentEvent[] => [
    { type: 'noted', text: `We look at server ${index}`, at: after(2 + index / 10), ...by },
    { type: 'joined', person: ana, at: after(2 + index / 10), ...by },
  ]).flat();
  const told: IncidentEvent = {
    type: 'internal_update',
    conditions: 'The gateway answers again',
    actions: 'We watch it',
    needs: '',
    at: after(12),
    ...by,
  };
  const incident = applyIncident(aLedIncident(), [...talk, told]);
  expect(nextAt(incident)).toBe(after(15));
  expect(shownSteps(passing(incident, { until: after(20) }).told)).toEqual(['due at 15', 'late at 20']);
});
