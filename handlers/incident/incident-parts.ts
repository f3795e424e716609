import { bothPartsCard } from '../../src/cards/incident/roles/role-list-card.ts';
import type { Desk } from '../../src/desk.ts';
import type { AnswerHandle } from '../../src/domain/chat-event.ts';
import type { IncidentAsked } from '../../src/domain/incident/decision.ts';
import { takeRole } from '../../src/domain/incident/roles/roles.ts';
import { type LeadRole, leadRoles } from '../../src/domain/incident/words.ts';
import { changeIncidentAsAsked } from '../../src/workflows/incident/change-incident.ts';
import { showCard } from '../answer.ts';
import { reportIncident } from './incident-answer.ts';

/** A part, and those that its taker has said they keep: `commander|liaison`. */
export function partsIn(value: string | undefined): readonly LeadRole[] {
  return (value ?? '')
    .split('|')
    .map((word) => leadRoles.find((role) => role === word))
    .filter((role) => role !== undefined);
}

/** Somebody takes a part. Who has another one is asked whether they want both. */
export async function takePart(
  desk: Desk,
  ask: {
    readonly id: string;
    readonly handle: AnswerHandle;
    readonly role: LeadRole;
    readonly confirmed: readonly LeadRole[];
  },
  asked: IncidentAsked,
): Promise<boolean> {
  const { id, handle, role, confirmed } = ask;
  const changed = await changeIncidentAsAsked(desk, id, asked, (incident) =>
    takeRole(incident, { role, confirmed }, asked),
  );
  if (changed.outcome === 'refused' && changed.refusal.refused === 'other_part') {
    await showCard(desk, handle, bothPartsCard(changed.incident, role, handle.person));
    return false;
  }
  return reportIncident(desk, handle, changed);
}
