import { z } from 'zod';
import type { FieldProblems } from '../../src/cards/card.ts';
import { missingWords } from '../../src/cards/incident/review/review-words.ts';
import type { Desk } from '../../src/desk.ts';
import {
  type ActionWords,
  changeAction,
  dueProblem,
  longestPlanWeeks,
  missingParts,
  proposeAction,
  titleProblem,
} from '../../src/domain/incident/review/prevention.ts';
import { actionKinds } from '../../src/domain/incident/review/prevention-action.ts';
import { setReviewMeeting, writeReview } from '../../src/domain/incident/review/review.ts';
import { reviewSections } from '../../src/domain/incident/review/review-sections.ts';
import { Instant } from '../../src/domain/time.ts';
import {
  changeIncidentAsAsked,
  incidentAskedIn,
  loadIncident,
} from '../../src/workflows/incident/change-incident.ts';
import { moveActionAndTell, tellPlan } from '../incident/incident-plan.ts';
import { changeAndShow } from '../incident/incident-review.ts';
import type { FormHandler, Submitted } from '../table.ts';
import { incidentHandleOf, incidentSubmitted, readIncidentContext } from './incident-context.ts';
import { hasSeen } from './seen.ts';

function asking(desk: Desk, event: Submitted) {
  const id = readIncidentContext(event).incident ?? '';
  return { id, handle: incidentHandleOf(event), asked: incidentAskedIn(desk, event) };
}

/** One section of the review. */
export const reviewSection: FormHandler = {
  async check(_desk, event) {
    return event.values.text?.trim() ? undefined : { text: 'Write a few words.' };
  },
  async submit(desk, event) {
    const section = reviewSections.find((each) => each === readIncidentContext(event).about);
    if (section === undefined || !(await incidentSubmitted(desk, event))) return;
    const words = { section, text: event.values.text ?? '' };
    await changeAndShow(desk, asking(desk, event), (incident, asked) => writeReview(incident, words, asked));
  },
};

/** When the review is talked about. */
export const reviewMeeting: FormHandler = {
  async check(desk, event) {
    const at = meetingOf(event);
    return at !== undefined && at > desk.clock.now() ? undefined : { at: 'Choose a later time.' };
  },
  async submit(desk, event) {
    const at = meetingOf(event);
    if (at === undefined || !(await incidentSubmitted(desk, event))) return;
    await changeAndShow(desk, asking(desk, event), (incident, asked) =>
      setReviewMeeting(incident, at, asked),
    );
  },
};

function meetingOf({ values }: Submitted): string | undefined {
  const date = new Date(values.at ?? '');
  const parsed = Number.isNaN(date.getTime()) ? undefined : Instant.safeParse(date.toISOString());
  return parsed?.data;
}

/** An action of the prevention plan, new or changed. */
export const action: FormHandler = {
  async check(desk, event): Promise<FieldProblems | undefined> {
    const words = wordsOf(event);
    const title = titleProblem(words.title);
    if (title !== undefined) return { title: `Write ${missingWords.title}.` };
    const due = event.values.due?.trim() ?? '';
    if (due !== '' && words.dueOn === undefined) return { due: 'Write the date like 2026-12-18.' };
    if (words.owner !== undefined && words.owner === words.verifier)
      return { verifier: 'Somebody else than its owner checks it.' };
    return (await problemWithPlan(desk, event, words)) ?? dateDoubt(desk, event, words);
  },
  async submit(desk, event) {
    if (!(await incidentSubmitted(desk, event))) return;
    const { id, handle, asked } = asking(desk, event);
    const words = wordsOf(event);
    const known = readIncidentContext(event).about ?? '';
    const changed = await changeIncidentAsAsked(desk, id, asked, (incident) =>
      known === ''
        ? proposeAction(incident, words, asked)
        : changeAction(incident, { action: known, words }, asked),
    );
    await tellPlan(desk, handle, { changed, action: known });
  },
};

/** What is accepted keeps everything it needs. A date that was there before may have passed. */
async function problemWithPlan(
  desk: Desk,
  event: Submitted,
  words: ActionWords,
): Promise<FieldProblems | undefined> {
  const { incident: id = '', about } = readIncidentContext(event);
  const incident = await loadIncident(desk, id);
  const known = incident?.actions.find((each) => each.action === about);
  const missing = known && known.state !== 'proposed' ? missingParts(words) : [];
  if (missing.includes('owner')) return { owner: 'It is accepted: somebody must do it.' };
  if (missing.includes('due_date')) return { due: 'It is accepted: it needs a date.' };
  if (missing.includes('done_when')) return { done_when: 'It is accepted: say how we know that it is done.' };
  if (words.dueOn === undefined || words.dueOn === known?.dueOn) return undefined;
  return dueProblem(words.dueOn, desk.clock.now()) === 'past' ? { due: 'That day has passed.' } : undefined;
}

/** A date far ahead is asked about once. */
function dateDoubt(desk: Desk, event: Submitted, { dueOn }: ActionWords): FieldProblems | undefined {
  if (dueOn === undefined || dueProblem(dueOn, desk.clock.now()) !== 'far') return undefined;
  const key = `action ${event.by} ${event.handle.view ?? event.context}`;
  return hasSeen(desk, key, Date.parse(dueOn))
    ? undefined
    : { due: `That is more than ${longestPlanWeeks} weeks ahead. Send again if it is meant so.` };
}

function wordsOf({ values }: Submitted): ActionWords {
  const given = (name: string) => {
    const text = values[name]?.trim();
    return text === undefined || text === '' ? undefined : text;
  };
  const dueOn = z.iso.date().safeParse(given('due')).data;
  const [owner, verifier, doneWhen] = [given('owner'), given('verifier'), given('done_when')];
  const [factor, scope] = [given('factor'), given('scope')];
  return {
    title: given('title') ?? '',
    kind: actionKinds.find((kind) => kind === values.kind) ?? 'prevent',
    ...(factor === undefined ? {} : { factor }),
    ...(scope === undefined ? {} : { scope }),
    ...(owner === undefined ? {} : { owner }),
    ...(verifier === undefined ? {} : { verifier }),
    ...(dueOn === undefined ? {} : { dueOn }),
    ...(doneWhen === undefined ? {} : { doneWhen }),
  };
}

/** Why an action is declined, or what shows that it is done. */
export const actionMove: FormHandler = {
  async check(_desk, event) {
    return event.values.reason?.trim() ? undefined : { reason: 'Write a few words.' };
  },
  async submit(desk, event) {
    if (!(await incidentSubmitted(desk, event))) return;
    const [known = '', to] = (readIncidentContext(event).about ?? '').split(':');
    const { handle, ...ask } = asking(desk, event);
    const reason = event.values.reason ?? '';
    await moveActionAndTell(desk, handle, {
      ...ask,
      action: known,
      to: to === 'done' ? 'done' : 'declined',
      reason,
    });
  },
};
