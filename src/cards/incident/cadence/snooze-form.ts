import type { CadenceState } from '../../../domain/incident/cadence/cadence-state.ts';
import { latestSnooze, snoozeMinutes } from '../../../domain/incident/cadence/snoozing.ts';
import type { Incident } from '../../../domain/incident/incident.ts';
import type { Instant } from '../../../domain/time.ts';
import type { Form } from '../../card.ts';
import { moment } from '../../moment.ts';
import { plain } from '../../text.ts';

/** Why a reminder is put off: the room reads it, and so does the log. */
export function snoozeForm(
  { id }: Incident,
  cadence: CadenceState,
  open: {
    readonly minutes: number;
    readonly context: string;
    readonly now: Instant;
    readonly timezone: string;
  },
): Form {
  const latest = latestSnooze(cadence);
  const choices = latest === 'none_left' ? [] : snoozeMinutes(open.now, latest);
  const options = [...new Set([...choices, open.minutes])]
    .sort((one, other) => one - other)
    .map((minutes) => ({ value: `${minutes}`, label: `${minutes} minutes` }));
  return {
    form: 'incident_snooze',
    title: `Snooze the update of ${id}`,
    submit: 'Snooze',
    context: open.context,
    blocks: [
      {
        type: 'context',
        line: [
          { text: 'Customers were owed it at ' },
          moment(cadence.dueAt, open.timezone, 'time'),
          { text: '. The time they wait keeps counting.' },
        ],
      },
      ...(latest === 'any' || latest === 'none_left'
        ? []
        : [
            {
              type: 'context' as const,
              line: [
                ...plain('At most until '),
                moment(latest, open.timezone, 'time'),
                ...plain(', as they were told.'),
              ],
            },
          ]),
    ],
    fields: [
      { name: 'minutes', label: 'For how long', kind: 'choice', options, initial: `${open.minutes}` },
      {
        name: 'reason',
        label: 'Why',
        kind: 'line',
        placeholder: 'The database team answers in a moment',
      },
    ],
  };
}
