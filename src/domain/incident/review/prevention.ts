import { addWeeks } from 'date-fns/addWeeks';
import type { Instant } from '../../time.ts';
import { type IncidentAsked, type IncidentDecision, nothingFollows, stampOf } from '../decision.ts';
import type { Incident } from '../incident.ts';
import { mayDo } from '../permission.ts';
import type { PreventionAction } from './prevention-action.ts';

/** What people write about an action of the prevention plan. */
export type ActionWords = Pick<
  PreventionAction,
  'title' | 'kind' | 'factor' | 'scope' | 'owner' | 'verifier' | 'dueOn' | 'doneWhen'
>;

/** Further ahead than this, a due date is asked about once more: later ones are seldom kept. */
export const longestPlanWeeks = 8;

/** What is wrong with an action's title: nothing, a question, or words that name a thing instead of something to do. */
export function titleProblem(title: string): 'empty' | 'question' | 'no_verb' | undefined {
  const words = title.trim();
  if (words === '') return 'empty';
  if (words.endsWith('?')) return 'question';
  const [first = ''] = words.toLowerCase().split(/[\s,:;.]+/);
  return notVerbs.has(first) ? 'no_verb' : undefined;
}

/** Words that no instruction begins with. */
const notVerbs: ReadonlySet<string> = new Set(
  (
    'a an the this that these those we you they i it he she our your their my its there here some any all more less ' +
    'better no not maybe perhaps should could would can may might must will shall what who whom which why how when ' +
    'where if because is are was were be been has have had and or but to in on at of for with from new'
  ).split(' '),
);

export type MissingPart = 'title' | 'owner' | 'due_date' | 'done_when';

/** What an action must have before it can be accepted, and has not. */
export function missingParts({
  title,
  owner,
  dueOn,
  doneWhen = '',
}: Pick<PreventionAction, 'title' | 'owner' | 'dueOn' | 'doneWhen'>): readonly MissingPart[] {
  return [
    ...(titleProblem(title) === undefined ? [] : (['title'] as const)),
    ...(owner === undefined ? (['owner'] as const) : []),
    ...(dueOn === undefined ? (['due_date'] as const) : []),
    ...(doneWhen.trim() === '' ? (['done_when'] as const) : []),
  ];
}

/** Whether a date has passed already, or is further ahead than plans are kept. Dates are UTC days. */
export function dueProblem(dueOn: string, now: Instant): 'past' | 'far' | undefined {
  if (dueOn < now.slice(0, 10)) return 'past';
  return dueOn > addWeeks(new Date(now), longestPlanWeeks).toISOString().slice(0, 10) ? 'far' : undefined;
}

/** Something to do so that it does not come back. Anybody of the team may propose it, during the incident too. */
export function proposeAction(
  incident: Incident,
  words: ActionWords,
  asked: IncidentAsked,
): IncidentDecision {
  if (!mayDo(incident, 'log', asked)) return { refused: 'not_allowed' };
  if (incident.lifecycle === 'merged' || incident.lifecycle === 'closed') return { refused: 'ended' };
  const problem = problemOf(words, asked);
  if (problem) return problem;
  const action = `a${incident.actions.length + 1}`;
  return {
    events: [
      {
        type: 'action_proposed',
        action: { action, ...known(words), title: words.title.trim() },
        ...stampOf(asked),
      },
    ],
  };
}

/** Other words, another owner or date. What is accepted keeps everything it needs; what is over is not changed. */
export function changeAction(
  incident: Incident,
  { action: id, words }: { readonly action: string; readonly words: ActionWords },
  asked: IncidentAsked,
): IncidentDecision {
  const action = incident.actions.find((each) => each.action === id);
  if (!action) return { refused: 'nothing_to_do' };
  if (!mayEdit(incident, action, asked)) return { refused: 'not_allowed' };
  if (isSettled(action)) return { refused: 'ended' };
  const problem = problemOf(words, asked, action.dueOn);
  if (problem) return problem;
  if (action.state !== 'proposed' && missingParts(words).length > 0) return { refused: 'action_incomplete' };
  const change = known(words);
  const isSame = Object.entries(change).every(([key, value]) =>
    Object.entries(action).some(([is, was]) => is === key && was === value),
  );
  return isSame
    ? nothingFollows
    : { events: [{ type: 'action_changed', action: id, change, ...stampOf(asked) }] };
}

function known({ title, kind, factor, scope, owner, verifier, dueOn, doneWhen }: ActionWords): ActionWords {
  return {
    title,
    kind,
    ...(factor === undefined ? {} : { factor }),
    ...(scope === undefined ? {} : { scope }),
    ...(owner === undefined ? {} : { owner }),
    ...(verifier === undefined ? {} : { verifier }),
    ...(dueOn === undefined ? {} : { dueOn }),
    ...(doneWhen === undefined ? {} : { doneWhen }),
  };
}

function problemOf(words: ActionWords, { at }: IncidentAsked, was?: string): IncidentDecision | undefined {
  if (words.title.trim() === '') return { refused: 'empty' };
  if (words.owner !== undefined && words.owner === words.verifier) return { refused: 'own_work' };
  const { dueOn } = words;
  return dueOn !== undefined && dueOn !== was && dueProblem(dueOn, at) === 'past'
    ? { refused: 'past_date' }
    : undefined;
}

/** Whether nothing of it can change any more. */
export function isSettled({ state }: Pick<PreventionAction, 'state'>): boolean {
  return state === 'declined' || state === 'verified';
}

/** Whether somebody still has to do it. */
export function isOpenAction({ state }: Pick<PreventionAction, 'state'>): boolean {
  return state === 'accepted' || state === 'in_progress';
}

function mayEdit(incident: Incident, action: PreventionAction, asked: IncidentAsked): boolean {
  return mayDecide(incident, asked) || action.owner === asked.by || action.by === asked.by;
}

/** Who decides what is done: the owner of the review, the commander, managers. */
export function mayDecide(incident: Incident, asked: IncidentAsked): boolean {
  const owner = incident.review?.owner ?? incident.resolved?.reviewOwner;
  return mayDo(incident, 'resolve', asked) || (owner === asked.by && asked.role !== 'requester');
}
