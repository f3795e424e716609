import type { IncidentDecision } from '../../../src/domain/incident/decision.ts';
import type { Incident } from '../../../src/domain/incident/incident.ts';
import { type Recording, recordReceipts } from '../../../src/domain/incident/updates/update-receipts.ts';

/** It stands in a ticket's thread since now. */
export function recordUpdateDelivery(
  incident: Incident,
  receipt: { readonly update: string; readonly ticket: string; readonly message: string },
  under: Recording,
): IncidentDecision {
  return recordReceipts(incident, [{ ...receipt, at: under.asked.at }], under);
}

/** It could not be said there; that ticket's customer still waits. */
export function recordUpdateFailure(
  incident: Incident,
  failure: { readonly update: string; readonly ticket: string; readonly reason: string },
  under: Recording,
): IncidentDecision {
  return recordReceipts(incident, [{ ...failure, at: under.asked.at }], under);
}
