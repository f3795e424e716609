import { followUpCard } from '../../cards/requester/follow-up-card.ts';
import { nudgeCard } from '../../cards/team/nudge-card.ts';
import { nothing, stamp } from '../../domain/ticket/decision.ts';
import { isOpenQuestion } from '../../domain/ticket/follow-up-cards.ts';
import { nudgeOf, putOffNudge } from '../../domain/ticket/nudges.ts';
import { publicConversations } from '../../domain/ticket/ticket.ts';
import { askedByDesk } from '../change-ticket.ts';
import { teamSayer } from './elsewhere.ts';
import { sayer, showFailure, toRequester } from './saying.ts';

/** Whether the requester still needs us, once in each thread; said again, it shows what came of it. */
export const followUp = sayer({
  compose(desk, ticket, claim) {
    const conversation = publicConversations(ticket)[Number(claim.row.ref?.split('#')[1] ?? 0)];
    if (!conversation) return { say: 'nothing' };
    const ask = claim.row.key;
    const post = toRequester(claim, conversation, followUpCard(ticket, ask, desk.settings));
    const standing = ticket.asks?.find((known) => known.ask === ask);
    if (standing) return { say: 'update', id: standing.id, post };
    return isOpenQuestion(ticket, ask) ? { say: 'post', post } : { say: 'nothing' };
  },
  said(desk, ticket, claim, posted) {
    const ask = claim.row.key;
    if (ticket.asks?.some((known) => known.ask === ask)) return nothing;
    return { events: [{ type: 'ask_posted', ask, id: posted.id, ...stamp(askedByDesk(desk)) }] };
  },
  refused: showFailure,
});

/** Row `<why>@<moment>@<person>`: somebody of the team is called to the ticket's thread, because it is theirs again. */
export const nudge = teamSayer((desk, ticket, ref) => {
  const nudge = nudgeOf(ref);
  // It was sent meanwhile, or put off once more.
  if (nudge?.kind === 'put_off' && putOffNudge(ticket) !== ref) return undefined;
  return nudge && nudgeCard(ticket, nudge, desk.settings);
});
