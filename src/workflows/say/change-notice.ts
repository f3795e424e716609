import { changeNoticeCard } from '../../cards/team/change-notice-card.ts';
import { type Desk, isTeam } from '../../desk.ts';
import { type News, newsSince } from '../../domain/notice/news.ts';
import { quietUntil } from '../../domain/notice/quiet-hours.ts';
import { isCritical, quietOf } from '../../domain/notice/recipients.ts';
import { nothing } from '../../domain/ticket/decision.ts';
import { TicketEvent } from '../../domain/ticket/event.ts';
import { laterBy, minute, second } from '../../domain/time.ts';
import { changeTicket, loadTicket } from '../change-ticket.ts';
import { habitsOf } from '../preferences.ts';
import { doneWith } from './notices.ts';
import { type TicketSayer, toTeam } from './saying.ts';
import { threadOfCard } from './to-team.ts';

/** What waits for the morning is looked at so often: it may have become critical meanwhile. */
const lookEveryMs = 10 * minute;
/** What is done in one go, such as another severity and an escalation, is told together. */
const settleMs = 2 * second;

/** Row `<person>`: what others did to the ticket since the row was made, in one message. */
export const changeNotice: TicketSayer = (desk) => ({
  async compose(claim) {
    const to = claim.row.ref ?? '';
    const settledAt = laterBy(claim.row.bornAt, settleMs);
    if (desk.clock.now() < settledAt) return { say: 'later', at: settledAt };
    const ticket = await loadTicket(desk, claim.id);
    if (!ticket || !isTeam(desk.people, to)) return { say: 'nothing' };
    const stored = await desk.store.load('ticket', claim.id);
    const events = (stored?.events ?? []).map((event) => TicketEvent.parse(event));
    const found = newsSince(events, { to, since: claim.row.bornAt });
    const news = await byOthers(desk, to, found.news);
    const habit = (await habitsOf(desk, [to]))(to);
    const { amount, where } = habit.preference;
    const isWanted = amount === 'critical' ? isCritical(ticket) : amount !== 'due';
    if (news.length === 0 || !isWanted) return { say: 'nothing' };
    const now = desk.clock.now();
    const quiet = isCritical(ticket) ? undefined : quietUntil(quietOf(habit), now);
    if (quiet !== undefined) {
      const look = laterBy(now, lookEveryMs);
      return { say: 'later', at: quiet < look ? quiet : look };
    }
    const thread = where === 'thread' ? threadOfCard(desk, ticket) : undefined;
    const view = { settings: desk.settings, now, mention: thread && to };
    const card = changeNoticeCard(ticket, { news, before: found.before }, view);
    return { say: 'post', post: toTeam(claim, thread ?? { channel: to }, card) };
  },
  async said(claim) {
    await changeTicket(desk, claim.id, () => nothing, { outbox: [doneWith(claim)] });
  },
  // The card shows the same; nobody else has to know that this person cannot be written to.
  async refused(claim) {
    await changeTicket(desk, claim.id, () => nothing, { outbox: [doneWith(claim)] });
  },
});

/** Who merged a ticket into theirs is not told of it. */
async function byOthers(desk: Desk, to: string, news: readonly News[]): Promise<readonly News[]> {
  const kept: News[] = [];
  for (const each of news) {
    const source = each.what === 'merged_in' ? await loadTicket(desk, each.ticket) : undefined;
    if (source?.merged?.by !== to) kept.push(each);
  }
  return kept;
}
