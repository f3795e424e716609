import { writeIncidentContext } from '../../src/cards/incident/form-context.ts';
import { meetingForm } from '../../src/cards/incident/review/review-forms.ts';
import { incidentAskedIn } from '../../src/workflows/incident/change-incident.ts';
import { showForm, tell } from '../answer.ts';
import { closeAndTell, fileAndTell, finishAndTell, openReview } from '../incident/incident-review.ts';
import type { WarRoomCommand } from './table.ts';

/** What was learned: where the review stands; `meeting`, `done`, `file`, `close`. */
export const review: WarRoomCommand = async (desk, event, { incident, rest }) => {
  const { handle } = event;
  const word = rest.trim().toLowerCase();
  const ask = { id: incident.id, handle, asked: incidentAskedIn(desk, event) };
  switch (word) {
    case '':
      return openReview(desk, ask);
    case 'done':
      return finishAndTell(desk, ask);
    case 'file':
      return fileAndTell(desk, ask);
    case 'close':
      return closeAndTell(desk, ask);
    case 'meeting': {
      if (!incident.review) return openReview(desk, ask);
      const context = writeIncidentContext({ incident: incident.id, channel: handle.channel });
      return showForm(desk, handle, meetingForm(incident, context));
    }
    default:
      return tell(
        desk,
        handle,
        'Write it like /ticket war-room review, review meeting, review done, review file, or review close.',
      );
  }
};
