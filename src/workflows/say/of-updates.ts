import { neededSoonerCard, updateReminderCard } from '../../cards/team/update-cards.ts';
import { proposedUpdate } from '../../domain/ticket/updating.ts';
import { teamSayer } from './elsewhere.ts';

/** Row `<reply>`: the requester says no to the later time that reply asked for. */
export const neededSooner = teamSayer((desk, ticket, ref) => {
  const reply = ticket.replies.find((known) => known.reply === ref);
  return reply && neededSoonerCard(ticket, reply, desk.settings);
});

/** Row `<update>@<moment>`: an update was put off until now, and still stands. */
export const updateReminder = teamSayer((desk, ticket, ref) => {
  const update = proposedUpdate(ticket);
  const by = update?.snoozes.at(-1)?.by;
  if (update?.update !== ref?.split('@')[0] || by === undefined) return undefined;
  return updateReminderCard(ticket, by, desk.settings);
});
