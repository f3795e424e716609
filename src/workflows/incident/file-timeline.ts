import { timelineFile } from '../../cards/incident/room/room-page.ts';
import type { Desk } from '../../desk.ts';
import { Refused, Unreachable } from '../../domain/errors.ts';
import { type IncidentAsked, stampOf } from '../../domain/incident/decision.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { mayDo } from '../../domain/incident/permission.ts';
import { speakingPlace } from '../../domain/incident/room/announcing.ts';
import { changeIncident, loadIncidentWithLog } from './change-incident.ts';
import { namesInLog } from './names-in-log.ts';

export type TimelineFiled =
  | { readonly outcome: 'filed' | 'filed_before' | 'no_room' | 'not_allowed' | 'unknown_incident' }
  | { readonly outcome: 'failed'; readonly reason: string };

/**
 * Puts the whole timeline into the room as a file: at most once for one press. It is written down before it is done, so a
 * crash in between leaves no file and the person asks again. Of a restricted incident only its commander or a manager may.
 */
export async function fileTimeline(desk: Desk, id: string, asked: IncidentAsked): Promise<TimelineFiled> {
  const loaded = await loadIncidentWithLog(desk, id);
  if (!loaded) return { outcome: 'unknown_incident' };
  const { incident, log } = loaded;
  const place = speakingPlace(incident);
  if (!place) return { outcome: 'no_room' };
  if (!mayFile(incident, asked)) return { outcome: 'not_allowed' };
  const { title, markdown } = timelineFile(incident, log, await namesInLog(desk, log));
  const noted = await changeIncident(
    desk,
    id,
    () => ({ events: [{ type: 'timeline_filed', entries: log.length, ...stampOf(asked) }] }),
    { cause: asked.cause },
  );
  if (noted.outcome !== 'changed') return { outcome: 'filed_before' };
  try {
    const name = `${id.toLowerCase()}-timeline.md`;
    await desk.rooms.upload(place, { name, title: `Timeline of ${title}`, text: markdown });
    return { outcome: 'filed' };
  } catch (error) {
    if (error instanceof Refused) return { outcome: 'failed', reason: error.message };
    // Tried again it might stand there twice: the person looks, and asks again.
    if (error instanceof Unreachable) return { outcome: 'failed', reason: 'The chat did not answer.' };
    throw error;
  }
}

function mayFile(incident: Incident, asked: IncidentAsked): boolean {
  return mayDo(incident, incident.visibility === 'restricted' ? 'approve' : 'log', asked);
}
