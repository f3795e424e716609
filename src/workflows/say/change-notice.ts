import { changeNoticeCard } from '../../cards/team/change-notice-card.ts';
import { type Desk, isTeam } from '../../desk.ts';
import { type News, newsSince } from '../../domain/notice/news.ts';
import { quietUntil } from '../../domain/notice/quiet-hours.ts';
import { isCritical, quietOf } from '../../domain/notice/recipients.ts';
import { nothing } from '../../domain/ticket/decision.ts';
import { TicketEvent } from '../../domain/ticket/event.ts';
import { type Instant, laterBy, minute, second } from '../../domain/time.ts';
import { changeTicket, loadTicket } from '../change-ticket.ts';
import { habitsOf } from '../preferences.ts';
import { otherwise, placeInTeam, sayElsewhere } from './elsewhere.ts';
import { type Claim, doneWith, type TicketSayer, toTeam } from './saying.ts';
import { threadOfCard } from './to-team.ts';

/** What waits for the morning is looked at so often: it may have become critical meanwhile. */
const lookEveryMs = 10 * minute;
/** What is done in one go, such as another severity and an escalation, is told together. */
const settleMs = 2 * second;

/**
 * Row `<person>`: what others did to the ticket since the row was made, in one message. Refused, it becomes a row
 * `<person>|<since>|<until>|<way>` that says the same where the team works.
 */
export const changeNotice: TicketSayer = (desk) => ({
  async compose(claim) {
    const { to, since, way, until } = readRef(claim);
    const settledAt = laterBy(since, settleMs);
    if (desk.clock.now() < settledAt) return { say: 'later', at: settledAt };
    const ticket = await loadTicket(desk, claim.id);
    if (!ticket || !isTeam(desk.people, to)) return { say: 'nothing' };
    const stored = await desk.store.load('ticket', claim.id);
    const events = (stored?.events ?? []).map((event) => TicketEvent.parse(event));
    const known = events.filter(({ at }) => until === undefined || at <= until);
    const found = newsSince(known, { to, since });
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
    const inTeam = way ?? (where === 'thread' && threadOfCard(desk, ticket) ? 'thread' : undefined);
    const place = inTeam ? placeInTeam(desk, ticket, inTeam) : { channel: to };
    const view = { settings: desk.settings, now, mention: place.channel === to ? undefined : to };
    const card = changeNoticeCard(ticket, { news, before: found.before }, view);
    return { say: 'post', post: toTeam(claim, place, card) };
  },
  async said(claim) {
    await changeTicket(desk, claim.id, () => nothing, { outbox: [doneWith(claim)] });
  },
  async refused(claim) {
    const { to, since, until = desk.clock.now(), way } = readRef(claim);
    const { where } = (await habitsOf(desk, [to]))(to).preference;
    const next = otherwise[way ?? where];
    // Not even at the top of the team's own channel: the row waits for a person.
    if (next) await sayElsewhere(desk, claim, `${to}|${since}|${until}|${next}`);
  },
});

type Ref = {
  readonly to: string;
  readonly since: Instant;
  /** What was done later has a row of its own. */
  readonly until?: Instant;
  readonly way?: 'thread' | 'top';
};

function readRef({ row }: Claim): Ref {
  const [to = '', since = row.bornAt, until, way] = (row.ref ?? '').split('|');
  const isAgain = until !== undefined && (way === 'thread' || way === 'top');
  return { to, since, ...(isAgain ? { until, way } : {}) };
}

/** Who merged a ticket into theirs is not told of it. */
async function byOthers(desk: Desk, to: string, news: readonly News[]): Promise<readonly News[]> {
  const kept: News[] = [];
  for (const each of news) {
    const source = each.what === 'merged_in' ? await loadTicket(desk, each.ticket) : undefined;
    if (source?.merged?.by !== to) kept.push(each);
  }
  return kept;
}
