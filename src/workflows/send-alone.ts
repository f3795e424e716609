import type { Desk } from '../desk.ts';
import { isOn } from '../domain/autonomy/autonomy.ts';
import { isRefused, nothing } from '../domain/ticket/decision.ts';
import { sendPlanned } from '../domain/ticket/sending-alone.ts';
import type { Claims } from '../store-port.ts';
import { loadAutonomy, reviewNow } from './autonomy.ts';
import { askedByDesk, changeTicket } from './change-ticket.ts';

/** A draft about a topic that has earned it leaves by itself, unless something has changed meanwhile. */
export async function sendAlone(desk: Desk, { id, timer }: Claims['timers']): Promise<void> {
  // What has gone wrong since the last look counts before one more answer leaves.
  await reviewNow(desk);
  const { autonomy } = await loadAutonomy(desk);
  const rule = {
    isOn: (topic: string) => desk.settings.automation.autoSend === 'earned' && isOn(autonomy, topic),
    leastConfidence: desk.settings.automation.confidence,
  };
  await changeTicket(
    desk,
    id,
    (ticket) => {
      const decision = sendPlanned(ticket, rule, askedByDesk(desk));
      return isRefused(decision) ? nothing : decision;
    },
    { fired: timer },
  );
}
