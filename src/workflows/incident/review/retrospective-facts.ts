import type { RetrospectiveFacts } from '../../../cards/incident/review/retrospective.ts';
import type { Desk } from '../../../desk.ts';
import { likeThis } from '../../../domain/incident/review/recurrence.ts';
import { requesterMessages } from '../../../domain/ticket/ticket.ts';
import { loadTicket } from '../../change-ticket.ts';
import type { LoadedIncident } from '../change-incident.ts';
import { namesInLog } from '../names-in-log.ts';

/** What the retrospective needs beside the log: names, what customers wrote meanwhile, and earlier incidents like it. */
export async function retrospectiveFacts(
  desk: Desk,
  { incident, log }: LoadedIncident,
): Promise<RetrospectiveFacts> {
  const names = await namesInLog(desk, log);
  const replies: RetrospectiveFacts['replies'][number][] = [];
  for (const { ticket } of incident.mode === 'drill' ? [] : incident.tickets) {
    const known = await loadTicket(desk, ticket);
    const since = incident.declared.at;
    for (const { at } of known ? requesterMessages(known) : []) if (at > since) replies.push({ ticket, at });
  }
  const others = (await desk.store.incidents({})).filter(
    // What is restricted is not named where others may read it.
    ({ id, visibility }) =>
      id !== incident.id && (visibility === 'open' || incident.visibility === 'restricted'),
  );
  return { names, replies, earlier: likeThis(incident, others) };
}
