import { incidentRefusalWords } from '../../src/cards/incident/refusal-words.ts';
import { plain } from '../../src/cards/text.ts';
import type { Desk } from '../../src/desk.ts';
import type { AnswerHandle, PersonId } from '../../src/domain/chat-event.ts';
import { incidentAskedIn } from '../../src/workflows/incident/change-incident.ts';
import { type Added, addToIncident } from '../../src/workflows/incident/tickets/add-to-incident.ts';
import { showCard } from '../answer.ts';
import { readableIncident } from './incident-answer.ts';

type Act = {
  readonly type: string;
  readonly by: PersonId;
  readonly at: string;
  readonly keys: readonly string[];
  readonly handle: AnswerHandle;
};

/** Adds tickets to an incident, each once, and tells whoever asked what became of each. */
export async function addAndTell(
  desk: Desk,
  event: Act,
  { tickets, incident }: { readonly tickets: readonly string[]; readonly incident: string },
): Promise<void> {
  const { by: person, handle } = event;
  if (!(await readableIncident(desk, { id: incident, person, handle }))) return;
  const asked = incidentAskedIn(desk, event);
  const lines: string[] = [];
  for (const ticket of tickets) {
    // One act may name several: each is done once, under a name of its own.
    const cause = asked.cause === undefined ? {} : { cause: `${asked.cause}:${ticket}` };
    const added = await addToIncident(desk, { ticket, incident }, { ...asked, ...cause });
    lines.push(wordsOf(added, ticket, incident));
  }
  await showCard(desk, handle, {
    summary: lines[0] ?? incident,
    blocks: [{ type: 'text', lines: lines.map((line) => plain(line)) }],
  });
}

function wordsOf(added: Added, ticket: string, incident: string): string {
  switch (added.outcome) {
    case 'changed':
      return `${ticket} belongs to ${incident} now. Its requester hears the next update.`;
    case 'unchanged':
      return `${ticket} belongs to ${incident} already.`;
    case 'elsewhere':
      return `${added.ticket} is in ${added.incident} already.`;
    case 'closed':
      return `${added.ticket} is closed. Reopen it first.`;
    case 'unknown_ticket':
      return `There is no ticket ${ticket}.`;
    case 'unknown_incident':
      return `There is no ${incident}.`;
    case 'refused':
      return incidentRefusalWords[added.refusal.refused];
  }
}
