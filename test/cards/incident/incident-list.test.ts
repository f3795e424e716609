import { expect, test } from 'vitest';
import { incidentListCard } from '../../../src/cards/incident/incident-list-card.ts';
import { anIncidentSummary } from '../../contracts/store/builders.ts';
import { after, settings } from '../../support/builders.ts';
import { readText } from '../reading.ts';

const view = { settings, now: after(30) };

test('a list says once that nobody leads an incident', () => {
  for (const lifecycle of ['declared', 'active'] as const) {
    const { commander: _none, ...summary } = { ...anIncidentSummary('INC-7'), lifecycle };
    const text = readText(incidentListCard([summary], view).blocks);
    expect(text.match(/nobody leads yet/g)).toHaveLength(1);
  }
});

test('a list says which updates are overdue', () => {
  const read = (dueAt: string) =>
    readText(incidentListCard([anIncidentSummary('INC-7', { dueAt })], view).blocks);
  expect(read(after(31))).toContain('next update');
  expect(read(after(15))).toContain('update overdue since');
});
