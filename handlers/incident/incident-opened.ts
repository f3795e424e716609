import { openedCard } from '../../src/cards/incident/tickets/declared-card.ts';
import { type Desk, roleOf } from '../../src/desk.ts';
import type { AnswerHandle } from '../../src/domain/chat-event.ts';
import { mayRead } from '../../src/domain/incident/permission.ts';
import type { WarRoomOpened } from '../../src/domain/incident/tickets/war-room-opened.ts';
import { showCard } from '../answer.ts';

/** Tells whoever asked for a war room what came of it: its number, and the way to the room for those who may go there. */
export async function reportOpened(desk: Desk, handle: AnswerHandle, opened: WarRoomOpened): Promise<void> {
  const { person } = handle;
  const known = opened.outcome === 'under_way' ? await desk.store.incidents({ ticket: opened.ticket }) : [];
  const seen = known.find(
    (incident) =>
      opened.outcome === 'under_way' &&
      incident.id === opened.incident &&
      mayRead(incident, { person, role: roleOf(desk.people, person) }),
  );
  await showCard(desk, handle, openedCard(opened, seen));
}
