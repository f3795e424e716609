import { day, type Instant, laterBy } from '../time.ts';

/** What became of one draft about a topic, once a person has decided about it or a rule has sent it. */
export type Settled = {
  readonly ticket: string;
  readonly at: Instant;
  readonly outcome: 'unchanged' | 'edited' | 'rejected';
  /** The requester came back: it did not help, or the ticket was opened again. */
  readonly cameBack: boolean;
  /** Sent by an earned rule; nobody could have edited it. */
  readonly byRule: boolean;
  /** A rule would have sent it: sure enough, nothing against it, nothing urgent or heated. */
  readonly eligible: boolean;
};

/** How a topic's drafts did, in numbers. `unchanged + edited + rejected = all`. */
export type TrackRecord = {
  readonly all: number;
  readonly unchanged: number;
  readonly edited: number;
  readonly rejected: number;
  readonly cameBack: number;
  /** Tickets behind the numbers, newest first. */
  readonly tickets: readonly string[];
};

/** What must be true before a topic is offered, and how little may go wrong afterwards. */
export type EarningRule = {
  /** Drafts that people sent as they were. */
  readonly needed: number;
  /** Only what was settled within so many days counts. */
  readonly withinDays: number;
  /** Of all drafts, the most that people may have edited or rejected. */
  readonly mostChanged: number;
  /** Of those sent, the most after which the requester came back. */
  readonly mostCameBack: number;
};

/** The shipped rule; only `needed` is a setting. */
export const earningRule: EarningRule = {
  needed: 20,
  withinDays: 90,
  mostChanged: 0.1,
  mostCameBack: 0.05,
};

/** How a topic did since a moment. */
export function trackRecord(settled: readonly Settled[], since: Instant): TrackRecord {
  const counted = settled
    .filter(({ at }) => at >= since)
    .toSorted((left, right) => (left.at > right.at ? -1 : left.at < right.at ? 1 : 0));
  const count = (outcome: Settled['outcome']) => counted.filter((each) => each.outcome === outcome).length;
  return {
    all: counted.length,
    unchanged: count('unchanged'),
    edited: count('edited'),
    rejected: count('rejected'),
    cameBack: counted.filter(({ cameBack }) => cameBack).length,
    tickets: counted.map(({ ticket }) => ticket),
  };
}

/** What people did, of late, with the drafts that a rule would have sent. */
export function recordOfPeople(
  settled: readonly Settled[],
  now: Instant,
  rule: EarningRule = earningRule,
): TrackRecord {
  const counted = settled.filter(({ byRule, eligible }) => !byRule && eligible);
  return trackRecord(counted, laterBy(now, -rule.withinDays * day));
}

/** What a topic still lacks before it is offered, in plain words; empty when it has earned it. */
export function stillLacks(
  settled: readonly Settled[],
  now: Instant,
  rule: EarningRule = earningRule,
): readonly string[] {
  const record = recordOfPeople(settled, now, rule);
  const changed = record.edited + record.rejected;
  const sent = record.unchanged + record.edited;
  return [
    ...(record.unchanged < rule.needed ? [`${record.unchanged} of ${rule.needed} sent unchanged`] : []),
    ...(changed > rule.mostChanged * record.all
      ? [`${changed} of ${record.all} were edited or turned down`]
      : []),
    ...(record.cameBack > rule.mostCameBack * sent
      ? [`the requester came back after ${record.cameBack} of ${sent}`]
      : []),
  ];
}

/** Of how many answers the latest are looked at to see whether a topic still deserves its trust. */
const latest = 20;
/** One bad answer is chance; two in twenty are twice what was allowed when it was earned. */
const tooMany = 2;

/** Why a topic that answers alone must stop, in plain words; undefined while it does well. */
export function mustStop(settled: readonly Settled[], since: Instant): string | undefined {
  const counted = settled
    .filter(({ at }) => at >= since)
    .toSorted((left, right) => (left.at > right.at ? -1 : 1))
    .slice(0, latest);
  const changed = counted.filter(({ outcome }) => outcome !== 'unchanged').length;
  const cameBack = counted.filter((each) => each.cameBack).length;
  if (cameBack >= tooMany) return `the requester came back after ${cameBack} of the last ${counted.length}`;
  if (changed >= tooMany) return `people changed or turned down ${changed} of the last ${counted.length}`;
  return undefined;
}

/** How far back a dry run looks. */
export const dryRunDays = 30;

/** What the rule would have sent by itself lately, and what people did with those drafts. */
export function dryRun(settled: readonly Settled[], now: Instant): TrackRecord {
  return trackRecord(
    settled.filter(({ eligible }) => eligible),
    laterBy(now, -dryRunDays * day),
  );
}
