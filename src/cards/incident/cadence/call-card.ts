import type { CadenceState } from '../../../domain/incident/cadence/cadence-state.ts';
import type { CallPlace } from '../../../domain/incident/cadence/ladder-sayings.ts';
import type { RungKind } from '../../../domain/incident/cadence/rungs.ts';
import type { Incident } from '../../../domain/incident/incident.ts';
import { millisecondsBetween } from '../../../domain/time.ts';
import type { TeamCard } from '../../../ports.ts';
import type { Block, Line } from '../../card.ts';
import { lasting } from '../../lasting.ts';
import { moment } from '../../moment.ts';
import { plain } from '../../text.ts';
import { updateName } from '../incident-words.ts';
import { becauseLine, dueLine } from './due-words.ts';
import { drillMark, headline, type LadderView, wayToRoom, whoWaits } from './ladder-parts.ts';

/** Somebody is called because customers wait: a new line, so that they are told of it. */
export function callCard(
  kind: RungKind,
  about: { readonly incident: Incident; readonly cadence: CadenceState; readonly where: CallPlace },
  view: LadderView,
): TeamCard {
  const { incident, cadence, where } = about;
  if (where === 'out') return announcedCard(incident, cadence, view);
  const summary = `${drillMark(incident)}${incident.id}: a customer update is ${kind === 'due' ? 'due' : 'late'}`;
  if (where === 'room') {
    const line: Line = [{ text: drillMark(incident) }, ...dueLine(kind, about, view)];
    return { audience: 'team', summary, blocks: [{ type: 'text', lines: [line] }] };
  }
  return {
    audience: 'team',
    summary,
    blocks: [
      {
        type: 'text',
        lines: [[{ text: headline(incident), style: 'bold' }], directLine(kind, about, view)],
      },
      { type: 'context', line: becauseLine(incident, cadence, view) },
      actionsOf(kind, incident),
      ...wayToRoom(incident),
    ],
  };
}

function directLine(
  kind: RungKind,
  { cadence }: { readonly incident: Incident; readonly cadence: CadenceState },
  { timezone, now }: LadderView,
): Line {
  const since = moment(cadence.dueAt, timezone, 'time');
  const overdue = lasting(Math.max(0, millisecondsBetween(cadence.dueAt, now)));
  switch (kind) {
    case 'due':
      return plain('A customer update is due now.');
    case 'late':
      return [{ text: 'A customer update is late: it was due at ' }, since, { text: '.' }];
    case 'takeover':
      return [
        { text: 'Customers have waited for an update since ' },
        since,
        { text: '. Can you take over as customer liaison?' },
      ];
    case 'missed':
    case 'still':
      return [
        { text: `🔴 No customer update since it was due at ` },
        since,
        { text: `, ${overdue} ago. Send one, or find somebody who does.` },
      ];
  }
}

function actionsOf(kind: RungKind, { id: subject }: Incident): Block {
  const draft = { action: 'incident_draft', subject, label: 'Draft' } as const;
  const take = { action: 'role_take', subject, value: 'liaison', label: 'Take over as liaison' } as const;
  if (kind === 'due' || kind === 'late') {
    return { type: 'actions', items: [{ ...draft, style: 'primary' }] };
  }
  return { type: 'actions', items: [{ ...take, style: 'primary' }, draft] };
}

/** Where all incidents are announced, once an update is missed. */
function announcedCard(incident: Incident, { dueAt }: CadenceState, { timezone }: LadderView): TeamCard {
  return {
    audience: 'team',
    summary: `${incident.id}: customers have waited too long for an update`,
    blocks: [
      {
        type: 'text',
        lines: [
          [
            { text: headline(incident), style: 'bold' },
            { text: ': customers have waited for an update since ' },
            moment(dueAt, timezone, 'time'),
            { text: `; ${whoWaits(incident)}.` },
          ],
        ],
      },
      ...wayToRoom(incident),
    ],
  };
}

/** To whoever sends it: a draft lies ready before an update is owed. */
export function preparedCard(incident: Incident, update: string, { timezone, now }: LadderView): TeamCard {
  const due = incident.cadence?.dueAt;
  return {
    audience: 'team',
    summary: `${drillMark(incident)}${incident.id}: a draft for customers is ready`,
    blocks: [
      {
        type: 'text',
        lines: [
          [{ text: headline(incident), style: 'bold' }],
          [
            { text: `The draft of ${updateName(update)} is ready to read in the room.` },
            ...(due === undefined
              ? []
              : [
                  { text: due > now ? ' Customers are owed it by ' : ' Customers have waited for it since ' },
                  moment(due, timezone, 'time'),
                  { text: '.' },
                ]),
          ],
        ],
      },
      ...wayToRoom(incident),
    ],
  };
}
