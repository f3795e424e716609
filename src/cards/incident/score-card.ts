import type { Goal, Scored } from '../../domain/incident/drill/score.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { minute } from '../../domain/time.ts';
import type { TeamCard } from '../../ports.ts';
import type { Line } from '../card.ts';

const goalWords: Readonly<Record<Goal, string>> = {
  commander: 'Somebody led',
  liaison: 'Somebody spoke for customers',
  impact: 'It was said what is broken for whom',
  first_update: 'Customers heard for the first time',
  updates: 'Updates came in time',
  silent_liaison: 'Another liaison took over from the silent one',
  chat_failed: 'Work went on after chat failed',
  desk_away: 'Work went on after the desk was away',
  customer_asked: 'The customer who asked was told something',
  ended_well: 'It was said whether data was lost',
};

/** How a game day went: what was reached, what was not, and in how many minutes. */
export function scoreCard(incident: Incident, scored: readonly Scored[]): TeamCard {
  const reached = scored.filter((each) => each.reached).length;
  const summary = `Drill ${incident.id}: ${reached} of ${scored.length} goals reached`;
  return {
    audience: 'team',
    summary,
    blocks: [
      { type: 'heading', text: summary },
      {
        type: 'list',
        ordered: false,
        items: scored.map(
          (each): Line => [
            { text: each.reached ? 'Reached: ' : 'Missed: ', style: 'bold' },
            { text: `${goalWords[each.goal]}${figureOf(each)}` },
          ],
        ),
      },
      {
        type: 'context',
        line: [{ text: 'No customer was told anything, and no figure of the desk counts this drill.' }],
      },
    ],
  };
}

function figureOf({ tookMs, withinMs, done, of }: Scored): string {
  if (done !== undefined && of !== undefined) return ` (${done} of ${of})`;
  if (withinMs === undefined) return '';
  const goal = `goal ${minutes(withinMs)}`;
  return tookMs === undefined ? ` (never; ${goal})` : ` (${minutes(tookMs)}; ${goal})`;
}

function minutes(milliseconds: number): string {
  const full = Math.floor(milliseconds / minute);
  return milliseconds < minute ? 'under a minute' : `${full} min`;
}
