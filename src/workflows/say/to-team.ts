import { changedMessageCard, escalationCard, movedCard, relayCard } from '../../cards/team/thread-cards.ts';
import { ticketCard } from '../../cards/team/ticket-card.ts';
import type { Desk } from '../../desk.ts';
import { channelOfQueue } from '../../domain/desk-settings.ts';
import { nothing, stamp } from '../../domain/ticket/decision.ts';
import type { Ticket } from '../../domain/ticket/ticket.ts';
import { askedByDesk } from '../change-ticket.ts';
import { type Claim, sayer, toTeam } from './saying.ts';

/** The living card: posted once, edited in place ever after. */
export const card = sayer({
  compose(desk, ticket, claim) {
    const post = toTeam(claim, { channel: claim.row.channel }, ticketCard(ticket, desk.settings));
    const standing = cardIn(ticket, claim.row.channel);
    return standing ? { say: 'update', id: standing.id, post } : { say: 'post', post };
  },
  said(desk, ticket, claim, posted) {
    if (cardIn(ticket, claim.row.channel)) return nothing;
    const link = posted.link === undefined ? {} : { link: posted.link };
    const { channel } = claim.row;
    return {
      events: [{ type: 'card_posted', channel, id: posted.id, ...link, ...stamp(askedByDesk(desk)) }],
    };
  },
  // What was found after a crash may show an older state than the one just rendered.
  alsoSay: (ticket, claim) =>
    claim.maybeSaid && !cardIn(ticket, claim.row.channel) ? [{ ...addAgain(claim) }] : [],
  refused(desk, ticket, claim, error) {
    const standing = cardIn(ticket, claim.row.channel);
    if (!standing || error.code !== 'message_not_found') return 'park';
    return { events: [{ type: 'card_lost', id: standing.id, ...stamp(askedByDesk(desk)) }] };
  },
});

function cardIn(ticket: Ticket, channel: string) {
  return ticket.cards.find((known) => known.channel === channel);
}

function addAgain(claim: Claim) {
  const { key, kind, channel, priority } = claim.row;
  return { add: key, kind, channel, priority };
}

/** What stays in the old channel when the queue has one of its own. */
export const cardMoved = sayer({
  compose(desk, ticket, claim) {
    const id = claim.row.ref;
    const channel = channelOfQueue(desk.settings, ticket.triage?.queue);
    if (id === undefined || channel === claim.row.channel) return { say: 'nothing' };
    return {
      say: 'update',
      id,
      post: toTeam(claim, { channel: claim.row.channel }, movedCard(ticket, channel)),
    };
  },
});

/** Row `<message>` or `<message>@<moment of the change>`: what requesters and agents say reaches the team's thread. */
export const relay = sayer({
  compose(desk, ticket, claim) {
    const [id, change] = (claim.row.ref ?? '').split('@');
    const message = ticket.messages.find((known) => known.id === id);
    const place = threadOfCard(desk, ticket);
    if (!message || !place) return { say: 'nothing' };
    const words = change === undefined ? relayCard(ticket, message) : changedMessageCard(ticket, message);
    return { say: 'post', post: toTeam(claim, place, words) };
  },
});

export const escalation = sayer({
  compose(desk, ticket, claim) {
    if (!ticket.escalation) return { say: 'nothing' };
    const place = threadOfCard(desk, ticket) ?? { channel: claim.row.channel };
    return { say: 'post', post: toTeam(claim, place, escalationCard(ticket, [...desk.people.managers])) };
  },
});

/** Where the ticket is worked now; the latest card while its own channel has none yet. */
export function threadOfCard(desk: Desk, ticket: Ticket): { channel: string; thread: string } | undefined {
  const current = cardIn(ticket, channelOfQueue(desk.settings, ticket.triage?.queue)) ?? ticket.cards.at(-1);
  return current && { channel: current.channel, thread: current.id };
}
