import { plain } from '../../src/cards/text.ts';
import type { Desk } from '../../src/desk.ts';
import type { IncidentAsked, IncidentDecision } from '../../src/domain/incident/decision.ts';
import type { Incident } from '../../src/domain/incident/incident.ts';
import { changeIncidentAsAsked, incidentAskedIn } from '../../src/workflows/incident/change-incident.ts';
import { showCard } from '../answer.ts';
import { reportIncident } from '../incident/incident-answer.ts';
import type { Command } from '../table.ts';

/** A command that is one decision about its incident; whoever wrote it reads what came of it. */
export async function decideAndTell(
  desk: Desk,
  event: Command,
  what: {
    readonly incident: Incident;
    readonly decide: (incident: Incident, asked: IncidentAsked) => IncidentDecision;
    readonly done: string;
  },
): Promise<void> {
  const asked = incidentAskedIn(desk, event);
  const changed = await changeIncidentAsAsked(desk, what.incident.id, asked, what.decide);
  if (!(await reportIncident(desk, event.handle, changed))) return;
  const words = changed.outcome === 'unchanged' ? 'It is so already.' : what.done;
  await showCard(desk, event.handle, { summary: words, blocks: [{ type: 'text', lines: [plain(words)] }] });
}
