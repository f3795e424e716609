import type { CadenceState } from '../../../domain/incident/cadence/cadence-state.ts';
import { kindOf, rankOf } from '../../../domain/incident/cadence/rungs.ts';
import { latestSnooze, snoozeMinutes } from '../../../domain/incident/cadence/snoozing.ts';
import type { Incident } from '../../../domain/incident/incident.ts';
import { updateAtWork } from '../../../domain/incident/updates/updating.ts';
import type { TeamCard } from '../../../ports.ts';
import type { Block, Line } from '../../card.ts';
import { plain } from '../../text.ts';
import { updateName } from '../incident-words.ts';
import { awayLine } from './away-words.ts';
import { becauseLine, dueLine } from './due-words.ts';
import { drillMark, type LadderView } from './ladder-parts.ts';

/** In the room, changed in place: an update is owed, since when, and what can be done about it. */
export function dueCard(incident: Incident, cadence: CadenceState, view: LadderView): TeamCard {
  const kind = kindOf(cadence.rungs.at(-1)?.rung ?? 'due');
  const isMissed = kind === 'missed' || kind === 'still';
  const { away } = incident;
  const draft = updateAtWork(incident);
  // Told together with the absence: this is the one message that people read about both.
  const isWithAbsence = away !== undefined && cadence.rungs[0]?.at === away.at;
  const line: Line = [
    { text: `${isMissed ? '' : '⏰ '}${drillMark(incident)}`, style: 'bold' },
    ...dueLine(kind, { incident, cadence }, view),
  ];
  return {
    audience: 'team',
    summary: `${drillMark(incident)}${incident.id}: a customer update is ${kind === 'due' ? 'due now' : 'late'}`,
    blocks: [
      { type: 'text', lines: isWithAbsence ? [awayLine(incident, away, view), line] : [line] },
      { type: 'context', line: becauseLine(incident, cadence, view) },
      ...(draft
        ? [{ type: 'context' as const, line: plain(`A draft waits here: ${updateName(draft.update)}.`) }]
        : []),
      actionsOf(incident, cadence, view),
    ],
  };
}

function actionsOf(incident: Incident, cadence: CadenceState, { now }: LadderView): Block {
  const subject = incident.id;
  const latest = latestSnooze(cadence);
  const minutes = latest === 'none_left' ? [] : snoozeMinutes(now, latest);
  const isLate = rankOf(cadence.rungs.at(-1)?.rung ?? 'due') >= rankOf('takeover');
  return {
    type: 'actions',
    items: [
      { action: 'incident_draft', subject, label: 'Draft', style: 'primary' },
      ...(cadence.because === 'final' || cadence.because === 'change'
        ? []
        : [{ action: 'incident_nothing_new', subject, label: 'Nothing new' }]),
      ...(isLate ? [{ action: 'role_take', subject, value: 'liaison', label: 'Take over as liaison' }] : []),
      ...(minutes.length > 0
        ? [
            {
              action: 'incident_snooze',
              subject,
              label: 'Snooze…',
              options: minutes.map((each) => ({ value: `${each}`, label: `${each} minutes` })),
            },
          ]
        : []),
    ],
  };
}
