import type { PersonId } from '../../chat-event.ts';
import { type IncidentAsked, type IncidentDecision, nothingFollows, stampOf } from '../decision.ts';
import type { Incident } from '../incident.ts';
import { mayDo } from '../permission.ts';
import { isUnderWay } from '../words.ts';

/** A line for the log. Also when it is over: what is remembered later belongs there too. */
export function addLogNote(incident: Incident, text: string, asked: IncidentAsked): IncidentDecision {
  if (!mayDo(incident, 'log', asked)) return { refused: 'not_allowed' };
  if (incident.lifecycle === 'merged') return { refused: 'ended' };
  if (text.trim() === '') return { refused: 'empty' };
  return { events: [{ type: 'noted', text: text.trim(), ...stampOf(asked) }] };
}

/** Something to be done now; what is done so that it does not come back is an action of the prevention plan. */
export function addTask(
  incident: Incident,
  task: { readonly text: string; readonly owner?: PersonId | undefined },
  asked: IncidentAsked,
): IncidentDecision {
  if (!mayDo(incident, 'log', asked)) return { refused: 'not_allowed' };
  if (!isUnderWay(incident.lifecycle)) return { refused: 'ended' };
  const text = task.text.trim();
  if (text === '') return { refused: 'empty' };
  return {
    events: [
      {
        type: 'task_added',
        task: `t${incident.tasks.length + 1}`,
        text,
        ...(task.owner === undefined ? {} : { owner: task.owner }),
        ...stampOf(asked),
      },
    ],
  };
}

/** Anybody of the team may say that it is done. `number` as people see it. */
export function finishTask(incident: Incident, number: number, asked: IncidentAsked): IncidentDecision {
  if (!mayDo(incident, 'log', asked)) return { refused: 'not_allowed' };
  const task = incident.tasks.find((known) => known.task === `t${number}`);
  if (!task) return { refused: 'no_such_task' };
  return task.done ? nothingFollows : { events: [{ type: 'task_done', task: task.task, ...stampOf(asked) }] };
}

/** Somebody does it, or somebody else than before. */
export function giveTask(
  incident: Incident,
  given: { readonly number: number; readonly owner: PersonId },
  asked: IncidentAsked,
): IncidentDecision {
  if (!mayDo(incident, 'log', asked)) return { refused: 'not_allowed' };
  const task = incident.tasks.find((known) => known.task === `t${given.number}`);
  if (!task) return { refused: 'no_such_task' };
  if (task.done || task.owner === given.owner) return nothingFollows;
  return { events: [{ type: 'task_given', task: task.task, owner: given.owner, ...stampOf(asked) }] };
}
