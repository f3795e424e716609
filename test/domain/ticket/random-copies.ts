import { recogniseCopy, seeCopy } from '../../../src/domain/ticket/copies.ts';
import type { Asked, Decision } from '../../../src/domain/ticket/decision.ts';
import type { Ticket } from '../../../src/domain/ticket/ticket.ts';

type Given = { ticket: Ticket; other: Ticket; asked: Asked; move: { readonly pick: number } };

/** What happens when two tickets say the very same. */
export function copyCommand({ ticket, other, asked, move }: Given): Decision {
  if (move.pick < 2) return seeCopy(ticket, other.id, asked);
  return recogniseCopy(ticket, move.pick > 4 ? undefined : { of: other.id, earlier: move.pick }, asked);
}
