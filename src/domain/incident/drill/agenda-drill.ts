import type { Agenda, Due } from '../agenda.ts';
import type { Incident } from '../incident.ts';
import { isUnderWay } from '../words.ts';
import { spanOf } from './drill.ts';

/** Due: what goes wrong next in a drill, and the end of what went wrong. */
export const agendaOfDrill: Agenda = (incident) => {
  const { drill } = incident;
  if (!drill || !isUnderWay(incident.lifecycle)) return [];
  const { begun, ended } = drill;
  const begin = drill.script.findIndex((_step, index) => index >= begun);
  const end = drill.script.findIndex((_step, index) => index >= ended && index < begun);
  const starts = drill.script[begin];
  const ends = drill.script[end];
  return [
    ...(starts ? [step('drill:begin', spanOf(incident, starts).from)] : []),
    ...(ends ? [step('drill:end', spanOf(incident, ends).to)] : []),
  ];
};

function step(key: string, dueAt: Due['dueAt']): Due {
  return { key, kind: 'incident_drill', dueAt };
}

/** While the desk plays dead nothing else of the incident is due. */
export function postponed(incident: Incident, agenda: readonly Due[]): readonly Due[] {
  const away = incident.drill?.script.filter(
    (each, index) =>
      each.fault === 'desk_away' &&
      index < (incident.drill?.begun ?? 0) &&
      index >= (incident.drill?.ended ?? 0),
  );
  const until = away
    ?.map((each) => spanOf(incident, each).to)
    .sort()
    .at(-1);
  if (until === undefined) return agenda;
  return agenda.map((due) =>
    due.kind === 'incident_drill' || due.dueAt >= until ? due : { ...due, dueAt: until },
  );
}
