import { neededSoonerCard, updateReminderCard } from '../../cards/team/update-cards.ts';
import { nothing } from '../../domain/ticket/decision.ts';
import { proposedUpdate } from '../../domain/ticket/updating.ts';
import { sayer, toTeam } from './saying.ts';
import { threadOfCard } from './to-team.ts';

/** Row `<reply>`: the requester says no to the later time that reply asked for. */
export const neededSooner = sayer({
  compose(desk, ticket, claim) {
    const reply = ticket.replies.find((known) => known.reply === claim.row.ref);
    if (!reply) return { say: 'nothing' };
    const place = threadOfCard(desk, ticket) ?? { channel: claim.row.channel };
    return { say: 'post', post: toTeam(claim, place, neededSoonerCard(ticket, reply, desk.settings)) };
  },
});

/** Row `<update>@<moment>`: an update was put off until now, and still stands. */
export const updateReminder = sayer({
  compose(desk, ticket, claim) {
    const update = proposedUpdate(ticket);
    const by = update?.snoozes.at(-1)?.by;
    if (update?.update !== claim.row.ref?.split('@')[0] || by === undefined) return { say: 'nothing' };
    const place = threadOfCard(desk, ticket) ?? { channel: claim.row.channel };
    return { say: 'post', post: toTeam(claim, place, updateReminderCard(ticket, by, desk.settings)) };
  },
  // The clock's own notices follow.
  refused: () => nothing,
});
