import type { Incident } from '../../../domain/incident/incident.ts';
import type { IncidentSummary } from '../../../domain/incident/summary.ts';
import type { Form } from '../../card.ts';
import { bold, plain, shortened } from '../../text.ts';

const headOf = ({ id, title }: Incident) => ({
  type: 'text' as const,
  lines: [[bold(`${id} · ${shortened(title, 120)}`)]],
});

/** More tickets for an incident. */
export function attachForm(incident: Incident, context: string): Form {
  return {
    form: 'incident_attach',
    title: `${incident.id}: more tickets`,
    submit: 'Attach',
    context,
    blocks: [headOf(incident), { type: 'context', line: plain('Their requesters hear the next update.') }],
    fields: [{ name: 'tickets', label: 'Tickets', kind: 'line', placeholder: 'T-13 T-14' }],
  };
}

/** One that nobody was told about yet. The first hundred are offered; any can be named by command. */
export function detachForm(incident: Incident, context: string): Form {
  return {
    form: 'incident_detach',
    title: `${incident.id}: take one out`,
    submit: 'Take out',
    context,
    blocks: [
      headOf(incident),
      { type: 'context', line: plain('Who was told of it already stays, and is told the end of it too.') },
    ],
    fields: [
      {
        name: 'ticket',
        label: 'Ticket',
        kind: 'choice',
        options: incident.tickets.slice(0, 100).map(({ ticket, accountName }) => ({
          value: ticket,
          label: shortened(`${ticket}${accountName === undefined ? '' : ` ${accountName}`}`, 70),
        })),
      },
    ],
  };
}

/** Which other incident this one is part of. */
export function mergeIncidentForm(
  incident: Incident,
  others: readonly IncidentSummary[],
  context: string,
): Form {
  return {
    form: 'incident_merge',
    title: `Merge ${incident.id}`,
    submit: 'Merge',
    context,
    blocks: [
      headOf(incident),
      {
        type: 'context',
        line: plain(
          'Its tickets and people go over, and the earlier due time holds. It cannot be taken back.',
        ),
      },
    ],
    fields: [
      {
        name: 'into',
        label: 'Into',
        kind: 'choice',
        options: others.slice(0, 50).map(({ id, title }) => ({
          value: id,
          label: shortened(`${id} ${title}`, 70),
        })),
      },
    ],
  };
}
