import { Refused, Unreachable } from '../domain/errors.ts';
import { type Instant, laterBy, second } from '../domain/time.ts';
import { untilNoConflict } from '../domain/until-no-conflict.ts';
import type { Post, Posted } from '../ports.ts';
import type { Claims } from '../store-port.ts';
import { backOffMs } from './back-off.ts';
import { createChannelLanes } from './channel-lanes.ts';
import { type Loop, startLoop } from './loop.ts';
import type { Pace } from './pace.ts';
import { createReservations } from './reservations.ts';
import type { OutboxKind, Saying, Tables } from './table.ts';
import { createTroubles } from './troubles.ts';
import { describe, errorDetail, park, type World } from './world.ts';

/**
 * After a failure a channel waits at most this long, unless the platform names a time itself: first failures keep the
 * order, but one message the platform cannot take does not silence the channel until it is given up.
 */
const longestHoldMs = 5 * second;

type Claim = Claims['outbox'];

/** Says what waits to be said: per channel in order and at its pace, each thing once. */
export function startOutbox(
  world: World,
  plan: {
    readonly table: Tables['outbox'];
    readonly pace: Pace;
    readonly limit: number;
    readonly giveUpMs: number;
  },
): Loop {
  const { store, chat, clock, log, counters } = world;
  const { pace } = plan;
  const troubles = createTroubles();
  const lanes = createChannelLanes(pace);
  const updateTurns = createReservations();
  // With its channel: a row that has moved to another one may be taken there before its last turn has quite ended.
  const nameOf = ({ kind, id, row }: Claim) => `${kind} ${id} ${row.key} ${row.channel}`;

  const take = async (free: number): Promise<readonly Claim[]> => {
    const taken: Claim[] = [];
    const now = clock.now();
    // One at a time, so that each channel is asked for its most urgent row when it is its turn, not earlier.
    while (taken.length < free && pace.anyPostFrom(now) <= now) {
      const claim = await claimOne(now, taken.length);
      if (claim === undefined) break;
      lanes.enter(claim.row.channel);
      taken.push(claim);
    }
    return taken;
  };

  const claimOne = async (now: Instant, alreadyTaken: number): Promise<Claim | undefined> => {
    try {
      const ask = { now, leaseMs: world.leaseMs, limit: 1, busy: lanes.busy(now) };
      return (await store.claim('outbox', ask))[0];
    } catch (error) {
      // What was taken before it failed must still be worked, or its channels would stay occupied.
      if (alreadyTaken > 0) return undefined;
      throw error;
    }
  };

  const run = async (claim: Claim) => {
    try {
      const kind = plan.table[claim.row.kind];
      if (kind === undefined) {
        const reason = `nothing is known about messages of kind ${claim.row.kind}`;
        return await park(world, { queue: 'outbox', claim, reason, at: clock.now() });
      }
      await say(claim, kind);
    } finally {
      lanes.leave(claim.row.channel);
    }
  };

  const say = async (claim: Claim, kind: OutboxKind) => {
    let saying: Saying;
    try {
      saying = await untilNoConflict(() => kind.compose(claim));
    } catch (error) {
      return await tryLater(claim, error, claim.maybeSaid);
    }
    if (saying.say === 'nothing') {
      await store.settle('outbox', claim, { stale: true });
      counters.outbox.dropped += 1;
      return troubles.ended(nameOf(claim));
    }
    if (saying.say === 'later') {
      const { maybeSaid } = claim;
      return await store.settle('outbox', claim, { retryAt: saying.at, reason: 'later', maybeSaid });
    }
    const turn = saying.say === 'update' ? updateTurn(claim) : undefined;
    if (turn !== undefined) {
      return await store.settle('outbox', claim, {
        retryAt: turn,
        reason: 'pace',
        maybeSaid: claim.maybeSaid,
      });
    }
    let posted: Posted;
    try {
      posted = await speak(claim, saying);
    } catch (error) {
      return await notSaid(claim, kind, error);
    }
    try {
      await untilNoConflict(() => kind.said(claim, posted));
      troubles.ended(nameOf(claim));
    } catch (error) {
      await tryLater(claim, error, true);
    }
  };

  /** When the update has to wait: from when on. Its turn is kept for it. */
  const updateTurn = (claim: Claim): Instant | undefined => {
    const now = clock.now();
    if (updateTurns.use(nameOf(claim), now)) return undefined;
    const from = pace.updateFrom(claim.row.channel, now);
    pace.updated(claim.row.channel, now);
    if (from <= now) return undefined;
    updateTurns.reserve(nameOf(claim), from, now);
    return from;
  };

  const speak = async (
    claim: Claim,
    saying: Exclude<Saying, { say: 'nothing' | 'later' }>,
  ): Promise<Posted> => {
    if (saying.say === 'update') {
      await chat.update(saying.id, saying.post);
      counters.outbox.updated += 1;
      return { id: saying.id };
    }
    const found = claim.maybeSaid ? await find(saying.post) : undefined;
    if (found !== undefined) {
      counters.outbox.found += 1;
      return found;
    }
    pace.posted(claim.row.channel, clock.now());
    const posted = await chat.post(saying.post);
    counters.outbox.posted += 1;
    return posted;
  };

  const find = ({ key, channel, thread }: Post) =>
    chat.find({ key, channel, ...(thread === undefined ? {} : { thread }) });

  const notSaid = async (claim: Claim, kind: OutboxKind, error: unknown) => {
    if (error instanceof Refused) return await refused(claim, kind, error);
    counters.outbox.unreachable += error instanceof Unreachable ? 1 : 0;
    // An error nobody classified may have come after the message was out.
    const maybeSaid = error instanceof Unreachable ? error.unknownOutcome : true;
    const until = await tryLater(claim, error, claim.maybeSaid || maybeSaid);
    if (until !== undefined) lanes.hold(claim.row.channel, holdUntil(error, until));
  };

  const refused = async (claim: Claim, kind: OutboxKind, error: Refused) => {
    counters.outbox.refused += 1;
    log.warn('message_refused', { ...describe(claim), code: error.code });
    try {
      await untilNoConflict(() => kind.refused(claim, error));
    } catch (trouble) {
      await tryLater(claim, trouble, claim.maybeSaid);
      return;
    }
    if (await isStill(claim)) await giveUp(claim, error.code);
    troubles.ended(nameOf(claim));
  };

  const isStill = async ({ kind, id, row }: Claim) => {
    const stored = await store.load(kind, id);
    return (
      stored?.outbox.some(
        (each) => each.key === row.key && each.generation === row.generation && each.parked === undefined,
      ) ?? false
    );
  };

  /** Answers when it is tried again; undefined when it was given up. */
  const tryLater = async (claim: Claim, error: unknown, maybeSaid: boolean): Promise<Instant | undefined> => {
    const at = clock.now();
    counters.outbox.failed += 1;
    const { failures, forMs } = troubles.failed(nameOf(claim), at);
    const reason = error instanceof Error ? error.name : 'unknown error';
    if (forMs >= plan.giveUpMs) {
      await giveUp(claim, reason);
      return undefined;
    }
    const asked = error instanceof Unreachable ? error.retryAfterMs : undefined;
    const retryAt = laterBy(at, asked ?? backOffMs(failures, world.random()));
    log.warn('message_not_said', { ...describe(claim), ...errorDetail(error), failures, retryAt });
    await store.settle('outbox', claim, { retryAt, reason, maybeSaid });
    return retryAt;
  };

  const giveUp = async (claim: Claim, reason: string) => {
    await park(world, { queue: 'outbox', claim, reason, at: clock.now() });
    troubles.ended(nameOf(claim));
  };

  const holdUntil = (error: unknown, retryAt: Instant): Instant => {
    if (error instanceof Unreachable && error.retryAfterMs !== undefined) return retryAt;
    const longest = laterBy(clock.now(), longestHoldMs);
    return retryAt < longest ? retryAt : longest;
  };

  return startLoop({
    name: 'outbox',
    clock,
    log,
    tickMs: world.tickMs,
    limit: plan.limit,
    take,
    nameOf,
    run,
    nextAt: () => lanes.nextAt(clock.now()),
  });
}
