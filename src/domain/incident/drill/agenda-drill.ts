import { laterBy, second } from '../../time.ts';
import type { Agenda, Due } from '../agenda.ts';
import type { Incident } from '../incident.ts';
import { isUnderWay } from '../words.ts';
import { goingWrong, nextEnd, spanOf } from './drill.ts';

/** Due: what goes wrong next in a drill, and the end of what went wrong. */
export const agendaOfDrill: Agenda = (incident) => {
  const { drill } = incident;
  if (!drill || !isUnderWay(incident.lifecycle)) return [];
  const starts = drill.script[drill.begun];
  const ends = nextEnd(incident)?.step;
  return [
    ...(starts ? [step('drill:begin', spanOf(incident, starts).from)] : []),
    ...(ends ? [step('drill:end', spanOf(incident, ends).to)] : []),
  ];
};

function step(key: string, dueAt: Due['dueAt']): Due {
  return { key, kind: 'incident_drill', dueAt };
}

/** The desk first says that it is back, and then goes on. */
const backFirstMs = second;

/** While the desk plays dead nothing else of the incident is due. */
export function postponed(incident: Incident, agenda: readonly Due[]): readonly Due[] {
  const until = goingWrong(incident)
    .filter(({ fault }) => fault === 'desk_away')
    .map((each) => laterBy(spanOf(incident, each).to, backFirstMs))
    .sort()
    .at(-1);
  if (until === undefined || !isUnderWay(incident.lifecycle)) return agenda;
  return agenda.map((due) =>
    due.kind === 'incident_drill' || due.dueAt >= until ? due : { ...due, dueAt: until },
  );
}
