import { expect } from 'vitest';
import { Conflict } from '../../../src/domain/errors.ts';
import {
  aChange,
  all,
  anIncidentChange,
  anIncidentSummary,
  claimAt,
  minutesAfterTen,
  nowAndAfterRestart,
  only,
  type Rule,
  ten,
} from './builders.ts';

export const incidentRules: readonly Rule[] = [
  [
    'gives an incident back as it was committed',
    async ({ store, reopen }) => {
      const state = { id: 'INC-1', updates: [{ text: 'Größe fehlt 🎫' }] };
      expect(await store.commit(anIncidentChange('INC-1', { state, events: [{ n: 1 }] }))).toBe(1);
      await store.commit(anIncidentChange('INC-1', { expectedVersion: 1, state, events: [{ n: 2 }] }));
      await nowAndAfterRestart({ store, reopen }, async (each) => {
        expect(await each.load('incident', 'INC-1')).toEqual({
          kind: 'incident',
          id: 'INC-1',
          version: 2,
          state,
          events: [{ n: 1 }, { n: 2 }],
          timers: [],
          outbox: [],
        });
      });
    },
  ],
  [
    'knows no incident that was never declared',
    async ({ store }) => {
      expect(await store.load('incident', 'INC-404')).toBeUndefined();
      expect(await store.incidents({})).toEqual([]);
    },
  ],
  [
    'an incident without a summary is refused',
    async ({ store }) => {
      const { incident: _, ...withoutSummary } = anIncidentChange('INC-1');
      await expect(store.commit(withoutSummary)).rejects.toMatchObject({ name: 'Invalid' });
      expect(await store.load('incident', 'INC-1')).toBeUndefined();
    },
  ],
  [
    'of many who change an incident at once one wins, and the others are told',
    async ({ store }) => {
      await store.commit(anIncidentChange('INC-1'));
      const tries = Array.from({ length: 8 }, (_, n) =>
        store.commit(
          anIncidentChange('INC-1', {
            expectedVersion: 1,
            state: { winner: n },
            events: [{ winner: n }],
            incident: anIncidentSummary('INC-1', { title: `Title ${n}` }),
          }),
        ),
      );
      const ends = await Promise.allSettled(tries);
      const won = ends.flatMap((end, n) => (end.status === 'fulfilled' ? [n] : []));
      expect(won).toHaveLength(1);
      for (const end of ends) if (end.status === 'rejected') expect(end.reason).toBeInstanceOf(Conflict);
      const stored = await store.load('incident', 'INC-1');
      expect(stored).toMatchObject({ version: 2, state: { winner: won[0] } });
      expect(stored?.events).toHaveLength(2);
      expect(await store.incidents({})).toMatchObject([{ title: `Title ${won[0]}` }]);
    },
  ],
  [
    'incidents and tickets are counted and found apart, whatever they are called',
    async ({ store, reopen }) => {
      await store.commit(aChange('T-1', { state: { is: 'ticket' } }));
      await store.commit(
        anIncidentChange('T-1', { state: { is: 'incident' }, incident: anIncidentSummary('T-1') }),
      );
      await store.commit(anIncidentChange('INC-1'));
      const desk = {
        kind: 'directory',
        id: 'desk',
        expectedVersion: 0,
        events: [],
        state: {},
        at: ten,
      } as const;
      await store.commit(desk);
      await nowAndAfterRestart({ store, reopen }, async (each) => {
        expect(each.health(ten).tickets).toBe(1);
        expect((await each.tickets({})).map(({ id }) => id)).toEqual(['T-1']);
        expect((await each.incidents({})).map(({ id }) => id)).toEqual(['INC-1', 'T-1']);
        expect(await each.load('ticket', 'T-1')).toMatchObject({ state: { is: 'ticket' } });
        expect(await each.load('incident', 'T-1')).toMatchObject({ state: { is: 'incident' } });
      });
    },
  ],
  [
    'timers and outbox rows of incidents are claimed like those of tickets, also after a restart',
    async ({ store, reopen }) => {
      const timers = [{ set: 'update', kind: 'incident_update', dueAt: minutesAfterTen(2) }];
      const outbox = [{ add: 'room', kind: 'open_room', channel: 'slack:CROOM', ref: 'create', priority: 1 }];
      await store.commit(anIncidentChange('INC-1', { timers, outbox }));
      await store.commit(
        aChange('T-1', { timers: [{ set: 'sla', kind: 'sla', dueAt: minutesAfterTen(1) }] }),
      );
      expect((await claimAt(store, 'timers')).map(({ id }) => id)).toEqual(['T-1', 'INC-1']);
      const again = await reopen();
      const due = await claimAt(again, 'timers');
      expect(due.map(({ kind, id }) => [kind, id])).toEqual([
        ['ticket', 'T-1'],
        ['incident', 'INC-1'],
      ]);
      const { row } = await only(claimAt(again, 'outbox'));
      expect(row).toMatchObject({ key: 'room', channel: 'slack:CROOM', ref: 'create' });
      expect(again.health(minutesAfterTen(5))).toMatchObject({ outboxWaiting: 1 });
      for (const claim of due) await again.settle('timers', claim, { stale: true });
      await again.commit(
        anIncidentChange('INC-1', {
          expectedVersion: 1,
          outbox: [{ done: row.key, generation: row.generation }],
        }),
      );
      const last = await reopen();
      expect(await claimAt(last, 'timers')).toEqual([]);
      expect(await claimAt(last, 'outbox')).toEqual([]);
      expect(await last.load('incident', 'INC-1')).toMatchObject({ version: 2, timers: [], outbox: [] });
    },
  ],
  [
    'what could not be said of an incident waits for a person, and does so after a restart',
    async ({ store, reopen }) => {
      const outbox = [{ add: 'room', kind: 'open_room', channel: 'slack:CROOM', priority: 1 }];
      await store.commit(anIncidentChange('INC-1', { outbox }));
      const claim = await only(claimAt(store, 'outbox'));
      await store.settle('outbox', claim, { parked: 'no right', at: ten });
      await nowAndAfterRestart({ store, reopen }, async (each) => {
        expect(await claimAt(each, 'outbox')).toEqual([]);
        expect(each.health(ten).parked).toBe(1);
        const stored = await each.load('incident', 'INC-1');
        expect(stored?.outbox).toMatchObject([{ key: 'room', parked: { at: ten, reason: 'no right' } }]);
      });
    },
  ],
  [
    'events of incidents come among those of tickets in the order they were committed',
    async ({ store, reopen }) => {
      await store.commit(aChange('T-1', { events: [{ n: 1 }] }));
      await store.commit(anIncidentChange('INC-1', { events: [{ n: 2 }, { n: 3 }] }));
      await store.commit(aChange('T-1', { expectedVersion: 1, events: [{ n: 4 }] }));
      await store.commit(anIncidentChange('INC-1', { expectedVersion: 1, events: [{ n: 5 }] }));
      await nowAndAfterRestart({ store, reopen }, async (each) => {
        const events = await all(each.events(''));
        expect(events.map(({ event }) => event)).toEqual([1, 2, 3, 4, 5].map((n) => ({ n })));
        expect(events.map(({ kind }) => kind)).toEqual([
          'ticket',
          'incident',
          'incident',
          'ticket',
          'incident',
        ]);
      });
    },
  ],
  [
    'keeps no link to an incident that was given or received',
    async ({ store }) => {
      const incident = anIncidentSummary('INC-1', { tickets: ['T-1'], people: ['slack:U2ANA'] });
      await store.commit(anIncidentChange('INC-1', { incident }));
      incident.tickets.push('T-2');
      incident.figures.rungs = 7;
      const [given] = await store.incidents({});
      given?.tickets.push('T-3');
      given?.people.push('slack:U9');
      if (given) given.figures.corrections = 7;
      expect(await store.incidents({})).toEqual([
        anIncidentSummary('INC-1', { tickets: ['T-1'], people: ['slack:U2ANA'] }),
      ]);
    },
  ],
  [
    'an incident’s number is never given twice, not even after a restart',
    async ({ store, reopen }) => {
      const given = await Promise.all(Array.from({ length: 25 }, () => store.nextIncidentId()));
      const again = await reopen();
      for (let n = 0; n < 5; n += 1) given.push(await again.nextIncidentId());
      await again.commit(anIncidentChange('INC-900', { incident: anIncidentSummary('INC-900') }));
      given.push('INC-900', await (await reopen()).nextIncidentId());
      expect(new Set(given).size).toBe(32);
      for (const id of given) expect(id).toMatch(/^INC-[1-9]\d*$/);
    },
  ],
];
