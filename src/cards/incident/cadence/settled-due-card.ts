import type { Gap } from '../../../domain/incident/cadence/absence.ts';
import type { IncidentEvent } from '../../../domain/incident/event.ts';
import type { Incident } from '../../../domain/incident/incident.ts';
import type { TeamCard } from '../../../ports.ts';
import type { Line } from '../../card.ts';
import { moment } from '../../moment.ts';
import { plain } from '../../text.ts';
import { quoted } from '../timeline/quoted.ts';
import { goneLine } from './away-words.ts';
import { drillMark } from './ladder-parts.ts';

/** How an update that was owed ended, and the absence that its message told of, which it goes on telling. */
export type Settled = { readonly end: IncidentEvent | undefined; readonly away: Gap | undefined };

/** What became of an update that was owed; nothing can be done about it any more. */
export function settledDueCard(incident: Incident, { end, away }: Settled, timezone: string): TeamCard {
  const line: Line = [{ text: drillMark(incident) }, ...wordsOf(end, timezone)];
  return {
    audience: 'team',
    summary: `${drillMark(incident)}${incident.id}: this customer update is settled`,
    blocks: [
      ...(away ? [{ type: 'context' as const, line: goneLine(away, timezone) }] : []),
      { type: 'context', line },
    ],
  };
}

function wordsOf(end: IncidentEvent | undefined, timezone: string): Line {
  switch (end?.type) {
    case 'cadence_set': {
      const next = moment(end.dueAt, timezone, 'time');
      if (end.because === 'cadence') {
        return [
          { text: '✅ Customer update sent at ' },
          moment(end.at, timezone, 'time'),
          { text: '. The next one is due at ' },
          next,
          { text: '.' },
        ];
      }
      return [
        {
          text: `${changes[end.because]} The ${end.because === 'final' ? 'final' : 'next'} update is due at `,
        },
        next,
        { text: '.' },
      ];
    }
    case 'update_snoozed':
      return [
        { text: '💤 Put off until ' },
        moment(end.until, timezone, 'time'),
        ...(end.by === 'desk' ? [] : [{ text: ' by ' }, { person: end.by }]),
        { text: ': ' },
        quoted(end.reason),
      ];
    case 'update_delivered':
    case 'update_failed':
      return [{ text: '✅ Final customer update sent at ' }, moment(end.at, timezone, 'time'), { text: '.' }];
    case 'cancelled':
      return plain('Called off: no update is owed any more.');
    case 'merged':
      return plain(`Part of ${end.into} now; customers hear from there.`);
    case 'absorbed':
      return plain(`Customers of ${end.incident} were promised to hear sooner; that counts now.`);
    default:
      return plain('This update is not owed any more.');
  }
}

const changes = {
  first: 'It is back.',
  change: 'What customers are told has changed.',
  final: 'Resolved.',
} as const;
