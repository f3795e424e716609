import { expect, test } from 'vitest';
import { incidentListCard } from '../../../src/cards/incident/incident-list-card.ts';
import { anIncidentSummary } from '../../contracts/store/builders.ts';
import { settings } from '../../support/builders.ts';
import { readText } from '../reading.ts';

test('a list says once that nobody leads an incident', () => {
  for (const lifecycle of ['declared', 'active'] as const) {
    const { commander: _none, ...summary } = { ...anIncidentSummary('INC-7'), lifecycle };
    const text = readText(incidentListCard([summary], settings).blocks);
    expect(text.match(/nobody leads yet/g)).toHaveLength(1);
  }
});
