import type { CadenceState } from '../../../domain/incident/cadence/cadence-state.ts';
import { missedUpdates } from '../../../domain/incident/cadence/ladder.ts';
import { standInFor, whoIsCalled } from '../../../domain/incident/cadence/ladder-people.ts';
import type { RungKind } from '../../../domain/incident/cadence/rungs.ts';
import type { Incident } from '../../../domain/incident/incident.ts';
import { millisecondsBetween } from '../../../domain/time.ts';
import type { Line } from '../../card.ts';
import { lasting } from '../../lasting.ts';
import { moment } from '../../moment.ts';
import { counted, plain } from '../../text.ts';
import { calling, type LadderView, namesOf, whoWaits } from './ladder-parts.ts';

const kinds: Readonly<Record<CadenceState['because'], string>> = {
  first: 'first customer update',
  cadence: 'customer update',
  change: 'customer update',
  final: 'final customer update',
};

/** That an update is owed, at each step of the ladder; it calls those whom the step concerns. */
export function dueLine(
  kind: RungKind,
  { incident, cadence }: { readonly incident: Incident; readonly cadence: CadenceState },
  view: LadderView,
): Line {
  const { settings, timezone, now } = view;
  const called = calling(whoIsCalled(kind, incident, settings));
  const what = kinds[cadence.because];
  const since = moment(cadence.dueAt, timezone, 'time');
  const overdue = lasting(Math.max(0, millisecondsBetween(cadence.dueAt, now)));
  switch (kind) {
    case 'due':
      return [...called, { text: `The ${what} is due now.` }];
    case 'late':
      return [...called, { text: `The ${what} is late: it was due at ` }, since, { text: '.' }];
    case 'takeover': {
      const standIn = standInFor(incident, settings);
      return [
        ...called,
        { text: `The ${what} was due at ` },
        since,
        {
          text:
            standIn === undefined
              ? '. Whoever can, take it over.'
              : '. You can take over as customer liaison.',
        },
      ];
    }
    case 'missed':
    case 'still': {
      const missed = missedUpdates(incident, settings, now);
      return [
        ...called,
        { text: `🔴 Still no ${what}: due at ` },
        since,
        { text: `, ${overdue} ago${missed > 1 ? `; ${counted(missed, 'update')} missed` : ''}. ` },
        ...(settings.managers.length > 0
          ? [...namesOf(settings.managers), { text: settings.managers.length === 1 ? ' knows.' : ' know.' }]
          : []),
      ];
    }
  }
}

/** Why it is due then, and who waits. */
export function becauseLine(incident: Incident, cadence: CadenceState, { timezone }: LadderView): Line {
  const waits = ` · ${whoWaits(incident)}`;
  if (cadence.promisedAt !== undefined && cadence.because === 'cadence') {
    return [
      { text: 'Customers were told to expect it by ' },
      moment(cadence.promisedAt, timezone, 'time'),
      { text: waits },
    ];
  }
  return plain(`${reasons[cadence.because]}${waits}`);
}

const reasons: Readonly<Record<CadenceState['because'], string>> = {
  first: 'Nothing has been said to them since it was declared',
  cadence: 'By the cadence',
  change: 'What customers were told has changed',
  final: 'Customers do not know yet that it is resolved',
};
