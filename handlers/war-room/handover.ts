import { roleNamed } from '../../src/cards/incident/roles/role-words.ts';
import { rolesOf } from '../../src/domain/incident/permission.ts';
import { tell } from '../answer.ts';
import { givePart } from '../incident/incident-give-part.ts';
import type { WarRoomCommand } from './table.ts';

/** A part goes to somebody else when they accept: `handover commander @Ana`, or `handover @Ana` from whoever has one part. */
export const handover: WarRoomCommand = async (desk, event, { incident, rest }) => {
  const [word = '', ...others] = rest.trim().split(/\s+/);
  const named = roleNamed(word);
  const own = rolesOf(incident, event.by);
  const role = named ?? (own.length === 1 ? own[0] : undefined);
  if (role === undefined || rest.trim() === '') {
    await tell(
      desk,
      event.handle,
      'Which part, and to whom? Write it like /ticket war-room handover commander @Ana.',
    );
    return;
  }
  const words = named === undefined ? rest : others.join(' ');
  await givePart(desk, event, { id: incident.id, role, words });
};
