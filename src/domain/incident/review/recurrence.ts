import { type Instant, laterBy } from '../../time.ts';
import type { Incident } from '../incident.ts';
import type { IncidentSettings } from '../settings.ts';
import type { IncidentSummary } from '../summary.ts';
import { reviewOwnerOf } from './review.ts';
import { morningFrom } from './review-hours.ts';

/** When the desk looks whether the same came back; undefined once it did, and for what was none or a drill. */
export function recurrenceDueAt(
  incident: Incident,
  { recurrenceAfterMs }: IncidentSettings,
): Instant | undefined {
  const { resolved, recurrence, lifecycle, mode } = incident;
  const isOver = lifecycle === 'resolved' || lifecycle === 'in_review' || lifecycle === 'closed';
  if (!resolved || !isOver || mode === 'drill') return undefined;
  if (recurrence && recurrence.at >= resolved.at) return undefined;
  const zone = incident.zones?.[reviewOwnerOf(incident) ?? ''];
  const at = laterBy(resolved.at, recurrenceAfterMs);
  return zone === undefined ? at : morningFrom(at, zone);
}

/** An earlier incident that has something in common with this one. */
export type Alike = { readonly id: string; readonly declaredAt: Instant; readonly because: string };

/** Words that say nothing about what is broken. */
const commonWords = new Set(
  'with from that this does work works working fails failed error errors after when drill'.split(' '),
);

/** Earlier live incidents that share tickets or words of the title, the latest first. */
export function likeThis(
  incident: Incident,
  others: readonly Pick<IncidentSummary, 'id' | 'title' | 'mode' | 'lifecycle' | 'declaredAt' | 'tickets'>[],
): readonly Alike[] {
  const tickets = new Set(incident.tickets.map(({ ticket }) => ticket));
  const words = wordsOf(incident.title);
  return others
    .filter(
      ({ mode, lifecycle, declaredAt }) =>
        mode === 'live' && lifecycle !== 'cancelled' && declaredAt < incident.declared.at,
    )
    .flatMap((other): Alike[] => {
      const shared = other.tickets.filter((ticket) => tickets.has(ticket));
      const common = [...wordsOf(other.title)].filter((word) => words.has(word));
      const because = [
        ...(shared.length > 0 ? [`the same ${shared.join(', ')}`] : []),
        ...(common.length >= 2 ? [`alike in “${common.join(' ')}”`] : []),
      ].join('; ');
      return because === '' ? [] : [{ id: other.id, declaredAt: other.declaredAt, because }];
    })
    .sort((one, other) => (one.declaredAt < other.declaredAt ? 1 : -1))
    .slice(0, 10);
}

function wordsOf(title: string): ReadonlySet<string> {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [];
  return new Set(words.filter((word) => !commonWords.has(word)));
}
