import type { MissingPart } from '../../../domain/incident/review/prevention.ts';
import type { PreventionAction } from '../../../domain/incident/review/prevention-action.ts';
import type { ActionState } from '../../../domain/incident/review/prevention-moves.ts';
import type { ReviewSection } from '../../../domain/incident/review/review-sections.ts';

/** The sections people write: their heading, and what is asked of them. */
export const sectionWords: Readonly<Record<ReviewSection, { readonly title: string; readonly ask: string }>> =
  {
    summary: {
      title: 'Summary',
      ask: 'Say in two or three sentences what happened and what it meant for customers.',
    },
    lead_up: { title: 'Lead-up and trigger', ask: 'What led to it, and what set it off?' },
    detection: { title: 'Detection', ask: 'How would we have noticed in half the time?' },
    factors: {
      title: 'Contributing factors',
      ask: 'What contributed? There is never only one cause, and a person is none.',
    },
    mitigation: {
      title: 'Mitigation and resolution',
      ask: 'What helped, and what of it is temporary and what lasting?',
    },
    went_well: { title: 'What went well', ask: 'What should we do again?' },
    went_badly: { title: 'What went badly', ask: 'What should we do otherwise?' },
    lucky: { title: 'Where we were lucky', ask: 'What could have made it worse, and did not?' },
    external: {
      title: 'Message for customers',
      ask: 'A draft. Nothing of it is sent: somebody reads it, words it and sends it.',
    },
  };

/** How far an action of the prevention plan is. */
export const actionStateWords: Readonly<Record<ActionState, string>> = {
  proposed: 'proposed',
  accepted: 'accepted',
  declined: 'declined',
  in_progress: 'in progress',
  done: 'done, to be checked',
  verified: 'done and checked',
};

/** What an action of the prevention plan is for. */
export const actionKindWords: Readonly<Record<PreventionAction['kind'], string>> = {
  prevent: 'Prevent it',
  detect_sooner: 'Notice it sooner',
  mitigate_faster: 'Be faster to mend it',
  communicate_better: 'Tell customers better',
  process: 'Work better together',
};

/** What an action lacks: `it needs …`. */
export const missingWords: Readonly<Record<MissingPart, string>> = {
  title: 'a title that begins with what is to be done, such as “Add an alarm for …”',
  owner: 'an owner',
  due_date: 'a due date',
  done_when: 'how we know that it is done',
};

/** `a3` as people read it: `action 3`. */
export function actionName(action: string): string {
  return `action ${action.replace(/^a/, '')}`;
}
