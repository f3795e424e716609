import { inMarkdown } from '../timeline/markdown-text.ts';
import { linesAbout, nameOf, type ReviewView, refs } from './retrospective-view.ts';
import { actionKindWords, actionStateWords } from './review-words.ts';

/** The prevention plan as a table; what was declined stays in it, with the reason. */
export function planPart(view: ReviewView): readonly string[] {
  const { incident } = view;
  if (incident.actions.length === 0)
    return ['No action yet. Few are enough, and “we choose not to” is one too: decline it with a reason.'];
  const rows = incident.actions.map((action) => {
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
      `${actionStateWords[state]}${why === '' ? '' : `: ${why}`} ${refs(linesAbout(view, action.action))}`,
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
