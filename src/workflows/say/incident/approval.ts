import { approvalCard } from '../../../cards/incident/updates/approval-card.ts';
import type { Desk } from '../../../desk.ts';
import type { Incident } from '../../../domain/incident/incident.ts';
import { roomPlace } from '../../../domain/incident/room/place.ts';
import type { IncidentUpdate } from '../../../domain/incident/updates/incident-update.ts';
import { isOfTime } from '../../../domain/update/lint-update.ts';
import { asOfNow, findingsOf, firstReading, renderedUpdate } from '../../incident/updates/rendered-update.ts';
import { type IncidentSayer, incidentSayer } from './incident-sayer.ts';

/** An update for customers to be approved, and what became of it, changed in place. */
export const updateApproval: IncidentSayer = incidentSayer({
  async compose(desk, { incident, claim }) {
    const place = roomPlace(incident);
    const update = incident.updates.find((known) => known.update === claim.row.ref);
    if (!place || !update) return undefined;
    return { card: await cardOf(desk, incident, update), place };
  },
  stands: 'in_place',
});

async function cardOf(desk: Desk, incident: Incident, update: IncidentUpdate) {
  const { timezone } = desk.settings;
  const isOpen = update.state === 'draft' || update.state === 'pending';
  // Changed with every receipt: what is decided is not measured for every customer again.
  if (!isOpen) {
    const text = await firstReading(desk, incident, update);
    return approvalCard(incident, { update, text, findings: [], timezone });
  }
  const rendered = await renderedUpdate(desk, incident, asOfNow(desk, incident, update));
  // Its times are set anew when it is sent.
  const findings = findingsOf(rendered).filter((finding) => !isOfTime(finding));
  return approvalCard(incident, { update, text: rendered[0]?.text, findings, timezone });
}
