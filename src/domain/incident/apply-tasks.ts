import type { ChangesOf } from './change.ts';
import type { Incident } from './incident.ts';

/** What is to be done while it is under way, by whom. */
export const changesOfTasks: ChangesOf<'task_added' | 'task_given' | 'task_done'> = {
  task_added: (incident, { task, text, owner, by, at }) => ({
    ...incident,
    tasks: [...incident.tasks, { task, text, ...(owner === undefined ? {} : { owner }), by, at }],
  }),
  task_given: (incident, { task, owner }) => withTask(incident, task, (known) => ({ ...known, owner })),
  task_done: (incident, { task, by, at }) =>
    withTask(incident, task, (known) => ({ ...known, done: { by, at } })),
};

type Task = Incident['tasks'][number];

function withTask(incident: Incident, id: string, change: (task: Task) => Task): Incident {
  return { ...incident, tasks: incident.tasks.map((known) => (known.task === id ? change(known) : known)) };
}
