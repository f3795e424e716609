import { writeIncidentContext } from '../../src/cards/incident/form-context.ts';
import { actionCard } from '../../src/cards/incident/review/action-card.ts';
import {
  actionForm,
  actionMoveForm,
  meetingForm,
  sectionForm,
} from '../../src/cards/incident/review/review-forms.ts';
import type { Desk } from '../../src/desk.ts';
import type { Incident } from '../../src/domain/incident/incident.ts';
import type { PreventionAction } from '../../src/domain/incident/review/prevention-action.ts';
import type { ActionState } from '../../src/domain/incident/review/prevention-moves.ts';
import { reviewSections } from '../../src/domain/incident/review/review-sections.ts';
import { incidentAskedIn } from '../../src/workflows/incident/change-incident.ts';
import { showCard, showForm, tell } from '../answer.ts';
import { incidentPressed } from '../incident/incident-answer.ts';
import { moveActionAndTell } from '../incident/incident-plan.ts';
import { closeAndTell, fileAndTell, finishAndTell, openReview } from '../incident/incident-review.ts';
import type { ActionHandler, Pressed } from '../table.ts';

/** Finds the incident first; whoever may not see it is told that there is none. */
function about(act: (desk: Desk, event: Pressed, incident: Incident) => Promise<void>): ActionHandler {
  return async (desk, event) => {
    const incident = await incidentPressed(desk, event);
    if (incident) await act(desk, event, incident);
  };
}

const asking = (desk: Desk, event: Pressed) => ({
  id: event.subject,
  handle: event.handle,
  asked: incidentAskedIn(desk, event),
});

function contextOf({ subject, handle }: Pressed, about?: string): string {
  return writeIncidentContext({ incident: subject, about, channel: handle.channel });
}

export const reviewOpen = about((desk, event) => openReview(desk, asking(desk, event)));
export const reviewDone = about((desk, event) => finishAndTell(desk, asking(desk, event)));
export const reviewClose = about((desk, event) => closeAndTell(desk, asking(desk, event)));
export const reviewFile = about((desk, event) => fileAndTell(desk, asking(desk, event)));

/** "Write a section": which one was chosen. */
export const reviewWrite = about(async (desk, event, incident) => {
  const section = reviewSections.find((each) => each === event.value);
  if (section === undefined) return;
  await showForm(desk, event.handle, sectionForm(incident, { section, context: contextOf(event, section) }));
});

export const reviewMeeting = about((desk, event, incident) =>
  showForm(desk, event.handle, meetingForm(incident, contextOf(event))),
);

export const actionList = about((desk, event, incident) =>
  showCard(desk, event.handle, actionCard(incident)),
);

export const actionAdd = about((desk, event, incident) =>
  showForm(desk, event.handle, actionForm(incident, { context: contextOf(event, '') })),
);

/** Something about one action of the plan. */
function aboutAction(
  act: (desk: Desk, event: Pressed, known: { incident: Incident; action: PreventionAction }) => Promise<void>,
): ActionHandler {
  return about(async (desk, event, incident) => {
    const action = incident.actions.find((each) => each.action === event.value);
    if (action) await act(desk, event, { incident, action });
    else await tell(desk, event.handle, `There is no such action in ${incident.id}.`);
  });
}

export const actionEdit = aboutAction((desk, event, { incident, action }) =>
  showForm(desk, event.handle, actionForm(incident, { action, context: contextOf(event, action.action) })),
);

const moving = (to: ActionState) =>
  aboutAction((desk, event, { action }) =>
    moveActionAndTell(desk, event.handle, { ...asking(desk, event), action: action.action, to }),
  );
export const actionAccept = moving('accepted');
export const actionStart = moving('in_progress');
export const actionVerify = moving('verified');

const asksWhy = (to: 'declined' | 'done') =>
  aboutAction((desk, event, { incident, action }) =>
    showForm(
      desk,
      event.handle,
      actionMoveForm(incident, { action, to, context: contextOf(event, `${action.action}:${to}`) }),
    ),
  );
export const actionDecline = asksWhy('declined');
export const actionDone = asksWhy('done');
