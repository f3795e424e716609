import { expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';

const read = (yaml: string) => () => readConfig({ MUSTER_CONFIG: 'desk.yaml' }, () => yaml);

test.each([
  ['incidents: { updates: 90m }', 'must be from 15m to 60m'],
  ['incidents: { updates: 5m }', 'must be from 15m to 60m'],
  ['incidents: { updates_while_monitoring: 2h }', 'must be from 15m to 60m'],
  ['incidents: { first_update: 45m }', 'must be from 5m to 30m'],
  ['incidents: { first_update: 15 }', 'needs a unit'],
  ['incidents: { declare: sometimes }', 'must be offer or always'],
  ['incidents: { cadence: 30m }', 'cadence'],
  ['channels: { intake: ["#a"], incidents: "#a" }', 'channels.incidents is an intake channel too'],
])('%s stops the start: %s', (yaml, problem) => {
  expect(read(yaml)).toThrow(problem);
});

test('the ends of the ranges are allowed', () => {
  const { incidents } = read(
    'incidents: { first_update: 5m, updates: 15m, updates_while_monitoring: 60m }',
  )();
  expect(incidents).toMatchObject({ first_update: 300_000, updates: 900_000, declare: 'offer' });
});
