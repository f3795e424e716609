import { type Desk, roleOf } from '../../src/desk.ts';
import type { PersonId } from '../../src/domain/chat-event.ts';
import { mayRead } from '../../src/domain/incident/permission.ts';
import type { IncidentSummary } from '../../src/domain/incident/summary.ts';
import { isUnderWay, lifecycles } from '../../src/domain/incident/words.ts';

const ranges = {
  under_way: lifecycles.filter(isUnderWay),
  /** Somebody still owes something: a last word to customers, or the review. */
  unfinished: lifecycles.filter((each) => isUnderWay(each) || each === 'resolved' || each === 'in_review'),
};

/** The incidents of a range that this person may look at, newest first. */
export async function incidentsSeenBy(
  desk: Desk,
  person: PersonId,
  range: keyof typeof ranges,
): Promise<readonly IncidentSummary[]> {
  const role = roleOf(desk.people, person);
  const incidents = await desk.store.incidents({ lifecycle: ranges[range] });
  return incidents.filter((incident) => mayRead(incident, { person, role }));
}
