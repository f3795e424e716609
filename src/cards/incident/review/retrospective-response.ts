import { holdingOf } from '../../../domain/incident/figures/holding.ts';
import { millisecondsBetween } from '../../../domain/time.ts';
import { roleWords } from '../incident-words.ts';
import { declaredFromWords } from '../timeline/event-words.ts';
import { inMarkdown, utcText } from '../timeline/markdown-text.ts';
import { linesOf, nameOf, type ReviewView, refs, refTo } from './retrospective-view.ts';
import { toTheSecond } from './to-the-second.ts';

/** How it was noticed, and after how long. */
export function detectionPart(view: ReviewView): readonly string[] {
  const { incident, figures } = view;
  const { declared } = incident;
  const { impactSince, acknowledgedAt, firstToldAt, declaredAt } = figures;
  const after = (to: string | undefined) =>
    to === undefined ? 'missing' : toTheSecond(millisecondsBetween(declaredAt, to));
  return [
    `- Declared ${declaredFromWords[declared.from]} by ${nameOf(view, declared.by)} at ${utcText(declared.at)} [#1]`,
    impactSince === undefined
      ? '- From the beginning of the trouble to declaring: missing, nobody stated when it began'
      : `- From the beginning of the trouble to declaring: ${toTheSecond(Math.max(0, millisecondsBetween(impactSince, declaredAt)))} ${refs([1, ...linesOf(view, 'impact_stated')])}`,
    `- From declaring until somebody led: ${after(acknowledgedAt)} ${refTo(view, 'role_accepted', 'role_acting')}`,
    `- From declaring until the first customer heard: ${after(firstToldAt)} ${refs(linesOf(view, 'update_delivered').slice(0, 1))}`,
  ];
}

/** Who had which part from when, who was asked in vain, and when nobody had it. */
export function responsePart(view: ReviewView): readonly string[] {
  const events = view.log.map(({ event }) => event);
  const spans = (['commander', 'liaison'] as const).flatMap((role) =>
    holdingOf(events, role).map(({ from, to, person, line }) => {
      const who =
        person === undefined
          ? `**nobody was ${roleWords[role]}**`
          : `${nameOf(view, person)} was ${roleWords[role]}`;
      const long = toTheSecond(millisecondsBetween(from, to));
      return `- ${utcText(from)} to ${utcText(to)} (${long}): ${who} [#${line}]`;
    }),
  );
  const others = events.flatMap((event, index): readonly string[] => {
    const line = `[#${index + 1}]`;
    switch (event.type) {
      case 'role_offered':
        return [
          `- ${utcText(event.at)}: ${nameOf(view, event.person)} was asked to be ${roleWords[event.role]} ${line}`,
        ];
      case 'role_declined':
        return [
          `- ${utcText(event.at)}: ${nameOf(view, event.person)} could not be ${roleWords[event.role]} ${line}`,
        ];
      case 'role_silent':
        return [
          `- ${utcText(event.at)}: ${nameOf(view, event.person)} did not answer whether to be ${roleWords[event.role]} ${line}`,
        ];
      case 'role_left':
        return [
          `- ${utcText(event.at)}: ${nameOf(view, event.person)} left as ${roleWords[event.role]}: ${inMarkdown(event.why)} ${line}`,
        ];
      case 'specialist_named':
        return [
          `- ${utcText(event.at)}: ${nameOf(view, event.person)} was called in for ${inMarkdown(event.area)} ${line}`,
        ];
      default:
        return [];
    }
  });
  return [...spans, '', ...others];
}
