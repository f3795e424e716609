import { expect, test } from 'vitest';
import { readConfig } from '../src/config.ts';
import { resolveSettings } from '../src/desk-settings-of.ts';

const lines = `
channels: { intake: ["#support"], triage: "#team" }
people:
  agents: [ana@acme.test]
  managers: [mia@acme.test]
  commanders: [mia@acme.test, cora@acme.test, ana@acme.test]
  liaisons: [liam@acme.test]
`;

test('whoever may lead an incident or write to its customers is of the team, though not listed as an agent', async () => {
  const config = readConfig({ MUSTER_CONFIG: 'desk.yaml' }, () => lines);
  const resolve = async (reference: string) => [reference];
  const { people, settings } = await resolveSettings(config, { resolve });
  expect([...people.agents].toSorted()).toEqual(['ana@acme.test', 'cora@acme.test', 'liam@acme.test']);
  expect([...people.managers]).toEqual(['mia@acme.test']);
  expect(settings.incidents.agents).toEqual([...people.agents]);
});
