import type { Account } from '../domain/account.ts';
import { applyEvents } from '../domain/ticket/apply.ts';
import type { TicketEvent } from '../domain/ticket/event.ts';
import type { Ticket } from '../domain/ticket/ticket.ts';
import { day, hour, type Instant, laterBy, minute } from '../domain/time.ts';
import type { PastTicket } from './content/past-tickets.ts';

/** The story of a ticket that was solved before the practice began, as the desk would have recorded it. */
export function pastStory(
  past: PastTicket,
  plan: {
    readonly id: string;
    readonly now: Instant;
    readonly channel: string;
    readonly requester: { readonly id: string; readonly name: string; readonly email?: string };
    readonly agent: string;
    readonly account?: Account;
  },
): { readonly events: readonly TicketEvent[]; readonly ticket: Ticket } {
  const openedAt = laterBy(plan.now, -past.openedDaysAgo * day);
  const repliedAt = laterBy(openedAt, past.firstReplyMinutes * minute);
  const solvedAt = laterBy(
    openedAt,
    Math.max(past.solvedHours * hour, (past.firstReplyMinutes + 1) * minute),
  );
  const thread = `practice:past:${plan.id}`;
  const { requester, agent, id } = plan;
  const first = { ...past, ...past.correctedFrom };
  const fields = ['category', 'severity'] as const;
  const events: readonly TicketEvent[] = [
    {
      type: 'opened',
      at: openedAt,
      by: requester.id,
      id,
      door: 'channel',
      requester: requester.id,
      subject: past.subject,
      conversation: { channel: plan.channel, kind: 'channel', thread },
      messages: [
        {
          id: thread,
          thread,
          author: requester.id,
          text: past.text,
          files: [],
          at: openedAt,
          from: 'requester',
          edits: [],
        },
      ],
    },
    {
      type: 'requester_identified',
      at: openedAt,
      by: 'desk',
      name: requester.name,
      ...(requester.email === undefined ? {} : { email: requester.email }),
      ...(plan.account ? { account: plan.account } : {}),
    },
    {
      type: 'triaged',
      at: openedAt,
      by: 'desk',
      triage: {
        category: first.category ?? past.category,
        severity: first.severity ?? past.severity,
        severityReasons: ['Imported with its history'],
        queue: queueOf(past.category),
        tier: 1,
        sentiment: past.sentiment,
        frustration: past.sentiment === 'angry' ? 0.8 : past.sentiment === 'negative' ? 0.5 : 0.1,
        productArea: past.productArea,
        language: 'en',
        duplicates: [],
        stakeholders: [],
        confidence: 1,
        reasons: { category: 'Imported with its history', queue: 'Imported with its history' },
        at: openedAt,
        engine: 'import',
        model: 'history',
        persona: { id: 'import', hash: '000000000000' },
      },
    },
    { type: 'claimed', at: repliedAt, by: agent },
    ...fields.flatMap((field): TicketEvent[] => {
      const was = past.correctedFrom?.[field];
      return was === undefined
        ? []
        : [{ type: 'corrected', at: repliedAt, by: agent, field, was, to: past[field] }];
    }),
    {
      type: 'reply_approved',
      at: repliedAt,
      by: agent,
      reply: { reply: 'r1', publicText: past.reply, edited: false, next: 'ask' },
    },
    { type: 'reply_delivered', at: repliedAt, by: 'desk', reply: 'r1', thread, id: `${thread}:r1` },
    { type: 'solved', at: solvedAt, by: agent, resolution: past.resolution },
    { type: 'confirmed', at: solvedAt, by: requester.id },
    { type: 'closed', at: laterBy(solvedAt, minute), by: 'desk', reason: 'solved' },
  ];
  return { events, ticket: applyEvents(undefined, events) };
}

function queueOf(category: PastTicket['category']): string {
  if (category === 'feature_request') return 'product';
  return category === 'billing' || category === 'account' ? category : 'technical';
}
