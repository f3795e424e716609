import type { Desk } from '../../../desk.ts';
import type { Incident } from '../../../domain/incident/incident.ts';
import type { IncidentUpdate } from '../../../domain/incident/updates/incident-update.ts';
import type { Receipt } from '../../../domain/incident/updates/update-receipts.ts';
import { incidentReply } from '../../../domain/ticket/incident.ts';
import { deliveredIn } from '../../../domain/ticket/reply.ts';
import { publicConversations, type Ticket } from '../../../domain/ticket/ticket.ts';
import { ticketToTell } from './update-readers.ts';

type Waiting = Extract<IncidentUpdate['deliveries'][string], { readonly waiting: true }>;

/** What is known by now of every delivery that is waited for. */
export async function receiptsOf(desk: Desk, incident: Incident): Promise<readonly Receipt[]> {
  const found: Receipt[] = [];
  for (const { update, state, deliveries } of incident.updates) {
    if (state !== 'approved') continue;
    for (const [ticket, delivery] of Object.entries(deliveries)) {
      if (!('waiting' in delivery)) continue;
      const receipt = receiptOn(await ticketToTell(desk, ticket), {
        incident: incident.id,
        update,
        ticket,
        delivery,
      });
      if (receipt) found.push(receipt);
    }
  }
  return found;
}

function receiptOn(
  told: Ticket | undefined,
  about: {
    readonly incident: string;
    readonly update: string;
    readonly ticket: string;
    readonly delivery: Waiting;
  },
): Receipt | undefined {
  const { incident, update, ticket, delivery } = about;
  const reply = told && incidentReply(told, { incident, update });
  if (!told || !reply) return undefined;
  const index = threadOf(told, ticket);
  const conversation = publicConversations(told)[index];
  const stands = conversation && deliveredIn(reply, conversation);
  if (stands) return { update, ticket, at: stands.at, message: stands.id };
  const failure = told.undelivered.find(({ key }) => key === `reply:${reply.reply}:${index}`);
  if (!failure) return undefined;
  // What failed before somebody asked to say it again is no news.
  const isNew = !delivery.again || delivery.handed !== undefined || failure.at > (delivery.since ?? '');
  return isNew ? { update, ticket, at: failure.at, reason: failure.reason } : undefined;
}

/** Which of the ticket's threads is that ticket's own. */
function threadOf(told: Ticket, ticket: string): number {
  const merged = told.absorbed.findIndex((entry) => entry.ticket === ticket);
  return told.id === ticket ? 0 : merged + 1;
}
