import type { Desk } from '../desk.ts';
import { noteEngineFailure } from '../domain/ticket/judgement.ts';
import { recordFailure } from '../domain/ticket/reply.ts';
import type { Claims } from '../store-port.ts';
import { askedByDesk, changeTicket } from './change-ticket.ts';

/** Something for the requester could not be said for so long that the desk stopped trying: the card shows it. */
export async function tellOfParkedWords(desk: Desk, claim: Claims['outbox'], reason: string): Promise<void> {
  if (claim.kind !== 'ticket' || !toRequester.has(claim.row.kind)) return;
  await changeTicket(desk, claim.id, (ticket) =>
    recordFailure(ticket, { key: claim.row.key, reason }, askedByDesk(desk)),
  );
}

const toRequester: ReadonlySet<string> = new Set(['reply', 'notice', 'ask', 'follow_up', 'closing']);

/** A ticket could not be judged for so long that the desk stopped trying: the card says so. */
export async function tellOfParkedTimer(desk: Desk, claim: Claims['timers']): Promise<void> {
  if (claim.kind !== 'ticket' || claim.timer.kind !== 'work') return;
  await changeTicket(desk, claim.id, (ticket) =>
    noteEngineFailure(
      ticket,
      'it failed again and again. Sort and answer this one by hand.',
      askedByDesk(desk),
    ),
  );
}
