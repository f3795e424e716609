import type { Gap } from '../../../domain/incident/cadence/absence.ts';
import { missedUpdates, toldRung } from '../../../domain/incident/cadence/ladder.ts';
import { whoIsCalled } from '../../../domain/incident/cadence/ladder-people.ts';
import type { Incident } from '../../../domain/incident/incident.ts';
import type { Line } from '../../card.ts';
import { isSameLocalDay, moment } from '../../moment.ts';
import { counted } from '../../text.ts';
import { calling, type LadderView } from './ladder-parts.ts';

/** The time in which the desk was not there, and what of customers' updates was missed by its end. */
export function awayLine(incident: Incident, { from, to }: Gap, view: LadderView): Line {
  const { settings, timezone } = view;
  const missed = missedUpdates(incident, settings, to);
  return [
    ...span({ from, to }, timezone),
    {
      text: missed > 0 ? `; ${counted(missed, 'customer update')} missed.` : '; nothing was missed.',
    },
  ];
}

/** Only that the desk was away, where what was missed has been dealt with. */
export function goneLine(gap: Gap, timezone: string): Line {
  return [...span(gap, timezone), { text: '.' }];
}

function span({ from, to }: Gap, timezone: string): Line {
  const as = isSameLocalDay(from, to, timezone) ? 'time' : 'date_time';
  return [
    { text: 'I was away from ' },
    moment(from, timezone, as),
    { text: ' to ' },
    moment(to, timezone, as),
  ];
}

/** The same as a line of its own, with what is owed now. */
export function backLine(incident: Incident, gap: Gap, view: LadderView): Line {
  const { settings, timezone } = view;
  const { cadence } = incident;
  const told = toldRung(incident);
  const away = awayLine(incident, gap, view);
  if (!cadence || missedUpdates(incident, settings, gap.to) === 0) return away;
  return [
    ...calling(whoIsCalled(told === 'due' ? 'due' : 'late', incident, settings)),
    ...away,
    { text: ' One is owed now, since ' },
    moment(cadence.dueAt, timezone, 'time'),
    { text: '.' },
  ];
}
