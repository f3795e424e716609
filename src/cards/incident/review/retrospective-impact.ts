import { millisecondsBetween } from '../../../domain/time.ts';
import { counted } from '../../text.ts';
import { utcText } from '../timeline/markdown-text.ts';
import { linesOf, type ReviewView, refs, refTo } from './retrospective-view.ts';
import { toTheSecond } from './to-the-second.ts';

/** What it meant, in numbers that anybody can count again from the log. What is not known is said to be missing. */
export function impactPart(view: ReviewView): readonly string[] {
  const { incident, figures, end } = view;
  const { impactSince, resolvedAt, declaredAt, mitigatedAt } = figures;
  const until = resolvedAt ?? end;
  const accounts = new Set(
    incident.tickets.flatMap(({ account }) => (account === undefined ? [] : [account])),
  );
  const without = incident.tickets.filter(({ account }) => account === undefined).length;
  const { owed, named } = view.owed;
  const owedLines = refs(
    owed.flatMap(({ line, toldLine }) => [line, ...(toldLine === undefined ? [] : [toldLine])]),
  );
  const namedLines = refs(
    named.flatMap(({ line, toldLine }) => [line, ...(toldLine === undefined ? [] : [toldLine])]),
  );
  const tickets = refTo(view, 'declared', 'ticket_attached', 'ticket_detached', 'absorbed');
  const unknown = without > 0 ? `, and ${counted(without, 'ticket')} without a known account` : '';
  const span = (from: string, to: string | undefined) =>
    to === undefined ? 'missing' : toTheSecond(millisecondsBetween(from, to));
  return [
    `- From declaring to ${resolvedAt === undefined ? 'now, not resolved' : 'resolving'}: ${span(declaredAt, until)} ${refs([1, ...linesOf(view, 'resolved', 'reopened')])}`,
    impactSince === undefined
      ? '- Since the trouble itself began: missing, nobody stated when'
      : `- Since the trouble itself began at ${utcText(impactSince)}: ${span(impactSince, until)} ${refTo(view, 'impact_stated', 'resolved')}`,
    ...(mitigatedAt === undefined
      ? ['- Until it was mitigated: missing']
      : [
          `- Until it was mitigated: ${span(impactSince ?? declaredAt, mitigatedAt)} ${refTo(view, 'status_changed')}`,
        ]),
    `- Accounts: ${accounts.size}${unknown} ${tickets}`,
    `- Tickets: ${incident.tickets.length} ${tickets}`,
    `- Updates due: ${figures.updatesDue}; in time: ${figures.updatesInTime}; late: ${figures.updatesDue - figures.updatesInTime} ${owedLines}`,
    `- Late in all: ${toTheSecond(figures.lateMs)}; at worst: ${toTheSecond(figures.worstLateMs)} ${owedLines}`,
    `- Times named to customers: ${figures.promises}; kept: ${figures.promisesKept} ${namedLines}`,
    `- Without a commander: ${toTheSecond(figures.withoutCommanderMs)}; without a liaison: ${toTheSecond(figures.withoutLiaisonMs)} ${refTo(view, 'role_accepted', 'role_acting', 'role_left')}`,
    `- Reminders of late updates: ${figures.rungs} ${refTo(view, 'reminded')}`,
    `- Deliveries that failed: ${figures.deliveriesFailed} ${refTo(view, 'update_failed')}`,
    `- Corrections: ${figures.corrections}; approved in the commander’s place: ${figures.approvedByOthers} ${refTo(view, 'update_approved')}`,
    `- Reopened: ${figures.reopened} ${refTo(view, 'reopened')}`,
  ];
}
