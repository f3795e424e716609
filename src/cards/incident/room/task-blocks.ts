import type { Incident } from '../../../domain/incident/incident.ts';
import type { Block, Line } from '../../card.ts';
import { bold, counted } from '../../text.ts';
import { said } from '../timeline/quoted.ts';

const mostTasks = 5;

/** What is still to do, the oldest first. */
export function taskBlocks({ tasks }: Incident): readonly Block[] {
  const open = tasks.filter(({ done }) => !done);
  if (open.length === 0) return [];
  const items = open
    .slice(0, mostTasks)
    .map(
      ({ task, text, owner }): Line => [
        { text: `${task.replace(/^\D+/, '')}: ${said(text, 120)}` },
        ...(owner === undefined ? [{ text: ' · nobody has it' }] : [{ text: ' · ' }, { person: owner }]),
      ],
    );
  const rest = open.length - items.length;
  return [
    { type: 'text', lines: [[bold(counted(open.length, 'open task'))]] },
    {
      type: 'list',
      ordered: false,
      items: [...items, ...(rest > 0 ? [[{ text: `and ${rest} more` }]] : [])],
    },
  ];
}
