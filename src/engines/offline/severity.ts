import type { Account } from '../../domain/account.ts';
import {
  type DuplicateCandidate,
  type LearnedField,
  type Precedent,
  severalCustomers,
} from '../../domain/triage.ts';
import { type Category, type Severity, severities } from '../../domain/words.ts';
import { likeLearned } from './category.ts';
import type { Impact, ImpactKind } from './impact.ts';
import { ceilingOf, graver, hardFloorOf, rank, usualFloorOf, vitalAreas, within } from './severity-floor.ts';
import { floorReason, impactReasons } from './severity-reasons.ts';

export type SeverityFinding = { readonly severity: Severity; readonly reasons: readonly string[] };

export type SeverityFacts = {
  readonly impact: Impact;
  readonly category: Category;
  readonly isQuestion: boolean;
  /** Why nothing of the message was understood; undefined when it was read. */
  readonly unread: string | undefined;
  readonly productArea: string;
  readonly account: Account | undefined;
  readonly duplicates: readonly DuplicateCandidate[];
  /** How many customers report the same now, this one included. */
  readonly customers: number;
  readonly precedents: readonly Precedent[];
  readonly learned: LearnedField<Severity> | undefined;
};

const kindPoints: Readonly<Record<ImpactKind, number>> = {
  exposure: 5,
  security: 3.5,
  data_loss: 3.5,
  outage: 3,
  failure: 1.5,
  slow: 1.25,
  cosmetic: 0.5,
  question: 0,
};
const scopePoints = { all: 2, many: 0.75, one: -0.5, unknown: 0 } as const;
/** A revenue from which an account is a matter for the management of most desks. */
const largeRevenue = 100_000;
const alike = 0.65;

/** How bad it is for the business: points first, then what people decided on like tickets, and the hard floor last. */
export function findSeverity(facts: SeverityFacts): SeverityFinding {
  const { impact } = facts;
  const elsewhere = facts.duplicates.filter(({ score }) => score >= alike);
  // Tickets that say the very same are one candidate.
  const copies = elsewhere.reduce((sum, { moreLikeIt = 0 }) => sum + moreLikeIt, 0);
  const isSeveral = facts.customers >= severalCustomers;
  const isWide = (elsewhere.length + copies >= 2 || isSeveral) && impact.scope !== 'all';
  const points = pointsOf(facts, isWide);
  const byPoints: Severity = points >= 5.5 ? 'P1' : points >= 3 ? 'P2' : points >= 1.25 ? 'P3' : 'P4';
  const own = within(byPoints, graver(usualFloorOf(facts), hardFloorOf(facts)), ceilingOf(facts));
  const voted = byLearning(own, facts) ?? byPrecedents(own, facts);
  const floor = hardFloorOf(facts);
  const severity = graver(voted.severity, floor);
  const isHeld = rank(voted.severity) > rank(floor);
  const reasons = [
    ...impactReasons(impact, facts),
    ...(isWide || isSeveral ? [othersReason(facts.customers, namesOf(elsewhere, copies))] : []),
    ...(isHeld ? [floorReason(severity)] : voted.reason === undefined ? [] : [voted.reason]),
  ];
  return { severity, reasons };
}

function othersReason(customers: number, names: string): string {
  const said =
    customers >= severalCustomers
      ? `others report the same: ${customers} customers`
      : 'others report the same';
  return names === '' ? said : `${said} (${names})`;
}

function namesOf(tickets: readonly DuplicateCandidate[], more: number): string {
  const names = tickets.map(({ ticket }) => ticket).join(', ');
  return more === 0 ? names : `${names} and ${more} more`;
}

function pointsOf(facts: SeverityFacts, isWide: boolean): number {
  const { impact } = facts;
  const trouble = kindPoints[impact.kind];
  // What only looks wrong looks as wrong to a great customer.
  if (impact.kind === 'cosmetic') return trouble + consequences(impact);
  if (trouble === 0) return 0;
  const scope = scopePoints[impact.scope] + (impact.scope === 'many' && impact.huge ? 0.5 : 0);
  return trouble + scope + (isWide ? scopePoints.many : 0) + consequences(impact) + context(facts);
}

function consequences(impact: Impact): number {
  return (
    (impact.blocked ? 0.75 : 0) -
    (impact.workaround ? 0.75 : 0) +
    (impact.money === undefined ? 0 : 0.75) +
    (impact.deadline === undefined ? 0 : 0.5)
  );
}

function context({ impact, productArea, account }: SeverityFacts): number {
  const plan = account?.plan === 'enterprise' ? 0.5 : account?.plan === 'business' ? 0.25 : 0;
  return (
    plan +
    ((account?.annualRevenue ?? 0) >= largeRevenue ? 0.25 : 0) +
    (vitalAreas.has(productArea) && impact.kind === 'outage' ? 0.5 : 0)
  );
}

type Vote = { readonly severity: Severity; readonly reason?: string };

/** Below this the rules are right more often. */
const worthHearing = 0.75;
/** From so many tickets of that severity on, the opinion may go the whole way. */
const enoughSeen = 10;

/** What was learned from the desk's own tickets moves it a step, and all the way once it has shown to be right. */
function byLearning(own: Severity, { learned }: SeverityFacts): Vote | undefined {
  if (learned === undefined || learned.confidence < worthHearing || learned.value === own) return undefined;
  const severity = learned.seen >= enoughSeen ? learned.value : oneStep(own, learned.value);
  return { severity, reason: `${learned.value} ${likeLearned(learned)}` };
}

/** What people decided on nearly the same ticket moves it one step at most. */
function byPrecedents(own: Severity, facts: SeverityFacts): Vote {
  const like = facts.precedents.find(
    ({ score, severityBy, undecided }) =>
      undecided !== 'severity' && score >= (severityBy === undefined ? 0.6 : 0.45),
  );
  if (like === undefined || like.severity === own) return { severity: own };
  // One like ticket says nothing against what the kind of a ticket can at most be.
  const severity = within(oneStep(own, like.severity), usualFloorOf(facts), ceilingOf(facts));
  if (severity === own) return { severity };
  const by = like.severityBy === undefined ? '' : `, set by ${like.severityBy}`;
  return { severity, reason: `${like.ticket} was alike and ${like.severity}${by}` };
}

function oneStep(from: Severity, towards: Severity): Severity {
  return severities[rank(from) + Math.sign(rank(towards) - rank(from))] ?? from;
}
