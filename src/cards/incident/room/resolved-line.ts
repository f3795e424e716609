import type { IncidentEventOf } from '../../../domain/incident/event.ts';
import { holderOf, type Incident } from '../../../domain/incident/incident.ts';
import { leadRoles } from '../../../domain/incident/words.ts';
import { millisecondsBetween } from '../../../domain/time.ts';
import type { Block, Line } from '../../card.ts';
import { lasting } from '../../lasting.ts';
import { moment } from '../../moment.ts';
import { actor } from '../../team/actor.ts';
import { bold, counted, plain } from '../../text.ts';
import { peopleNamed, said } from '../timeline/quoted.ts';

const dataLossWords = { yes: 'yes', no: 'no', unknown: 'not known' } as const;

/** It is over: how, thanks, and what comes next and by whom. */
export function resolvedBlocks(
  { text, dataLoss, reviewOwner, by, at }: IncidentEventOf<'resolved'>,
  incident: Incident,
  { timezone }: { readonly timezone: string },
): readonly Block[] {
  const { declared, tasks, tickets } = incident;
  const open = tasks.filter(({ done }) => !done).length;
  const people = [
    ...new Set([
      ...leadRoles.flatMap((role) => holderOf(incident, role) ?? []),
      ...incident.specialists.map(({ person }) => person),
    ]),
  ];
  const next: readonly Line[] = [
    ...(tickets.length > 0
      ? [plain(`Final update to ${counted(tickets.length, 'ticket')}; they stay open until it is delivered.`)]
      : []),
    [{ text: 'Review by ' }, { person: reviewOwner }, { text: '.' }],
    ...(open > 0 ? [plain(`${counted(open, 'open task')} on the card.`)] : []),
  ];
  return [
    {
      type: 'text',
      lines: [
        [
          bold('✅ Resolved'),
          { text: ` after ${lasting(Math.max(0, millisecondsBetween(declared.at, at)))} by ` },
          actor(by),
          { text: ' · ' },
          moment(at, timezone, 'time'),
          { text: ` · data lost: ${dataLossWords[dataLoss]}` },
        ],
      ],
    },
    { type: 'quote', lines: [plain(said(text, 1000))] },
    ...(people.length > 0
      ? [{ type: 'text' as const, lines: [[{ text: 'Thank you, ' }, ...peopleNamed(people), { text: '.' }]] }]
      : []),
    { type: 'text', lines: [[bold('What comes next')]] },
    { type: 'list', ordered: false, items: next },
  ];
}
