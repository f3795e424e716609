import type { IncidentEventOf } from '../../../domain/incident/event.ts';
import type { Incident } from '../../../domain/incident/incident.ts';
import type { TeamCard } from '../../../ports.ts';
import type { Line } from '../../card.ts';
import { actor } from '../../team/actor.ts';
import { said } from '../timeline/quoted.ts';
import { drillMark, headline } from './ladder-parts.ts';

/** Where things stand, for the team; no customer reads it. `where`: in the room everybody knows which incident it is. */
export function internalCard(
  incident: Incident,
  update: IncidentEventOf<'internal_update'>,
  where: 'room' | 'out',
): TeamCard {
  const parts = [
    ['Now', update.conditions],
    ['Doing', update.actions],
    ['Needed', update.needs],
  ] as const;
  const head: Line =
    where === 'room'
      ? [{ text: `${drillMark(incident)}Where things stand`, style: 'bold' }]
      : [{ text: `${headline(incident)}: where things stand`, style: 'bold' }];
  return {
    audience: 'team',
    summary: `${drillMark(incident)}${incident.id}: where things stand`,
    blocks: [
      {
        type: 'text',
        lines: [
          head,
          ...parts
            .filter(([, text]) => text.trim() !== '')
            .map(
              ([label, text]): Line => [{ text: `${label}: `, style: 'bold' }, { text: said(text, longest) }],
            ),
        ],
      },
      {
        type: 'context',
        line: [{ text: 'For the team, by ' }, actor(update.by), { text: '. Customers do not read this.' }],
      },
    ],
  };
}

const longest = 900;
