import { expect } from 'vitest';
import type { IncidentSummary } from '../../../src/domain/incident/summary.ts';
import type { IncidentFilter, StorePort } from '../../../src/store-port.ts';
import {
  anIncidentChange,
  anIncidentSummary,
  minutesAfterTen,
  nowAndAfterRestart,
  type Rule,
} from './builders.ts';

const incidents: readonly IncidentSummary[] = [
  anIncidentSummary('INC-1', {
    lifecycle: 'closed',
    room: 'archived',
    channel: 'slack:CROOM1',
    tickets: ['T-1', 'T-2'],
  }),
  anIncidentSummary('INC-2', {
    declaredAt: minutesAfterTen(1),
    room: 'degraded',
    channel: 'slack:C9TEAM',
    thread: 'slack:C9TEAM:7',
    tickets: ['T-2'],
    people: ['slack:U2ANA', 'slack:U5SAM'],
    visibility: 'restricted',
    commander: 'slack:U2ANA',
    dueAt: minutesAfterTen(31),
  }),
  anIncidentSummary('INC-9', { declaredAt: minutesAfterTen(2), lifecycle: 'declared', mode: 'drill' }),
  anIncidentSummary('INC-10', {
    declaredAt: minutesAfterTen(2),
    lifecycle: 'merged',
    room: 'ready',
    channel: 'slack:CROOM10',
  }),
];

const table: readonly (readonly [meaning: string, filter: IncidentFilter, ids: readonly string[]])[] = [
  ['all, newest first, then the higher number', {}, ['INC-10', 'INC-9', 'INC-2', 'INC-1']],
  ['at most two', { limit: 2 }, ['INC-10', 'INC-9']],
  ['one lifecycle', { lifecycle: ['closed'] }, ['INC-1']],
  ['several lifecycles', { lifecycle: ['declared', 'active'] }, ['INC-9', 'INC-2']],
  ['no lifecycle', { lifecycle: [] }, []],
  ['a ticket attached to several', { ticket: 'T-2' }, ['INC-2', 'INC-1']],
  ['a ticket attached to one', { ticket: 'T-1' }, ['INC-1']],
  ['a ticket attached to none', { ticket: 'T-404' }, []],
  ['a room', { channel: 'slack:CROOM10' }, ['INC-10']],
  ['the channel of a thread that is a room', { channel: 'slack:C9TEAM' }, ['INC-2']],
  ['a channel that is no room', { channel: 'slack:C1' }, []],
  ['a thread that is a room', { thread: 'slack:C9TEAM:7' }, ['INC-2']],
  ['another thread beside it', { thread: 'slack:C9TEAM:8' }, []],
  [
    'declared since, that moment included',
    { declaredSince: minutesAfterTen(1) },
    ['INC-10', 'INC-9', 'INC-2'],
  ],
  ['all conditions together', { ticket: 'T-2', lifecycle: ['active'], limit: 5 }, ['INC-2']],
  ['conditions that contradict', { channel: 'slack:CROOM1', lifecycle: ['active'] }, []],
];

const idsOf = async (store: StorePort, filter: IncidentFilter) =>
  (await store.incidents(filter)).map(({ id }) => id);

export const incidentQueryRules: readonly Rule[] = [
  [
    'an incident is found by its room, its tickets and where it stands, before and after a restart',
    async ({ store, reopen }) => {
      for (const incident of incidents) await store.commit(anIncidentChange(incident.id, { incident }));
      await nowAndAfterRestart({ store, reopen }, async (each) => {
        for (const [meaning, filter, ids] of table) {
          expect(await idsOf(each, filter), meaning).toEqual(ids);
        }
        expect(await each.incidents({})).toEqual([...incidents].reverse());
      });
    },
  ],
  [
    'an incident is found by what it is now, not by what it was',
    async ({ store, reopen }) => {
      const change = (expectedVersion: number, incident: Partial<IncidentSummary>) =>
        anIncidentChange('INC-1', { expectedVersion, incident: anIncidentSummary('INC-1', incident) });
      await store.commit(change(0, { tickets: ['T-1', 'T-2'], channel: 'slack:C9', thread: 'slack:C9:1' }));
      await store.commit(change(1, { tickets: ['T-2'], channel: 'slack:CROOM', lifecycle: 'resolved' }));
      await nowAndAfterRestart({ store, reopen }, async (each) => {
        for (const gone of [
          { ticket: 'T-1' },
          { channel: 'slack:C9' },
          { thread: 'slack:C9:1' },
          { lifecycle: ['active'] },
        ] satisfies IncidentFilter[]) {
          expect(await idsOf(each, gone)).toEqual([]);
        }
        expect(await idsOf(each, { ticket: 'T-2', channel: 'slack:CROOM' })).toEqual(['INC-1']);
      });
    },
  ],
  [
    'an incident whose summary a change leaves as it was is still found',
    async ({ store, reopen }) => {
      await store.commit(
        anIncidentChange('INC-1', { incident: anIncidentSummary('INC-1', { tickets: ['T-1'] }) }),
      );
      const { incident: _, ...withoutSummary } = anIncidentChange('INC-1', { expectedVersion: 1 });
      await store.commit(withoutSummary);
      await nowAndAfterRestart({ store, reopen }, async (each) => {
        expect(await idsOf(each, { ticket: 'T-1' })).toEqual(['INC-1']);
      });
    },
  ],
];
