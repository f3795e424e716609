import { neededSoonerCard } from '../../cards/team/update-cards.ts';
import { teamSayer } from './elsewhere.ts';

/** Row `<reply>`: the requester says no to the later time that reply asked for. */
export const neededSooner = teamSayer((desk, ticket, ref) => {
  const reply = ticket.replies.find((known) => known.reply === ref);
  return reply && neededSoonerCard(ticket, reply, desk.settings);
});
