import { type Instant, laterBy, second } from '../../time.ts';
import type { Incident } from '../incident.ts';
import { roomPlace } from '../room/place.ts';

/** Several things that are written at once make one new page. */
const gatherMs = 5 * second;

/** When the room's page must show the retrospective anew. A thread has no page. */
export function pageWantedAt({ review, room }: Incident): Instant | undefined {
  if (!review?.changedAt || room.state !== 'ready') return undefined;
  return review.pageOf !== undefined && review.pageOf >= review.changedAt
    ? undefined
    : laterBy(review.changedAt, gatherMs);
}

/** When the file must be put into the room: at the beginning, when the review is done, and when somebody asks. */
export function fileWantedAt(incident: Incident): Instant | undefined {
  const { review } = incident;
  if (!review?.startedAt || !roomPlace(incident)) return undefined;
  const { fileOf, startedAt, reviewedAt, fileAskedAt } = review;
  return [startedAt, reviewedAt, fileAskedAt]
    .filter((at) => at !== undefined)
    .filter((at) => fileOf === undefined || at > fileOf)
    .sort()[0];
}

/** The moment whose state is shown when it is put there now. */
export function retrospectiveMoment({ review, changedAt }: Incident): Instant {
  return (
    [review?.changedAt, review?.fileAskedAt]
      .filter((at) => at !== undefined)
      .sort()
      .at(-1) ?? changedAt
  );
}
