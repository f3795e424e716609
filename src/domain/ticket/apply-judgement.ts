import type { Severity, Tier } from '../words.ts';
import { byAt, type ChangesOf, without } from './change.ts';
import type { CorrectableField, Triage } from './ticket.ts';

/** How the ticket is sorted, by an engine and by people. */
export const judgementChanges: ChangesOf<'triaged' | 'corrected'> = {
  triaged: (ticket, { triage }) => {
    const corrections = ticket.triage?.corrections ?? [];
    const corrected = Object.fromEntries(
      corrections.map(({ field }) => [field, ticket.triage?.[field]]),
    ) as Partial<Pick<typeof triage, CorrectableField>>;
    const byHand = corrected.severity;
    return {
      ...without(ticket, 'engineTrouble'),
      triage: {
        ...triage,
        ...corrected,
        ...(byHand === undefined ? {} : { tier: tierAfter(triage, byHand) }),
        corrections,
      },
    };
  },
  corrected: (ticket, event) => {
    const { triage } = ticket;
    if (!triage) return ticket;
    const { field, was, to } = event;
    const isSaid = field === 'severity' && event.by !== 'desk';
    return {
      ...(isSaid ? without(ticket, 'beforeMerges') : ticket),
      triage: {
        ...triage,
        [field]: to,
        ...(field === 'severity' ? { tier: tierAfter(triage, to as Severity) } : {}),
        corrections: [...triage.corrections, { field, was, ...byAt(event) }],
      },
    };
  },
};

/** A critical ticket is run as a war room; what no longer is one is not. */
export function tierAfter({ severity, tier }: Pick<Triage, 'severity' | 'tier'>, now: Severity): Tier {
  if (now === 'P1') return 4;
  if (severity !== 'P1') return tier;
  const most = now === 'P4' ? 1 : 2;
  return tier > most ? most : tier;
}
