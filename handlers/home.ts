import { agentHome, type LeadView, requesterHome } from '../src/cards/home.ts';
import { type Desk, isTeam, roleOf } from '../src/desk.ts';
import type { AnswerHandle, PersonId } from '../src/domain/chat-event.ts';
import { day, laterBy } from '../src/domain/time.ts';
import { attentions, liveStatuses } from '../src/domain/words.ts';
import { loadAutonomy, reviewNow } from '../src/workflows/autonomy.ts';
import { ownPreference } from '../src/workflows/preferences.ts';
import { viewOfPromises } from '../src/workflows/reapply-policies.ts';
import { showHome } from './answer.ts';
import { incidentsSeenBy } from './incident/incidents-seen-by.ts';

/** A person's home page: an agent's queues, or a requester's own tickets. */
export async function showHomeOf(desk: Desk, person: PersonId, handle: AnswerHandle): Promise<void> {
  const { store, settings } = desk;
  const asked = await store.tickets({ requester: person, status: liveStatuses, limit: 50 });
  if (!isTeam(desk.people, person)) {
    return showHome(desk, handle, requesterHome(asked, settings));
  }
  const now = desk.clock.now();
  const [mine, unassigned, atRisk, incidents] = await Promise.all([
    store.tickets({ assignee: person, status: liveStatuses, order: 'due' }),
    store.tickets({ assignee: null, status: liveStatuses, order: 'due' }),
    store.tickets({ atRiskAt: now, status: liveStatuses, order: 'due' }),
    incidentsSeenBy(desk, person, 'under_way'),
  ]);
  const lead = roleOf(desk.people, person) === 'manager' ? await leadView(desk) : undefined;
  const notices = await ownPreference(desk, person);
  const lists = { mine, unassigned, atRisk, asked, incidents, notices };
  await showHome(desk, handle, agentHome(lists, { settings, now }, lead));
}

/** Older outcomes say little about how the desk judges now. */
const qualityDays = 90;

async function leadView(desk: Desk): Promise<LeadView> {
  const { experience, store } = desk;
  const since = laterBy(desk.clock.now(), -qualityDays * day);
  // Whoever leads sees how things stand now, not how they stood at the last look.
  await reviewNow(desk);
  return {
    escalations: await store.tickets({
      attention: attentions,
      status: liveStatuses,
      order: 'due',
      limit: 100,
    }),
    quality: {
      reliability: experience.reliability(since),
      outcomes: experience.outcomes(since),
      learned: experience.learned(),
      days: qualityDays,
    },
    autonomy: (await loadAutonomy(desk)).autonomy,
    promises: await viewOfPromises(desk),
  };
}
