import { agentHome, requesterHome } from '../src/cards/home.ts';
import { type Desk, isTeam } from '../src/desk.ts';
import type { AnswerHandle, PersonId } from '../src/domain/chat-event.ts';
import { hour, laterBy } from '../src/domain/time.ts';
import type { Status } from '../src/domain/words.ts';
import { showHome } from './answer.ts';

export const liveStatuses: readonly Status[] = ['new', 'open', 'pending', 'on_hold'];

/** At risk: the first answer is overdue, or owed within this time. */
export const atRiskMs = hour;

/** A person's home page: an agent's queues, or a requester's own tickets. */
export async function showHomeOf(desk: Desk, person: PersonId, handle: AnswerHandle): Promise<void> {
  const { store, settings } = desk;
  const asked = await store.tickets({ requester: person, status: liveStatuses, limit: 50 });
  if (!isTeam(desk.people, person)) {
    return showHome(desk, handle, requesterHome(asked, settings));
  }
  const dueBefore = laterBy(desk.clock.now(), atRiskMs);
  const [mine, unassigned, atRisk] = await Promise.all([
    store.tickets({ assignee: person, status: liveStatuses, order: 'due', limit: 100 }),
    store.tickets({ assignee: null, status: liveStatuses, order: 'due', limit: 100 }),
    store.tickets({ dueBefore, status: liveStatuses, order: 'due', limit: 100 }),
  ]);
  await showHome(desk, handle, agentHome({ mine, unassigned, atRisk, asked }, settings));
}
