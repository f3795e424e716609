import { timelineCard } from '../../src/cards/incident/timeline/timeline-card.ts';
import type { Desk } from '../../src/desk.ts';
import type { AnswerHandle } from '../../src/domain/chat-event.ts';
import type { IncidentAsked } from '../../src/domain/incident/decision.ts';
import { incidentAskedIn, loadIncidentWithLog } from '../../src/workflows/incident/change-incident.ts';
import { fileTimeline } from '../../src/workflows/incident/file-timeline.ts';
import { showCard, tell } from '../answer.ts';
import type { WarRoomCommand } from './table.ts';

/** What happened, in order; `timeline file` puts all of it into the room. */
export const timeline: WarRoomCommand = async (desk, event, { incident, rest }) => {
  if (rest.trim().toLowerCase() === 'file') {
    await tellFiled(desk, event.handle, { id: incident.id, asked: incidentAskedIn(desk, event) });
  } else await showTimeline(desk, event.handle, incident.id);
};

/** The newest of it, for whoever asked. They may read the incident. */
export async function showTimeline(desk: Desk, handle: AnswerHandle, id: string): Promise<void> {
  const loaded = await loadIncidentWithLog(desk, id);
  if (!loaded) return;
  const { timezone } = desk.settings;
  const view = { log: loaded.log, now: desk.clock.now(), timezone };
  await showCard(desk, handle, timelineCard(loaded.incident, view));
}

/** Puts all of it into the room, and says so or why not. */
export async function tellFiled(
  desk: Desk,
  handle: AnswerHandle,
  { id, asked }: { readonly id: string; readonly asked: IncidentAsked },
): Promise<void> {
  const filed = await fileTimeline(desk, id, asked);
  await tell(
    desk,
    handle,
    filed.outcome === 'failed'
      ? `The file could not be put into the room: ${filed.reason} Look there, then ask again.`
      : filedWords[filed.outcome],
  );
}

const filedWords = {
  filed: 'The whole timeline is in the room as a file.',
  filed_before: 'The file was asked for already. Look in the room.',
  no_room: 'There is no room to put a file into. The timeline itself: /ticket war-room timeline.',
  not_allowed:
    'Only the commander or a manager may take the timeline of a restricted incident out as a file.',
  unknown_incident: 'There is no such incident that you can see. Look at /ticket war-room list.',
} as const;
