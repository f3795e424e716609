import type { DeskSettings } from '../../../src/domain/desk-settings.ts';
import { declareIncident } from '../../../src/domain/incident/declare.ts';
import type { Incident } from '../../../src/domain/incident/incident.ts';
import { minute } from '../../../src/domain/time.ts';
import {
  createIncident,
  incidentAskedByDesk,
  loadIncidentWithLog,
} from '../../../src/workflows/incident/change-incident.ts';
import { furnishRoom } from '../../../src/workflows/incident/room/furnish-room.ts';
import { ana } from '../../support/builders.ts';
import { openDesk, type TestDesk, type World } from '../desk.ts';

/** A desk on which INC-7 was declared by Ana; its workers run. */
export type WarRoom = TestDesk & {
  incident(): Promise<Incident>;
  /** Types of the events in the log, in order. */
  log(): Promise<readonly string[]>;
};

type Given = Partial<Parameters<typeof declareIncident>[0]>;

type Plan = {
  readonly world?: World;
  readonly settings?: DeskSettings;
  readonly before?: (world: World) => unknown;
};

export async function aWarRoom(given: Given = {}, plan: Plan = {}): Promise<WarRoom> {
  return started(await declared(given, plan));
}

/** INC-7 is written down and nothing is worked on yet. */
export async function declared(given: Given = {}, { world, settings, before }: Plan = {}): Promise<TestDesk> {
  const desk = await openDesk({ ...(world ? { world } : {}), ...(settings ? { settings } : {}) });
  await before?.(desk);
  const decision = declareIncident(
    {
      id: 'INC-7',
      title: 'Checkout fails with error 502',
      severity: 'P1',
      mode: 'live',
      visibility: 'open',
      from: 'button',
      tickets: [],
      firstUpdateWithinMs: 15 * minute,
      ...given,
    },
    { by: ana, role: 'agent', at: desk.clock.now(), source: 'button' },
  );
  if ('refused' in decision) throw new Error(decision.refused);
  await createIncident(desk.desk, 'INC-7', decision.events);
  return desk;
}

/** The steps of the room that are due now, and nothing else. */
export async function workOnRoom({ desk, clock }: TestDesk): Promise<void> {
  const ask = { now: clock.now(), leaseMs: minute, limit: 100 };
  for (const claim of await desk.store.claim('timers', ask))
    if (claim.timer.kind === 'incident_room') await furnishRoom(desk, claim);
}

/** The process has ended; another one goes on with what was written down. */
export async function restarted(room: WarRoom): Promise<WarRoom> {
  const { folder, chat, rooms, clock } = room;
  await room.end();
  return started(await openDesk({ world: { folder, chat, rooms, clock } }));
}

function started(desk: TestDesk): WarRoom {
  desk.start();
  const loaded = async () => {
    const found = await loadIncidentWithLog(desk.desk, 'INC-7');
    if (!found) throw new Error('INC-7 is not there');
    return found;
  };
  return {
    ...desk,
    incident: async () => (await loaded()).incident,
    log: async () => (await loaded()).log.map(({ event }) => event.type),
  };
}

export function asDesk({ desk }: TestDesk) {
  return incidentAskedByDesk(desk);
}
