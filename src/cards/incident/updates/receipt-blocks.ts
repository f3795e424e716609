import type { Incident } from '../../../domain/incident/incident.ts';
import type { IncidentUpdate } from '../../../domain/incident/updates/incident-update.ts';
import type { Block, Button, Line } from '../../card.ts';
import { counted, plain, shortened } from '../../text.ts';

/** More are told in one line. */
const mostFailures = 5;

/** Whom an update reached, whom not and why, and what can be done about it. */
export function receiptBlocks(incident: Incident, update: IncidentUpdate): readonly Block[] {
  const all = Object.entries(update.deliveries);
  if (all.length === 0 || update.state === 'expired') return [];
  const failed = all.flatMap(([ticket, each]) =>
    'failedAt' in each ? [{ ticket, reason: each.reason }] : [],
  );
  const waiting = all.filter(([, each]) => 'waiting' in each).length;
  const called = all.filter(([, each]) => 'calledBy' in each).length;
  const has = all.length - failed.length - waiting;
  const sum = [
    `Delivered ${has}/${all.length}`,
    ...(called > 0 ? [`${called} of them told another way`] : []),
    ...(waiting > 0 ? [`${waiting} on the way`] : []),
    ...(failed.length > 0 ? [`${failed.length} failed`] : []),
  ];
  const shown = failed.slice(0, mostFailures);
  const more = failed.length - shown.length;
  const lines: readonly Line[] = [
    plain(sum.join(' · ')),
    ...shown.map(({ ticket, reason }) =>
      plain(`❗ ${ticket}${ofWhom(incident, ticket)}: ${shortened(reason, 150)}`),
    ),
    ...(more > 0 ? [plain(`And ${counted(more, 'more ticket')}.`)] : []),
  ];
  const of = { subject: incident.id };
  const buttons: readonly Button[] = [
    ...(failed.length > 0
      ? [{ ...of, action: 'incident_retry', value: update.update, label: 'Retry', style: 'primary' as const }]
      : []),
    ...shown.map(({ ticket }) => ({
      ...of,
      action: 'incident_called',
      value: `${update.update}:${ticket}`,
      label: `I called them (${ticket})`,
    })),
    ...(has > 0 ? [{ ...of, action: 'incident_correct', value: update.update, label: 'Correct' }] : []),
  ];
  return [
    { type: 'text', lines },
    ...(buttons.length > 0 ? [{ type: 'actions' as const, items: buttons }] : []),
  ];
}

function ofWhom({ tickets }: Incident, ticket: string): string {
  const name = tickets.find((known) => known.ticket === ticket)?.accountName;
  return name === undefined ? '' : ` (${name})`;
}
