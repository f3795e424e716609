import type { Incident } from '../../../domain/incident/incident.ts';
import { roomSteps } from '../../../domain/incident/words.ts';
import type { Block, Line } from '../../card.ts';
import { bold, plain } from '../../text.ts';
import { roomStepWords } from '../incident-words.ts';
import { said } from '../timeline/quoted.ts';

const mostMissing = 5;

/** What of the room is missing and why, with a way to try again; nothing when all is as it should be. */
export function roomTroubleBlocks(incident: Incident): readonly Block[] {
  const lines = [...stateLines(incident), ...stepLines(incident), ...missingLines(incident)];
  if (lines.length === 0) return [];
  const { state } = incident.room;
  if (state === 'pending' || state === 'archived') return [{ type: 'text', lines }];
  return [
    { type: 'text', lines },
    { type: 'actions', items: [{ action: 'incident_repair', subject: incident.id, label: 'Try again' }] },
  ];
}

function stateLines({ room, visibility }: Incident): readonly Line[] {
  const { state } = room;
  if (state === 'ready') return [];
  if (state === 'pending') return [plain('⏳ The room is being made.')];
  if (state === 'archived') return [plain('The room is archived.')];
  if (state === 'lost') return [[bold('⚠️ The room is gone.'), { text: ' The desk goes on without it.' }]];
  if (state === 'blocked') {
    return [
      [
        bold('⚠️ There is no room:'),
        { text: ` no private channel can be made, and nothing ${visibility} goes into a public one.` },
      ],
    ];
  }
  return [[bold('⚠️ There is no channel:'), { text: ' this thread is the room.' }]];
}

function stepLines({ room }: Incident): readonly Line[] {
  return roomSteps.flatMap((step): Line[] => {
    const known = room.steps[step];
    if (!known?.refused) return [];
    return [plain(`⚠️ Could not ${roomStepWords[step]}: ${said(known.refused.reason, 160)}`)];
  });
}

function missingLines({ room: { missing } }: Incident): readonly Line[] {
  if (missing.length === 0) return [];
  const shown = missing
    .slice(0, mostMissing)
    .map(
      ({ person, reason }): Line => [
        { text: '⚠️ Not in the room: ' },
        { person },
        { text: ` (${said(reason, 120)})` },
      ],
    );
  const rest = missing.length - shown.length;
  return rest > 0 ? [...shown, plain(`and ${rest} more who could not be let in`)] : shown;
}
