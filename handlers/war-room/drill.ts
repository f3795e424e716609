import { isTeam } from '../../src/desk.ts';
import { type DrillName, drillScripts } from '../../src/domain/incident/drill/drill.ts';
import { incidentAskedIn } from '../../src/workflows/incident/change-incident.ts';
import { startDrill } from '../../src/workflows/incident/drill/start-drill.ts';
import { tell } from '../answer.ts';
import type { CommandHandler } from '../table.ts';

/** `/ticket war-room drill [full|liaison|chat|away|calm]`: a marked game day. */
export const drill: CommandHandler = async (desk, event, rest) => {
  const name = rest.trim().toLowerCase() || 'full';
  if (!isTeam(desk.people, event.by)) {
    await tell(desk, event.handle, 'Only the support team can run a drill.');
  } else if (!isScript(name)) {
    const names = Object.keys(drillScripts).join(', ');
    await tell(desk, event.handle, `There is no drill “${name}”. Choose one of: ${names}.`);
  } else {
    const start = await startDrill(desk, name, incidentAskedIn(desk, event));
    const words = {
      started:
        'The drill begins. Whoever is asked to take part reads so in a direct message; its room is on the way.',
      under_way: `Drill ${'id' in start ? start.id : ''} is under way. End it with /ticket war-room resolve or cancel in its room.`,
      not_allowed: 'Only the support team can run a drill.',
    };
    await tell(desk, event.handle, words[start.outcome]);
  }
  return { outcome: 'done' };
};

function isScript(name: string): name is DrillName {
  return Object.hasOwn(drillScripts, name);
}
