import { mergeWords } from '../src/cards/team/merge-words.ts';
import type { Desk } from '../src/desk.ts';
import type { Asked } from '../src/domain/ticket/decision.ts';
import type { Ticket } from '../src/domain/ticket/ticket.ts';
import { personOf } from '../src/workflows/identify-requester.ts';
import { previewMerge } from '../src/workflows/merge-tickets.ts';

/** What merging would change on the other ticket, in words; undefined when its severity and who has it stay. */
export async function effectOfMerge(
  desk: Desk,
  ticket: Ticket,
  target: Ticket,
  asked: Asked,
): Promise<string | undefined> {
  const after = previewMerge(desk, ticket, target, asked);
  if (!after) return undefined;
  const name = after.assignee && (await personOf(desk, after.assignee.person))?.name;
  return mergeWords(target, after, { settings: desk.settings, now: asked.at, name });
}
