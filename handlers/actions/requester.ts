import type { Asked, Decision } from '../../src/domain/ticket/decision.ts';
import { confirmSolution, disputeSolution, needHelp } from '../../src/domain/ticket/ending.ts';
import type { Ticket } from '../../src/domain/ticket/ticket.ts';
import { askedIn, changeAsAsked } from '../../src/workflows/change-ticket.ts';
import { reportOutcome, tell } from '../answer.ts';
import type { ActionHandler } from '../table.ts';

function answering(decide: (ticket: Ticket, asked: Asked) => Decision): ActionHandler {
  return async (desk, event) => {
    const asked = askedIn(desk, event);
    const changed = await changeAsAsked(desk, event.subject, asked, (ticket) => decide(ticket, asked));
    if (changed.outcome === 'refused' && changed.refusal.refused === 'not_allowed') {
      return tell(desk, event.handle, 'Only the person who asked can say whether it works.');
    }
    await reportOutcome(desk, event.handle, changed);
  };
}

/** "Yes, it works". */
export const confirmSolved = answering(confirmSolution);

/** "Still broken". */
export const stillBroken = answering(disputeSolution);

/** "Yes, still need help". */
export const stillNeedHelp = answering(needHelp);
