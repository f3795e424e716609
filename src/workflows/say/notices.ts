import { clockNoticeCard, type ToldClock } from '../../cards/team/notice-card.ts';
import { type Desk, isTeam } from '../../desk.ts';
import { channelOfQueue, type DeskSettings } from '../../domain/desk-settings.ts';
import { isCritical, type NoticeFacts } from '../../domain/notice/recipients.ts';
import { isLate, stepKey } from '../../domain/sla/clock.ts';
import { watchedClocks } from '../../domain/sla/clocks-of.ts';
import { isHeldBack } from '../../domain/ticket/copies.ts';
import { nothing } from '../../domain/ticket/decision.ts';
import type { Ticket } from '../../domain/ticket/ticket.ts';
import type { Instant } from '../../domain/time.ts';
import type { OutboxAdd, OutboxChange } from '../../store-port.ts';
import { changeTicket, loadTicket } from '../change-ticket.ts';
import { type Claim, type TicketSayer, toTeam } from './saying.ts';
import { threadOfCard } from './to-team.ts';

/**
 * Where a notice goes: a person's own conversation, the thread of the card, a channel of the team (warnings still in the
 * thread), or its top.
 */
type Way = 'direct' | 'thread' | 'channel' | 'top';
/** Where it goes when the platform says no. */
const otherwise: Readonly<Partial<Record<string, Way>>> = { direct: 'thread', thread: 'top', channel: 'top' };

/** Critical tickets are told first. */
const priorityOf = (ticket: Ticket) => (isCritical(ticket) ? 2 : 3);

/** The row that tells one recipient what the notices of a moment say. */
export function noticeRow(
  ticket: Ticket,
  { to, at }: { readonly to: string; readonly at: Instant },
  { settings, team, habitOf }: Pick<NoticeFacts, 'settings' | 'team' | 'habitOf'>,
): OutboxAdd {
  const isPerson = team.agents.has(to) || team.managers.has(to);
  const way: Way = isPerson ? habitOf(to).preference.where : 'channel';
  const card = ticket.cards.at(-1)?.channel ?? channelOfQueue(settings, ticket.triage?.queue);
  const channel = way === 'thread' ? card : to;
  const priority = priorityOf(ticket);
  return {
    add: `clock_notice:${at}:${to}`,
    kind: 'clock_notice',
    channel,
    ref: `${at}|${to}|${way}`,
    priority,
  };
}

/** Row `<moment>|<recipient>|<way>`: steps of clocks, said while they are still true. */
export const clockNotice: TicketSayer = (desk) => ({
  async compose(claim) {
    const ticket = await loadTicket(desk, claim.id);
    const { at, to, way } = readRef(claim);
    const now = desk.clock.now();
    const notices = (ticket?.notices ?? []).filter((each) => each.at === at && each.to.includes(to));
    const told = ticket
      ? stillTrue(
          ticket,
          notices.flatMap(({ steps }) => steps),
          desk,
          now,
        )
      : [];
    if (!ticket || told.length === 0) return { say: 'nothing' };
    const isOver = told.some(({ steps }) => steps.some(({ step }) => isLate(step)));
    const away = notices.find((each) => each.away)?.away;
    const place = placeOf(desk, ticket, { to, way, isOver });
    const reader = !isTeam(desk.people, to) ? 'queue' : to === ticket.assignee?.person ? 'worker' : 'manager';
    const mention = reader !== 'queue' && place.channel !== to ? to : undefined;
    const view = { settings: desk.settings, now, mention, reader, ...(away ? { away } : {}) } as const;
    return { say: 'post', post: toTeam(claim, place, clockNoticeCard(ticket, told, view)) };
  },
  async said(claim) {
    await changeTicket(desk, claim.id, () => nothing, { outbox: [doneWith(claim)] });
  },
  async refused(claim) {
    const { at, to, way } = readRef(claim);
    const next = otherwise[way];
    // Not even at the top of the team's own channel: the row waits for a person, and the log says so.
    if (next === undefined) return;
    const ref = `${at}|${to}|${next}`;
    await changeTicket(
      desk,
      claim.id,
      () => nothing,
      (ticket) => ({ outbox: [doneWith(claim), { ...inQueue(desk.settings, ticket, claim), ref }] }),
    );
  },
});

export function doneWith({ row }: Claim): OutboxChange {
  return { done: row.key, generation: row.generation };
}

function inQueue(settings: DeskSettings, ticket: Ticket, { row }: Claim): OutboxAdd {
  const channel = channelOfQueue(settings, ticket.triage?.queue);
  return { add: `${row.key}:again`, kind: row.kind, channel, priority: row.priority };
}

function readRef({ row }: Claim): { readonly at: Instant; readonly to: string; readonly way: string } {
  const [at = '', to = '', way = ''] = (row.ref ?? '').split('|');
  return { at, to, way };
}

/** What the promise's own clock still says: met, paused or promised anew meanwhile, nobody needs to hear it. */
function stillTrue(
  ticket: Ticket,
  steps: readonly { readonly key: string; readonly step: string; readonly since: Instant }[],
  { settings }: Desk,
  now: Instant,
): readonly ToldClock[] {
  const told = watchedClocks(ticket, settings.policies, now)
    .filter(({ state }) => state === 'running')
    .flatMap((clock) => {
      const own = steps.filter(({ key }) =>
        clock.steps.some(({ step }) => key.split('>')[0] === stepKey(clock, step)),
      );
      return own.length === 0 ? [] : [{ clock, steps: own }];
    });
  // Both solutions are promised for the same moment as long as nothing was reopened; that is one reason.
  return told.filter(
    ({ clock }) =>
      clock.target !== 'total_resolution' ||
      !told.some((other) => other.clock.target === 'first_resolution' && other.clock.dueAt === clock.dueAt),
  );
}

/**
 * A person's own conversation or the card's thread; warnings to a queue stay in the thread, what is late stands at the top
 * of its channel, unless it is one of many copies. Who is not of the team (any more) is never written to.
 */
function placeOf(
  desk: Desk,
  ticket: Ticket,
  { to, way, isOver }: { readonly to: string; readonly way: string; readonly isOver: boolean },
): { readonly channel: string; readonly thread?: string } {
  const queue = { channel: channelOfQueue(desk.settings, ticket.triage?.queue) };
  if (way === 'top') return queue;
  const isNews = isOver && !isHeldBack(ticket);
  if (!isTeam(desk.people, to)) return isNews ? queue : (threadOfCard(desk, ticket) ?? queue);
  if (way === 'direct') return { channel: to };
  return threadOfCard(desk, ticket) ?? queue;
}
