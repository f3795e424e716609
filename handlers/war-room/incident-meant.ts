import { chooseIncidentCard } from '../../src/cards/incident/incident-list-card.ts';
import { type Desk, roleOf } from '../../src/desk.ts';
import type { Incident } from '../../src/domain/incident/incident.ts';
import { mayRead } from '../../src/domain/incident/permission.ts';
import { isOver } from '../../src/domain/incident/words.ts';
import { loadIncident } from '../../src/workflows/incident/change-incident.ts';
import { showCard, tell } from '../answer.ts';
import { readableIncident } from '../incident/incident-answer.ts';
import { incidentsSeenBy } from '../incident/incidents-seen-by.ts';
import type { Command } from '../table.ts';

/** The incident whose room the command was written in, for those who may look at it. */
export async function incidentOfRoom(desk: Desk, event: Command): Promise<Incident | undefined> {
  const { channel } = event.place;
  const thread = event.handle.thread;
  const here = (await desk.store.incidents({ channel })).filter((incident) =>
    mayRead(incident, { person: event.by, role: roleOf(desk.people, event.by) }),
  );
  const inThread = thread === undefined ? undefined : here.find((incident) => incident.thread === thread);
  const own = here.find((incident) => incident.thread === undefined && !isOver(incident));
  const found = inThread ?? own ?? here.find((incident) => incident.thread === undefined);
  return found && loadIncident(desk, found.id);
}

/** The one that is named, else the one of the room, else the only one there is to speak of; otherwise they must choose. */
export async function incidentMeant(
  desk: Desk,
  event: Command,
  said: { readonly id: string | undefined; readonly name: string; readonly rest: string },
): Promise<Incident | undefined> {
  const { by: person, handle } = event;
  if (said.id !== undefined) return readableIncident(desk, { id: said.id, person, handle });
  const here = await incidentOfRoom(desk, event);
  if (here) return here;
  const live = await incidentsSeenBy(desk, person, 'unfinished');
  const [only] = live;
  if (only && live.length === 1) return loadIncident(desk, only.id);
  if (live.length === 0) {
    await tell(desk, handle, 'No incident is under way that you can see. Name one, like INC-7.');
    return undefined;
  }
  const words = `${said.name} ${said.rest}`.trim();
  await showCard(
    desk,
    handle,
    chooseIncidentCard(live, words, { settings: desk.settings, now: desk.clock.now() }),
  );
  return undefined;
}
