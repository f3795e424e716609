import type { Incident } from '../../../domain/incident/incident.ts';
import { missingParts } from '../../../domain/incident/review/prevention.ts';
import type { PreventionAction } from '../../../domain/incident/review/prevention-action.ts';
import { canMove } from '../../../domain/incident/review/prevention-moves.ts';
import type { TeamCard } from '../../../ports.ts';
import type { Block, Button, Line } from '../../card.ts';
import { bold, joined, plain, shortened } from '../../text.ts';
import { incidentName } from '../incident-words.ts';
import { said } from '../timeline/quoted.ts';
import { actionKindWords, actionName, actionStateWords, missingWords } from './review-words.ts';

/** More would not fit on one card; the rest is in the retrospective. */
const mostShown = 10;

/** The prevention plan with what can be done about each action. What is open comes first. */
export function actionCard(incident: Incident): TeamCard {
  const { actions, id } = incident;
  const summary = `Prevention plan of ${incidentName(incident)}`;
  const sorted = [...actions].sort((one, other) => rank[one.state] - rank[other.state]);
  const more = sorted.length - mostShown;
  return {
    audience: 'team',
    summary,
    blocks: [
      { type: 'heading', text: summary },
      ...(actions.length === 0
        ? [text(plain('Nothing yet. Few actions are enough; only what must be done.'))]
        : []),
      ...sorted.slice(0, mostShown).flatMap((action) => actionBlocks(incident, action)),
      ...(more > 0 ? [text(plain(`And ${more} more, in the retrospective.`))] : []),
      ...(incident.lifecycle === 'closed'
        ? []
        : [
            {
              type: 'actions' as const,
              items: [{ action: 'action_add', subject: id, label: 'Add an action' }],
            },
          ]),
    ],
  };
}

const rank: Readonly<Record<PreventionAction['state'], number>> = {
  proposed: 0,
  in_progress: 1,
  accepted: 2,
  done: 3,
  verified: 4,
  declined: 5,
};

function actionBlocks(incident: Incident, action: PreventionAction): readonly Block[] {
  const { owner, dueOn, doneWhen, factor, scope, verifier, state, reason, evidence } = action;
  const missing = state === 'proposed' ? missingParts(action) : [];
  const facts: readonly Line[] = [
    plain(actionStateWords[state]),
    ...(owner === undefined ? [] : [[{ person: owner }]]),
    ...(dueOn === undefined ? [] : [plain(`due ${dueOn}`)]),
    ...(verifier === undefined ? [] : [[{ text: 'checked by ' }, { person: verifier }]]),
    plain(actionKindWords[action.kind].toLowerCase()),
  ];
  return [
    text(
      [bold(`${actionName(action.action)}: `), { text: said(action.title, 200) }],
      joined(facts),
      ...(factor === undefined ? [] : [plain(`Answers: ${said(factor, 200)}`)]),
      ...(scope === undefined ? [] : [plain(`Belongs to it: ${said(scope, 200)}`)]),
      ...(doneWhen === undefined || doneWhen === '' ? [] : [plain(`Done when: ${said(doneWhen, 300)}`)]),
      ...(state === 'declined' && reason !== undefined ? [plain(`Why not: ${said(reason, 300)}`)] : []),
      ...(evidence === undefined ? [] : [plain(`Shown by: ${said(evidence, 300)}`)]),
      ...(missing.length > 0
        ? [plain(`Needs before it can be accepted: ${missing.map((each) => missingWords[each]).join('; ')}.`)]
        : []),
    ),
    ...buttonsOf(incident, action),
  ];
}

function buttonsOf(incident: Incident, { action: value, state, title }: PreventionAction): readonly Block[] {
  const about = { subject: incident.id, value };
  const moves: readonly Button[] = [
    ...(canMove(state, 'accepted') ? [{ ...about, action: 'action_accept', label: 'Accept' }] : []),
    ...(canMove(state, 'declined') ? [{ ...about, action: 'action_decline', label: 'Decline…' }] : []),
    ...(state === 'accepted' ? [{ ...about, action: 'action_start', label: 'I have begun' }] : []),
    ...(canMove(state, 'done') ? [{ ...about, action: 'action_done', label: 'Done…' }] : []),
    ...(canMove(state, 'verified')
      ? [
          {
            ...about,
            action: 'action_verify',
            label: 'I checked it',
            confirm: {
              title: 'Is it done?',
              text: `You confirm that this holds: ${shortened(title, 200)}`,
              yes: 'It is done',
            },
          },
          { ...about, action: 'action_start', label: 'It is not done' },
        ]
      : []),
    ...(state === 'proposed' || state === 'accepted' || state === 'in_progress'
      ? [{ ...about, action: 'action_edit', label: 'Edit' }]
      : []),
  ];
  return moves.length === 0 ? [] : [{ type: 'actions', items: moves }];
}

function text(...lines: readonly Line[]): Block {
  return { type: 'text', lines };
}
