import type { Incident } from '../incident.ts';
import type { Lifecycle } from '../words.ts';

/** Who leads it, and whether its review has begun, is nothing that customers are told. */
const toCustomers: Readonly<Partial<Record<Lifecycle, Lifecycle>>> = {
  declared: 'active',
  in_review: 'resolved',
};

/** What an approval rests on: when one of these changes, it expires. */
export function factsOf(incident: Incident): string {
  const { lifecycle, customerStatus, severity, impact, resolved } = incident;
  return JSON.stringify([
    toCustomers[lifecycle] ?? lifecycle,
    customerStatus,
    severity,
    impact?.what ?? '',
    impact?.since ?? '',
    impact?.notAffected ?? '',
    resolved?.text ?? '',
    resolved?.dataLoss ?? '',
  ]);
}
