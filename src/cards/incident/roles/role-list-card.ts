import type { Incident } from '../../../domain/incident/incident.ts';
import { partsBeside } from '../../../domain/incident/roles/stand-in.ts';
import { isUnderWay, type LeadRole, leadRoles } from '../../../domain/incident/words.ts';
import type { Card } from '../../card.ts';
import { bold, plain } from '../../text.ts';
import { incidentName, roleWords } from '../incident-words.ts';
import { roleCommandWords, roleLine, takeButton } from './role-words.ts';

/** Who has which part, and how one is given. */
export function roleListCard(incident: Incident, person: string): Card {
  const name = incidentName(incident);
  const open = leadRoles.filter((role) => canTake(incident, role, person));
  return {
    summary: `${name}: who has which part`,
    blocks: [
      { type: 'text', lines: [[bold(name), { text: ' · who has which part' }]] },
      {
        type: 'facts',
        items: [
          ...leadRoles.map((role) => ({ label: roleWords[role], value: roleLine(incident, role) })),
          ...incident.specialists.map((each) => ({ label: each.area, value: [{ person: each.person }] })),
        ],
      },
      ...(open.length === 0
        ? []
        : [
            {
              type: 'actions' as const,
              items: open.map((role) => takeButton(incident, role, partsBeside(incident, role, person))),
            },
          ]),
      { type: 'context', line: plain(howToGive) },
    ],
  };
}

function canTake({ lifecycle, roles }: Incident, role: LeadRole, person: string): boolean {
  const { state, held, acting } = roles[role];
  return (
    isUnderWay(lifecycle) &&
    state !== 'accepted' &&
    (held === undefined || acting === true) &&
    held !== person
  );
}

const words = leadRoles.map((role) => roleCommandWords[role]).join(', ');

/** How the command is written. */
export const howToGive = `Write /ticket war-room role commander me, or role liaison @Ana. The parts: ${words}; or role specialist billing @Ana.`;

/** Somebody has a part and wants another one: both only when they say so. */
export function bothPartsCard(incident: Incident, role: LeadRole, person: string): Card {
  const besides = partsBeside(incident, role, person);
  const text = `You are ${besides.map((other) => roleWords[other]).join(' and ')} in this incident. One person can hardly do both for long.`;
  return {
    summary: text,
    blocks: [
      { type: 'text', lines: [plain(text)] },
      { type: 'actions', items: [takeButton(incident, role, besides)] },
    ],
  };
}
