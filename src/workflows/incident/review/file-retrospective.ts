import { retrospectiveMarkdown } from '../../../cards/incident/review/retrospective.ts';
import type { Desk } from '../../../desk.ts';
import { Refused } from '../../../domain/errors.ts';
import { stampOf } from '../../../domain/incident/decision.ts';
import type { IncidentEventOf } from '../../../domain/incident/event.ts';
import {
  fileWantedAt,
  pageWantedAt,
  retrospectiveMoment,
} from '../../../domain/incident/review/retrospective-wanted.ts';
import { roomPlace } from '../../../domain/incident/room/place.ts';
import type { Claims } from '../../../store-port.ts';
import { changeIncident, incidentAskedByDesk, loadIncidentWithLog } from '../change-incident.ts';
import { endTimer } from '../end-timer.ts';
import { retrospectiveFacts } from './retrospective-facts.ts';

/**
 * The retrospective as it is now becomes the room's page, and a file in it. What was put there stands in the log, so that
 * it is not done again; a file whose answer was lost on the way may stand there twice, under one name.
 */
export async function fileRetrospective(desk: Desk, claim: Claims['timers']): Promise<void> {
  const loaded = await loadIncidentWithLog(desk, claim.id);
  const place = loaded && roomPlace(loaded.incident);
  if (!loaded?.incident.review || !place) return endTimer(desk, claim);
  const { incident, log } = loaded;
  const now = desk.clock.now();
  const isDue = (at: string | undefined) => at !== undefined && at <= now;
  const text = retrospectiveMarkdown(incident, log, await retrospectiveFacts(desk, loaded));
  const of = retrospectiveMoment(incident);
  const title = `${incident.id} retrospective`;
  const [page, file] = [isDue(pageWantedAt(incident)), isDue(fileWantedAt(incident))];
  if (page) {
    const refused = await tried(() => desk.rooms.page(place.channel, { title, markdown: text }));
    await filed(desk, claim.id, { as: 'page', of, refused });
  }
  if (file) {
    const name = `${incident.id}-retrospective-${log.length}.md`;
    const refused = await tried(() => desk.rooms.upload(place, { name, title, text }));
    await filed(desk, claim.id, { as: 'file', of, refused });
  }
  // What was filed is no longer due, or due at another time: that moved the timer already.
  if (!page && !file) await endTimer(desk, claim);
}

type Filed = Pick<IncidentEventOf<'retrospective_filed'>, 'as' | 'of'> & {
  readonly refused: string | undefined;
};

async function filed(desk: Desk, id: string, { as, of, refused }: Filed): Promise<void> {
  const why = refused === undefined ? {} : { refused };
  const event = { type: 'retrospective_filed' as const, as, of, ...why };
  await changeIncident(desk, id, () => ({ events: [{ ...event, ...stampOf(incidentAskedByDesk(desk)) }] }));
}

/** A platform that says no to a page or a file holds nothing else up; the log says why it is not there. */
async function tried(act: () => Promise<void>): Promise<string | undefined> {
  try {
    await act();
    return undefined;
  } catch (error) {
    if (error instanceof Refused) return error.message;
    throw error;
  }
}
