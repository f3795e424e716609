import type { Desk } from '../../../desk.ts';
import { stampOf } from '../../../domain/incident/decision.ts';
import { inTurn } from '../../../domain/incident/roles/in-turn.ts';
import { nameSpecialist } from '../../../domain/incident/roles/roles.ts';
import type { Claims } from '../../../store-port.ts';
import { loadTicket } from '../../change-ticket.ts';
import { changeIncident, incidentAskedByDesk, loadIncident } from '../change-incident.ts';

/** Whoever knows what the attached tickets are about is called in, once for each area. */
export async function callInSpecialists(desk: Desk, { id, timer }: Claims['timers']): Promise<void> {
  const known = await loadIncident(desk, id);
  const tickets = (known?.tickets ?? [])
    .map(({ ticket }) => ticket)
    .filter((ticket) => !known?.lookedUp?.includes(ticket));
  const found = await Promise.all(tickets.map((ticket) => loadTicket(desk, ticket)));
  const areas = [
    ...new Set(found.map((ticket) => ticket?.triage?.category).filter((area) => area !== undefined)),
  ];
  const { specialists } = desk.settings.incidents;
  const wanted = areas.flatMap((area) => (specialists[area] ?? []).map((person) => ({ area, person })));
  const asked = incidentAskedByDesk(desk);
  await changeIncident(
    desk,
    id,
    (incident) =>
      inTurn(
        incident,
        () => ({ events: [{ type: 'specialists_looked_up', tickets, areas, ...stampOf(asked) }] }),
        ...wanted.map((specialist) => (now: typeof incident) => nameSpecialist(now, specialist, asked)),
      ),
    { fired: timer },
  );
}
