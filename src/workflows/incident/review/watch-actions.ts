import type { Desk } from '../../../desk.ts';
import { type IncidentAsked, stampOf } from '../../../domain/incident/decision.ts';
import type { IncidentEvent } from '../../../domain/incident/event.ts';
import { actionReminders, type Reminder } from '../../../domain/incident/review/review-reminders.ts';
import type { Claims } from '../../../store-port.ts';
import { changeIncident, incidentAskedByDesk } from '../change-incident.ts';

/** An action of the prevention plan will be due, is late, or waits to be checked. */
export async function watchActions(desk: Desk, { id, timer }: Claims['timers']): Promise<void> {
  await changeIncident(
    desk,
    id,
    (incident) => ({
      events: nudgedOf(actionReminders(incident, desk.settings.incidents), incidentAskedByDesk(desk)),
    }),
    { fired: timer },
  );
}

/** Those that are due. Of one that comes again (`review:first`, `review:second`) only the latest: nobody hears both at once. */
export function nudgedOf(reminders: readonly Reminder[], asked: IncidentAsked): readonly IncidentEvent[] {
  const due = reminders.filter(({ dueAt }) => dueAt <= asked.at);
  return due
    .filter(
      (reminder, index) => !due.slice(index + 1).some((later) => seriesOf(later) === seriesOf(reminder)),
    )
    .map(({ about, to }) => ({ type: 'nudged', about, to: [...to], ...stampOf(asked) }));
}

const draftSeries = new Set(['review:first', 'review:second', 'review:third', 'review:managers']);

function seriesOf({ about }: Reminder): string {
  if (draftSeries.has(about)) return 'review';
  const [kind, action, what] = about.split(':');
  return kind === 'action' && what !== 'check' ? `action:${action}` : about;
}
