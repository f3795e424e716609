import type { Desk } from '../../src/desk.ts';
import type { Incident } from '../../src/domain/incident/incident.ts';
import { addTask, finishTask, giveTask } from '../../src/domain/incident/log/log-lines.ts';
import { namedPerson } from '../../src/workflows/incident/roles/named-person.ts';
import { tell } from '../answer.ts';
import { openIncidentForm } from '../incident/incident-form.ts';
import type { Command } from '../table.ts';
import { decideAndTell } from './decide.ts';
import type { WarRoomCommand } from './table.ts';

/** `look at the database`, `@Omar look at the database`, `2 @Omar`, `done 2`. */
export const task: WarRoomCommand = async (desk, event, { incident, rest }) => {
  if (rest === '') return openIncidentForm(desk, event.handle, { form: 'task', incident });
  const done = /^done\s+#?(\d+)$/i.exec(rest)?.[1] ?? /^#?(\d+)\s+done$/i.exec(rest)?.[1];
  if (done !== undefined) {
    return decideAndTell(desk, event, {
      incident,
      decide: (current, asked) => finishTask(current, Number(done), asked),
      done: `Task ${done} is done.`,
    });
  }
  if (/^done$/i.test(rest))
    return tell(desk, event.handle, 'Which one? Write its number, like /ticket war-room task done 1.');
  const given = /^#?(\d+)\s+(?:to\s+|for\s+)?(@\S.*|me)$/i.exec(rest);
  if (given) return give(desk, event, { incident, number: Number(given[1]), who: given[2] ?? '' });
  if (!rest.startsWith('@')) return add(desk, event, { incident, text: rest });
  const named = await namedPerson(desk, rest, event.by);
  if (!named) return nobody(desk, event, rest);
  await add(desk, event, { incident, text: named.rest, owner: named.person });
};

function add(
  desk: Desk,
  event: Command,
  { incident, text, owner }: { readonly incident: Incident; readonly text: string; readonly owner?: string },
): Promise<void> {
  return decideAndTell(desk, event, {
    incident,
    decide: (current, asked) => addTask(current, { text, owner }, asked),
    done: 'The task is on the room’s card.',
  });
}

async function give(
  desk: Desk,
  event: Command,
  { incident, number, who }: { readonly incident: Incident; readonly number: number; readonly who: string },
): Promise<void> {
  const named = await namedPerson(desk, who, event.by);
  if (!named) return nobody(desk, event, who);
  await decideAndTell(desk, event, {
    incident,
    decide: (current, asked) => giveTask(current, { number, owner: named.person }, asked),
    done: `Task ${number} has its owner.`,
  });
}

async function nobody(desk: Desk, event: Command, words: string): Promise<void> {
  const [first = ''] = words.split(/\s+/);
  await tell(
    desk,
    event.handle,
    `Nobody is called “${first}” here. Write it like /ticket war-room task 2 @Omar.`,
  );
}
