import type { Desk } from '../../desk.ts';
import { channelOfQueue } from '../../domain/desk-settings.ts';
import { nothing } from '../../domain/ticket/decision.ts';
import type { Ticket } from '../../domain/ticket/ticket.ts';
import type { TeamCard } from '../../ports.ts';
import { changeTicket } from '../change-ticket.ts';
import { type Claim, doneWith, sayer, type TicketSayer, toTeam } from './saying.ts';
import { threadOfCard } from './to-team.ts';

/**
 * Where the team is told: a person's own conversation (`anew`: never into a message that stands there), the thread of the
 * card, a channel of the team (warnings still in the thread), or the top of the queue's channel.
 */
export type Way = 'direct' | 'anew' | 'thread' | 'channel' | 'top';

/** Where it goes when the platform says no; nowhere after the top of the team's own channel. */
export const otherwise: Readonly<Partial<Record<string, Way>>> = {
  direct: 'thread',
  anew: 'thread',
  thread: 'top',
  channel: 'top',
};

const again = ':again';

/** The refused row ends, and one with that reference is said in the next place, so that somebody reads it. */
export async function sayElsewhere(desk: Desk, claim: Claim, ref: string | undefined): Promise<void> {
  const { key, kind, priority } = claim.row;
  await changeTicket(
    desk,
    claim.id,
    () => nothing,
    (ticket) => {
      const channel = channelOfQueue(desk.settings, ticket.triage?.queue);
      const row = { add: `${key}${again}`, kind, channel, priority, ...(ref === undefined ? {} : { ref }) };
      return { outbox: [doneWith(claim), row] };
    },
  );
}

/** The thread of the card, or the top of the queue's channel where there is none or it was refused. */
export function placeInTeam(desk: Desk, ticket: Ticket, way: 'thread' | 'top') {
  const top = { channel: channelOfQueue(desk.settings, ticket.triage?.queue) };
  return way === 'top' ? top : (threadOfCard(desk, ticket) ?? top);
}

/**
 * Ties a card to the thread of the ticket's card and, refused there, to the top of the queue's channel. Refused there too,
 * the row waits for a person. No card: no longer worth saying.
 */
export function teamSayer(
  cardOf: (desk: Desk, ticket: Ticket, ref: string | undefined) => TeamCard | undefined,
): TicketSayer {
  const inTeam = sayer({
    compose(desk, ticket, claim) {
      const card = cardOf(desk, ticket, claim.row.ref);
      if (!card) return { say: 'nothing' };
      return { say: 'post', post: toTeam(claim, placeInTeam(desk, ticket, wayOf(claim)), card) };
    },
  });
  return (desk) => ({
    ...inTeam(desk),
    async refused(claim) {
      if (wayOf(claim) === 'thread') await sayElsewhere(desk, claim, claim.row.ref);
    },
  });
}

function wayOf({ row }: Claim): 'thread' | 'top' {
  return row.key.endsWith(again) ? 'top' : 'thread';
}
