import {
  clockNoticeCard,
  type NoticeView,
  settledNoticeCard,
  type ToldClock,
} from '../../cards/team/notice-card.ts';
import { type Desk, isTeam } from '../../desk.ts';
import { channelOfQueue } from '../../domain/desk-settings.ts';
import { isCritical, type NoticeFacts } from '../../domain/notice/recipients.ts';
import { isLate, stepKey } from '../../domain/sla/clock.ts';
import { watchedClocks } from '../../domain/sla/clocks-of.ts';
import { isHeldBack } from '../../domain/ticket/copies.ts';
import { nothing, stamp } from '../../domain/ticket/decision.ts';
import type { Notice } from '../../domain/ticket/promises.ts';
import { settledNotice } from '../../domain/ticket/settled-notices.ts';
import type { Ticket } from '../../domain/ticket/ticket.ts';
import { proposedUpdate } from '../../domain/ticket/updating.ts';
import type { Instant } from '../../domain/time.ts';
import type { Saying } from '../../scheduler/table.ts';
import type { OutboxAdd } from '../../store-port.ts';
import { askedByDesk, changeTicket, loadTicket } from '../change-ticket.ts';
import { otherwise, placeInTeam, sayElsewhere, type Way } from './elsewhere.ts';
import { type Claim, doneWith, type TicketSayer, toTeam } from './saying.ts';
import { noticesTo, standingNotice } from './standing-notice.ts';

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
    const ref = readRef(claim);
    if (!ticket) return { say: 'nothing' };
    if (ref.way === 'settled') return putRight(desk, ticket, claim);
    const standing = ref.way === 'direct' ? standingNotice(ticket, ref) : undefined;
    const { to, at, way } = ref;
    const told = stillTold(desk, ticket, { to, from: standing?.notice ?? at, until: at });
    if (told.clocks.length === 0) return { say: 'nothing' };
    const isOver = told.clocks.some(({ steps }) => steps.some(({ step }) => isLate(step)));
    const place = placeOf(desk, ticket, { to, way, isOver });
    const card = clockNoticeCard(ticket, told.clocks, viewOf(desk, ticket, { to, place, told }));
    const post = toTeam(claim, place, card);
    return standing ? { say: 'update', id: standing.id, post } : { say: 'post', post };
  },
  async said(claim, posted) {
    const { at, to, way, message } = readRef(claim);
    await changeTicket(
      desk,
      claim.id,
      (ticket) => {
        const known = ticket.noticeMessages?.find(({ id }) => id === posted.id);
        const update = way === 'settled' ? undefined : proposedUpdate(ticket)?.update;
        if (way === 'settled' && known?.id !== message) return nothing;
        const said = { id: posted.id, to, notice: known?.notice ?? at, ...(update ? { update } : {}) };
        return { events: [{ type: 'notice_said', message: said, ...stamp(askedByDesk(desk)) }] };
      },
      (ticket) => {
        // It was settled while it was on its way to chat.
        const wasPrepared = way !== 'settled' && ticket.updates?.at(-1)?.at === at;
        const isSettled = wasPrepared && proposedUpdate(ticket) === undefined;
        const again = isSettled ? [settledNotice({ id: posted.id, to, notice: at })] : [];
        return { outbox: [doneWith(claim), ...again] };
      },
    );
  },
  async refused(claim, error) {
    const { at, to, way } = readRef(claim);
    const isGone = error.code === 'message_not_found';
    const next = way === 'direct' && isGone ? 'anew' : otherwise[way];
    // Not even at the top of the team's own channel: the row waits for a person, and the log says so.
    if (next === undefined && way !== 'settled') return;
    if (next !== undefined) return sayElsewhere(desk, claim, `${at}|${to}|${next}`);
    // Buttons that cannot be taken away say by themselves that it is too late.
    await changeTicket(desk, claim.id, () => nothing, { outbox: [doneWith(claim)] });
  },
});

/** What can be sent from a message was sent or does not fit any more: the message says so, and offers nothing. */
function putRight(desk: Desk, ticket: Ticket, claim: Claim): Saying {
  const { to, message } = readRef(claim);
  const known = ticket.noticeMessages?.find(({ id }) => id === message);
  const update = ticket.updates?.find((each) => each.update === known?.update);
  if (!known || !update || proposedUpdate(ticket)?.update === update.update) return { say: 'nothing' };
  const told = stillTold(desk, ticket, { to, from: known.notice, until: desk.clock.now() });
  const view = { settings: desk.settings, now: desk.clock.now() };
  const card = settledNoticeCard(ticket, { clocks: told.clocks, update }, view);
  return { say: 'update', id: known.id, post: toTeam(claim, { channel: to }, card) };
}

type StillTold = { readonly notices: readonly Notice[]; readonly clocks: readonly ToldClock[] };

function stillTold(desk: Desk, ticket: Ticket, to: Parameters<typeof noticesTo>[1]): StillTold {
  const notices = noticesTo(ticket, to);
  const steps = notices.flatMap((each) => each.steps);
  return { notices, clocks: stillTrue(ticket, steps, desk, desk.clock.now()) };
}

function viewOf(
  desk: Desk,
  ticket: Ticket,
  { to, place, told }: { to: string; place: { readonly channel: string }; told: StillTold },
): NoticeView {
  const reader = !isTeam(desk.people, to) ? 'queue' : to === ticket.assignee?.person ? 'worker' : 'manager';
  const away = told.notices.find((each) => each.away)?.away;
  const preparedAt = proposedUpdate(ticket)?.at;
  return {
    settings: desk.settings,
    now: desk.clock.now(),
    mentions: reader === 'queue' ? leadsToCall(desk, ticket, told) : place.channel === to ? [] : [to],
    reader,
    update: told.notices.some(({ at }) => at === preparedAt) ? 'quoted' : 'offered',
    ...(away ? { away } : {}),
  };
}

/** Those who lead are called where nobody has a critical ticket: at the first warning, and once something is late. */
function leadsToCall({ people }: Desk, ticket: Ticket, { clocks }: StillTold): readonly string[] {
  if (!isCritical(ticket) || isHeldBack(ticket)) return [];
  const isForAll = clocks.some(({ clock, steps }) =>
    steps.some(({ step }) => isLate(step) || step === clock.steps[0]?.step),
  );
  return isForAll ? [...people.managers] : [];
}

type Ref = { readonly at: Instant; readonly to: string; readonly way: string; readonly message?: string };

function readRef({ row }: Claim): Ref {
  const [at = '', to = '', way = '', message = ''] = (row.ref ?? '').split('|');
  return { at, to, way, message };
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
  if (way === 'top') return placeInTeam(desk, ticket, 'top');
  const isNews = isOver && !isHeldBack(ticket);
  if (!isTeam(desk.people, to)) return placeInTeam(desk, ticket, isNews ? 'top' : 'thread');
  if (way === 'direct' || way === 'anew') return { channel: to };
  return placeInTeam(desk, ticket, 'thread');
}
