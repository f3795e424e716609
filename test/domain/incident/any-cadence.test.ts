import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyIncident } from '../../../src/domain/incident/apply.ts';
import { type Gap, noteAbsence } from '../../../src/domain/incident/cadence/absence.ts';
import { rankOf, rungAt } from '../../../src/domain/incident/cadence/rungs.ts';
import { snoozeUpdate } from '../../../src/domain/incident/cadence/snoozing.ts';
import type { IncidentDecision } from '../../../src/domain/incident/decision.ts';
import type { IncidentEvent } from '../../../src/domain/incident/event.ts';
import type { Incident } from '../../../src/domain/incident/incident.ts';
import { cancelIncident, changeStatus, resolveIncident } from '../../../src/domain/incident/lifecycle.ts';
import { approveUpdate } from '../../../src/domain/incident/updates/updating.ts';
import { type Instant, laterBy, minute } from '../../../src/domain/time.ts';
import { after, ana, ben } from '../../support/builders.ts';
import { aLedIncident, asks, cadence, drafted } from './an-incident.ts';
import { recordUpdateDelivery } from './receipts.ts';
import { nextAt, remindersAt, settings } from './watching-cadence.ts';

type Step = {
  readonly do: 'wait' | 'away' | 'deliver' | 'snooze' | 'status' | 'resolve' | 'cancel';
  readonly minutes: number;
};
type Wrote = {
  readonly event: IncidentEvent;
  readonly generation: number;
  readonly base: Instant;
  /** The final update has been owed for long: what is left waits for working hours. */
  readonly isLongOver: boolean;
};

/** What a desk does that is there all the time, or comes back: plays one day and writes down every event. */
function played(steps: readonly Step[]) {
  let incident = aLedIncident();
  let now = after(2);
  const wrote: Wrote[] = [];
  const gaps: Gap[] = [];
  const take = (decision: IncidentDecision) => {
    if ('refused' in decision) return;
    for (const event of decision.events) {
      incident = applyIncident(incident, [event]);
      const { generation = -1, dueAt = '', snoozes = [], because } = incident.cadence ?? {};
      const until = snoozes.at(-1)?.until ?? '';
      const isLongOver = because === 'final' && event.at >= laterBy(dueAt, 120 * minute);
      wrote.push({ event, generation, base: until > dueAt ? until : dueAt, isLongOver });
    }
  };
  const fire = (until: Instant) => {
    for (let due = nextAt(incident); due !== undefined && due <= until; due = nextAt(incident)) {
      const at = due > now ? due : now;
      const events = remindersAt(incident, at);
      if (events.length === 0) throw new Error(`Due at ${due}, and nothing follows`);
      take({ events });
    }
  };
  for (const step of steps) {
    const later = laterBy(now, step.minutes * minute);
    if (step.do === 'away') {
      const gap = { from: now, to: later };
      now = later;
      gaps.push(gap);
      // The desk starts, and once more after a crash.
      take(noteAbsence(incident, { gap, settings }, asks.desk(now)));
      take(noteAbsence(incident, { gap, settings }, asks.desk(now)));
    } else {
      fire(later);
      now = later;
      acted(step.do);
    }
    fire(now);
  }
  return { incident, wrote, gaps };

  function acted(what: Step['do']) {
    switch (what) {
      case 'deliver':
        return delivered();
      case 'snooze':
        return take(snoozeUpdate(incident, { minutes: 5, reason: 'a call' }, asks.agent(now, ben)));
      case 'status': {
        const to = incident.customerStatus === 'identified' ? 'monitoring' : 'identified';
        return take(changeStatus(incident, { to, text: 'News' }, asks.agent(now, ana)));
      }
      case 'resolve': {
        const resolution = { text: 'Over', dataLoss: 'no', reviewOwner: ana, cadence } as const;
        return take(resolveIncident(incident, resolution, asks.agent(now, ana)));
      }
      case 'cancel':
        return take(cancelIncident(incident, 'A false alarm', asks.agent(now, ana)));
      default:
        return undefined;
    }
  }
  function delivered() {
    const id = `u${incident.updates.length + 1}`;
    take(drafted(now, incident.lifecycle === 'resolved' ? 'final' : 'update')(incident));
    take(approveUpdate(incident, id, asks.agent(now, ana)));
    for (const ticket of ['T-1', 'T-2']) {
      const receipt = { update: id, ticket, message: `memory:${id}${ticket}` };
      take(recordUpdateDelivery(incident, receipt, { cadence, asked: asks.desk(now) }));
    }
  }
}

const step = fc.record<Step>({
  do: fc.constantFrom('wait', 'wait', 'away', 'deliver', 'snooze', 'status', 'resolve', 'cancel'),
  minutes: fc.integer({ min: 0, max: 90 }),
});
const stories = fc.array(step, { minLength: 1, maxLength: 25 });

const remindersOf = (wrote: readonly Wrote[]) =>
  wrote.flatMap(({ event, generation, base, isLongOver }) =>
    event.type === 'reminded'
      ? [{ rank: rankOf(event.rung), generation, base, isLongOver, at: event.at }]
      : [],
  );

test('whatever happens, no step is told twice for one due time, and each is later on the ladder than the one before', () => {
  fc.assert(
    fc.property(stories, (steps) => {
      const told = remindersOf(played(steps).wrote);
      for (const [index, each] of told.entries()) {
        const before = told[index - 1];
        if (before?.generation === each.generation) expect(each.rank).toBeGreaterThan(before.rank);
      }
    }),
  );
});

test('while the desk is there no step is left out, and each comes at its minute', () => {
  fc.assert(
    fc.property(
      stories.map((steps) => steps.filter((each) => each.do !== 'away')),
      (steps) => {
        const told = remindersOf(played(steps).wrote);
        for (const [index, { rank, generation, base, at, isLongOver }] of told.entries()) {
          if (isLongOver) continue;
          const before = told[index - 1];
          expect(rank).toBe(before?.generation === generation ? before.rank + 1 : 0);
          const stillEveryMs = rank > rankOf('missed') ? Date.parse(at) - Date.parse(base) : 15 * minute;
          if (rank <= rankOf('missed')) expect(at).toBe(rungAt(rank, { base, stillEveryMs }));
        }
      },
    ),
  );
});

test('each absence is noted once at most, and people are left alone for five minutes after it', () => {
  fc.assert(
    fc.property(stories, (steps) => {
      const { wrote, gaps } = played(steps);
      const noted = wrote.flatMap(({ event }) => (event.type === 'desk_was_away' ? [event] : []));
      expect(new Set(noted.map(({ from, to }) => `${from} ${to}`)).size).toBe(noted.length);
      expect(noted.length).toBeLessThanOrEqual(gaps.length);
      for (const { at } of noted) {
        const soon = remindersOf(wrote).filter((told) => told.at > at && told.at < laterBy(at, 5 * minute));
        expect(soon).toEqual([]);
      }
    }),
  );
});

test('after it was called off, or customers have the final update, nothing is told any more', () => {
  const isOver = (incident: Incident) => nextAt(incident) === undefined;
  fc.assert(
    fc.property(stories, (steps) => {
      const { incident, wrote } = played([
        ...steps,
        { do: 'resolve', minutes: 1 },
        { do: 'deliver', minutes: 1 },
      ]);
      expect(isOver(incident)).toBe(true);
      const end = wrote.findIndex(({ event }) => event.type === 'cancelled');
      if (end >= 0) expect(remindersOf(wrote.slice(end))).toEqual([]);
    }),
  );
});
