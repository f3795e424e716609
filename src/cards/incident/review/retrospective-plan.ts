import { inMarkdown } from '../timeline/markdown-text.ts';
import { nameOf, type ReviewView, refs } from './retrospective-view.ts';
import { actionKindWords, actionStateWords } from './review-words.ts';

/** The prevention plan as a table; what was declined stays in it, with the reason. */
export function planPart(view: ReviewView): readonly string[] {
  const { incident, log } = view;
  if (incident.actions.length === 0)
    return ['No action yet. Few are enough, and “we choose not to” is one too: decline it with a reason.'];
  const rows = incident.actions.map((action) => {
    const lines = log.flatMap(({ event }, index) => {
      const id =
        'action' in event
          ? typeof event.action === 'string'
            ? event.action
            : event.action.action
          : undefined;
      return id === action.action ? [index + 1] : [];
    });
    const { title, kind, factor, scope, owner, verifier, dueOn, doneWhen, state, reason, evidence } = action;
    const why = [reason, evidence]
      .flatMap((each) => (each === undefined ? [] : [inMarkdown(each)]))
      .join('; ');
    return [
      action.action,
      inMarkdown(title),
      actionKindWords[kind],
      inMarkdown(factor ?? ''),
      inMarkdown(scope ?? ''),
      owner === undefined ? 'nobody' : nameOf(view, owner),
      dueOn ?? 'no date',
      inMarkdown(doneWhen ?? ''),
      verifier === undefined ? '' : nameOf(view, verifier),
      `${actionStateWords[state]}${why === '' ? '' : `: ${why}`} ${refs(lines)}`,
    ];
  });
  const head = [
    'No',
    'Action',
    'Kind',
    'Answers',
    'Belongs to it',
    'Owner',
    'Due',
    'Done when',
    'Checked by',
    'State',
  ];
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
}
