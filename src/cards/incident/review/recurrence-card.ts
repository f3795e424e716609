import type { Incident } from '../../../domain/incident/incident.ts';
import type { TeamCard } from '../../../ports.ts';
import { counted, joined, plain } from '../../text.ts';
import { incidentName } from '../incident-words.ts';

const mostShown = 8;

/** Whether the same came back, told long after. The tickets are named, the incident only by its id. */
export function recurrenceCard(incident: Incident): TeamCard {
  const found = incident.recurrence?.found ?? [];
  const name = incidentName(incident);
  const summary =
    found.length === 0
      ? `${name} has not come back: no ticket like its own since it was resolved`
      : `${name} may have come back: ${counted(found.length, 'ticket')} like its own since it was resolved`;
  const more = found.length - mostShown;
  return {
    audience: 'team',
    summary,
    blocks: [
      { type: 'text', lines: [plain(`${summary}.`)] },
      ...(found.length === 0
        ? []
        : [
            {
              type: 'text' as const,
              lines: [
                joined(
                  [
                    ...found.slice(0, mostShown).map((ticket) => plain(ticket)),
                    ...(more > 0 ? [plain(`and ${more} more`)] : []),
                  ],
                  ', ',
                ),
              ],
            },
            {
              type: 'context' as const,
              line: plain(
                'Look at them with /ticket show, and at the prevention plan with /ticket war-room action.',
              ),
            },
          ]),
    ],
  };
}
