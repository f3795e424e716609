import type { Incident } from '../../../domain/incident/incident.ts';
import type { PreventionAction } from '../../../domain/incident/review/prevention-action.ts';
import { actionKinds } from '../../../domain/incident/review/prevention-action.ts';
import type { ReviewSection } from '../../../domain/incident/review/review-sections.ts';
import type { Form } from '../../card.ts';
import { plain } from '../../text.ts';
import { actionKindWords, actionName, sectionWords } from './review-words.ts';

/** One section of a review in a person's words. */
export function sectionForm(
  { id, review }: Incident,
  { section, context }: { readonly section: ReviewSection; readonly context: string },
): Form {
  const initial = review?.sections[section];
  const { title, ask } = sectionWords[section];
  return {
    form: 'incident_review_section',
    title: `Review of ${id}`,
    submit: 'Save',
    context,
    blocks: [],
    fields: [
      {
        name: 'text',
        label: title,
        kind: 'paragraph',
        hint: ask,
        ...(initial === undefined ? {} : { initial }),
      },
    ],
  };
}

/** When the review is talked about. */
export function meetingForm({ id, review }: Incident, context: string): Form {
  const initial = review?.meetingAt;
  return {
    form: 'incident_review_meeting',
    title: `Review of ${id}`,
    submit: 'Set the meeting',
    context,
    blocks: [{ type: 'context', line: plain('Only the date is kept here: invite people in your calendar.') }],
    fields: [{ name: 'at', label: 'When', kind: 'moment', ...(initial === undefined ? {} : { initial }) }],
  };
}

/** An action of the prevention plan. A proposal may leave things open; an accepted one has them all. */
export function actionForm(
  { id }: Incident,
  open: { readonly action?: PreventionAction | undefined; readonly title?: string; readonly context: string },
): Form {
  const { action } = open;
  const title = action?.title ?? open.title;
  const filled = (initial: string | undefined) =>
    initial === undefined || initial === '' ? {} : { initial };
  return {
    form: 'incident_action',
    title: action ? `${id}, ${actionName(action.action)}` : `Add to ${id}`,
    submit: action ? 'Save' : 'Propose',
    context: open.context,
    blocks: [],
    fields: [
      {
        name: 'title',
        label: 'What is to be done',
        kind: 'line',
        placeholder: 'Add an alarm for …',
        ...filled(title),
      },
      {
        name: 'kind',
        label: 'What it is for',
        kind: 'choice',
        options: actionKinds.map((kind) => ({ value: kind, label: actionKindWords[kind] })),
        initial: action?.kind ?? 'prevent',
      },
      {
        name: 'factor',
        label: 'What it answers',
        kind: 'line',
        optional: true,
        hint: 'One of the contributing factors.',
        ...filled(action?.factor),
      },
      {
        name: 'scope',
        label: 'What belongs to it, and what not',
        kind: 'line',
        optional: true,
        ...filled(action?.scope),
      },
      { name: 'owner', label: 'Who does it', kind: 'person', optional: true, ...filled(action?.owner) },
      {
        name: 'due',
        label: 'By when',
        kind: 'line',
        optional: true,
        placeholder: '2026-12-18',
        hint: 'A date within eight weeks.',
        ...filled(action?.dueOn),
      },
      {
        name: 'done_when',
        label: 'Done when',
        kind: 'paragraph',
        optional: true,
        hint: 'What anybody can see or try.',
        ...filled(action?.doneWhen),
      },
      {
        name: 'verifier',
        label: 'Who checks it',
        kind: 'person',
        optional: true,
        hint: 'Somebody else.',
        ...filled(action?.verifier),
      },
    ],
  };
}

/** Why an action is declined, or what shows that it is done. */
export function actionMoveForm(
  { id }: Incident,
  open: { readonly action: PreventionAction; readonly to: 'declined' | 'done'; readonly context: string },
): Form {
  const isDone = open.to === 'done';
  return {
    form: 'incident_action_move',
    title: `${id}, ${actionName(open.action.action)}`,
    submit: isDone ? 'It is done' : 'Decline',
    context: open.context,
    blocks: [],
    fields: [
      isDone
        ? { name: 'reason', label: 'What shows it', kind: 'paragraph', hint: 'A link is best.' }
        : {
            name: 'reason',
            label: 'Why not',
            kind: 'paragraph',
            hint: 'It stays in the plan with the reason.',
          },
    ],
  };
}
