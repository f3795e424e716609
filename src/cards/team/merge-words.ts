import type { DeskSettings } from '../../domain/desk-settings.ts';
import { nextDue } from '../../domain/sla/clocks-of.ts';
import type { Ticket } from '../../domain/ticket/ticket.ts';
import type { Instant } from '../../domain/time.ts';
import { isSameLocalDay, momentText } from '../moment.ts';
import { promiseWords } from '../promise-words.ts';

/**
 * What a merge makes of the ticket the other one goes into: `T-64 becomes P1, next update due 13:56 (UTC), and stays
 * with Ana.` Undefined when neither its severity nor who has it changes.
 */
export function mergeWords(
  before: Ticket,
  after: Ticket,
  view: {
    readonly settings: DeskSettings;
    readonly now: Instant;
    /** Of whoever has it afterwards. */
    readonly name: string | undefined;
  },
): string | undefined {
  const severity = after.triage?.severity;
  const isGraver = severity !== undefined && severity !== before.triage?.severity;
  const isTaken = before.assignee === undefined && after.assignee !== undefined;
  if (!isGraver && !isTaken) return undefined;
  const whose = !after.assignee
    ? 'nobody has it yet'
    : `${isTaken ? 'goes to' : 'stays with'} ${view.name ?? 'the one who has it'}`;
  const parts = [...(isGraver ? [`becomes ${severity}`, ...dueWords(after, view)] : []), whose];
  return `${after.id} ${parts.length === 1 ? whose : `${parts.slice(0, -1).join(', ')}, and ${parts.at(-1)}`}.`;
}

function dueWords(
  after: Ticket,
  { settings, now }: { readonly settings: DeskSettings; readonly now: Instant },
): string[] {
  const { policies, timezone } = settings;
  const next = nextDue(after, policies, now);
  if (!next) return [];
  const style = isSameLocalDay(next.dueAt, now, timezone) ? 'time' : 'date_time';
  return [`${promiseWords(next.target, after, policies)} due ${momentText(next.dueAt, timezone, style)}`];
}
