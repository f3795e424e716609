import type { Incident } from '../../../domain/incident/incident.ts';
import type { TeamCard } from '../../../ports.ts';
import type { Button } from '../../card.ts';
import { plain } from '../../text.ts';
import { incidentName } from '../incident-words.ts';

/** A room is lost, or cannot be made: what can be done, for who leads; or what became of it. */
export function roomTroubleCard(incident: Incident): TeamCard {
  const { room, visibility } = incident;
  const name = incidentName(incident);
  if (room.state === 'lost') {
    const choices = [
      button(incident, 'incident_room_back', 'Bring it back'),
      button(incident, 'incident_new_room', 'New room'),
      ...(visibility === 'restricted' ? [] : [button(incident, 'incident_in_thread', 'Go on in a thread')]),
    ];
    const next = 'Without an answer a new room is made in 5 minutes. All times and reminders go on.';
    return card(`${name} has lost its room. ${room.lost?.reason ?? ''}`.trim(), next, choices);
  }
  if (room.state === 'blocked') {
    const reason = room.steps.create?.refused?.reason ?? 'It could not be made in time.';
    const next =
      'No public room is made instead. Ask an administrator to let the desk make private channels, then press Try again. Until then bring people together in a group message; what is due comes to you here.';
    return card(`${name} has no private room. ${reason}`, next, [
      button(incident, 'incident_repair', 'Try again'),
    ]);
  }
  return {
    audience: 'team',
    summary: `${name}: ${whatBecame(incident)}`,
    blocks: [{ type: 'text', lines: [[...plain(`${name}: ${whatBecame(incident)} `), ...where(incident)]] }],
  };
}

function whatBecame({ room }: Incident): string {
  if (room.state === 'ready') return 'the room is there.';
  if (room.state === 'degraded') return 'a thread is the room now.';
  return room.state === 'archived' ? 'the room is archived.' : 'another room is being made.';
}

function where({ room }: Incident) {
  return room.channel !== undefined && (room.state === 'ready' || room.state === 'degraded')
    ? [{ channel: room.channel }]
    : [];
}

function card(summary: string, next: string, items: readonly Button[]): TeamCard {
  return {
    audience: 'team',
    summary,
    blocks: [
      { type: 'text', lines: [[{ text: summary, style: 'bold' }]] },
      { type: 'text', lines: [plain(next)] },
      { type: 'actions', items },
    ],
  };
}

function button({ id }: Incident, action: string, label: string): Button {
  return { action, subject: id, label };
}
