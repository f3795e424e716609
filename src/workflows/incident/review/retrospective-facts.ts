import type { RetrospectiveFacts } from '../../../cards/incident/review/retrospective.ts';
import type { Desk } from '../../../desk.ts';
import { DeskError } from '../../../domain/errors.ts';
import { peopleInLog } from '../../../domain/incident/log/people-in-log.ts';
import { likeThis } from '../../../domain/incident/review/recurrence.ts';
import { requesterMessages } from '../../../domain/ticket/ticket.ts';
import { loadTicket } from '../../change-ticket.ts';
import type { LoadedIncident } from '../change-incident.ts';

/** What the retrospective needs beside the log: names, what customers wrote meanwhile, and earlier incidents like it. */
export async function retrospectiveFacts(
  desk: Desk,
  { incident, log }: LoadedIncident,
): Promise<RetrospectiveFacts> {
  const names = new Map<string, string>();
  for (const person of peopleInLog(log)) {
    const name = await nameOf(desk, person);
    if (name !== undefined) names.set(person, name);
  }
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

async function nameOf({ chat }: Desk, person: string): Promise<string | undefined> {
  try {
    return (await chat.person(person)).name;
  } catch (error) {
    // Somebody who is gone is written by id; the retrospective does not wait for them.
    if (!(error instanceof DeskError)) throw error;
    return undefined;
  }
}
