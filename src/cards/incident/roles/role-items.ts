import { holderOf, type Incident } from '../../../domain/incident/incident.ts';
import { isNeeded } from '../../../domain/incident/roles/candidates.ts';
import { isUnderWay, type LeadRole, leadRoles } from '../../../domain/incident/words.ts';
import type { Block, Line } from '../../card.ts';
import { moment } from '../../moment.ts';
import { bold, plain, shortened } from '../../text.ts';
import { roleWords } from '../incident-words.ts';
import type { RoomView } from '../room/room-view.ts';

type Items = Extract<Block, { type: 'facts' }>['items'];

/** Who does what: accepted, asked until when, acting, or nobody. */
export function roleItems(incident: Incident, { timezone }: RoomView): Items {
  const leads = leadRoles.flatMap((role) => {
    const value = roleLine(incident, role, timezone);
    return value ? [{ label: capital(roleWords[role]), value }] : [];
  });
  const { specialists } = incident;
  if (specialists.length === 0) return leads;
  const shown = specialists.slice(0, 6);
  const value = shown.flatMap(
    ({ area, person }, index): Line => [
      ...(index === 0 ? [] : [{ text: ', ' }]),
      { person },
      { text: ` (${shortened(area, 30)})` },
    ],
  );
  const rest = specialists.length - shown.length;
  return [
    ...leads,
    { label: 'Called in', value: rest > 0 ? [...value, { text: ` and ${rest} more` }] : value },
  ];
}

function roleLine(incident: Incident, role: LeadRole, timezone: string): Line | undefined {
  const { state, person, at, until, held, heldAt, acting, passed } = incident.roles[role];
  const holder = holderOf(incident, role);
  const from = held === undefined ? at : heldAt;
  const since: Line = from === undefined ? [] : [{ text: ' since ' }, moment(from, timezone, 'time')];
  if (state === 'offered' && person !== undefined) {
    const what = acting ? ' acts, ' : ', handing over: ';
    const keeps: Line = holder === undefined ? [] : [{ person: holder }, { text: what }];
    const end = until === undefined ? [] : [{ text: ', until ' }, moment(until, timezone, 'time')];
    return [...keeps, { text: 'asking ' }, { person }, ...end];
  }
  if (holder !== undefined) {
    return acting
      ? [{ person: holder }, bold(' acts'), ...since, { text: ', until somebody accepts' }]
      : [{ person: holder }, ...since];
  }
  if (!isNeeded(role) || !isUnderWay(incident.lifecycle)) return undefined;
  if (state === 'exhausted') return [bold('🚨 nobody'), { text: ': everybody was asked' }];
  return passed.length > 0 ? [bold('⚠️ nobody yet'), { text: ', asking the next' }] : plain('nobody yet');
}

/** The words with a capital at their beginning. */
export function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
