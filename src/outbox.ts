import type { TicketSaying } from './domain/ticket/consequences.ts';
import { changeNotice } from './workflows/say/change-notice.ts';
import { clockNotice } from './workflows/say/notices.ts';
import { autonomyNews } from './workflows/say/of-autonomy.ts';
import { followUp, nudge } from './workflows/say/of-waiting.ts';
import type { TicketSayer } from './workflows/say/saying.ts';
import { ask, closing, joined, notice, reply } from './workflows/say/to-requester.ts';
import { card, cardMoved, escalation, relay } from './workflows/say/to-team.ts';

/** How each kind of outbox row is rendered and what being heard means. */
export const sayings: Readonly<Record<TicketSaying | 'autonomy', TicketSayer>> = {
  reply,
  ask,
  follow_up: followUp,
  notice,
  joined,
  closing,
  card,
  card_moved: cardMoved,
  relay,
  escalation,
  clock_notice: clockNotice,
  change_notice: changeNotice,
  nudge,
  autonomy: autonomyNews,
};
