import type { Account } from '../../domain/account.ts';
import type { DuplicateCandidate, Precedent } from '../../domain/triage.ts';
import { type Category, type Severity, severities } from '../../domain/words.ts';
import type { Impact, ImpactKind } from './impact.ts';
import { impactReasons } from './severity-reasons.ts';

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
  readonly precedents: readonly Precedent[];
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
/** Without these nobody can buy, pay or come in. */
const vitalAreas: ReadonlySet<string> = new Set(['checkout', 'payments', 'access', 'status']);
/** A revenue from which an account is a matter for the management of most desks. */
const largeRevenue = 100_000;
const alike = 0.65;

/** How bad it is for the business, in points first, then within hard floors and ceilings. */
export function findSeverity(facts: SeverityFacts): SeverityFinding {
  const { impact } = facts;
  const elsewhere = facts.duplicates.filter(({ score }) => score >= alike);
  const isWide = elsewhere.length >= 2 && impact.scope !== 'all';
  const scope = isWide ? scopePoints.many + scopePoints[impact.scope] : scopePoints[impact.scope];
  const trouble = kindPoints[impact.kind];
  const points = trouble + (trouble > 0 ? scope + context(facts) : 0);
  const byPoints: Severity = points >= 5.5 ? 'P1' : points >= 3 ? 'P2' : points >= 1.25 ? 'P3' : 'P4';
  const voted = byPrecedents(byPoints, facts.precedents);
  const severity = within(voted.severity, floorOf(facts), ceilingOf(facts));
  const reasons = [
    ...impactReasons(impact, facts),
    ...(isWide ? [`others report the same (${elsewhere.map(({ ticket }) => ticket).join(', ')})`] : []),
    ...(severity === voted.severity && voted.reason !== undefined ? [voted.reason] : []),
  ];
  return { severity, reasons };
}

function context({ impact, productArea, account }: SeverityFacts): number {
  const plan = account?.plan === 'enterprise' ? 0.5 : account?.plan === 'business' ? 0.25 : 0;
  return (
    plan +
    ((account?.annualRevenue ?? 0) >= largeRevenue ? 0.25 : 0) +
    (vitalAreas.has(productArea) && impact.kind === 'outage' ? 0.5 : 0) +
    (impact.blocked ? 0.75 : 0) -
    (impact.workaround ? 0.75 : 0) +
    (impact.money === undefined ? 0 : 0.75) +
    (impact.deadline === undefined ? 0 : 0.5)
  );
}

/** Never milder than this, whoever writes and whatever else they write. */
function floorOf({ impact, productArea, category, isQuestion, unread }: SeverityFacts): Severity {
  const isWhole = impact.scope === 'all';
  if (impact.kind === 'exposure') return 'P1';
  if (isWhole && (impact.kind === 'outage' || impact.kind === 'data_loss' || impact.kind === 'security'))
    return 'P1';
  if (isWhole && impact.kind === 'failure' && vitalAreas.has(productArea)) return 'P1';
  if (impact.kind === 'security' || impact.kind === 'data_loss') return 'P2';
  if (unread !== undefined) return 'P3';
  if (category === 'bug' && impact.kind !== 'cosmetic') return 'P3';
  if (category === 'billing' && !isQuestion && impact.kind !== 'cosmetic') return 'P3';
  if (impact.kind === 'failure' && !isQuestion && category !== 'feature_request') return 'P3';
  return 'P4';
}

/** Never graver than this: a wish or a question can wait, money is not an outage. */
function ceilingOf({ impact, category, isQuestion, unread }: SeverityFacts): Severity {
  const grave = impact.kind === 'exposure' || impact.kind === 'security' || impact.kind === 'data_loss';
  if (grave) return 'P1';
  if (unread === undefined && category === 'feature_request') return 'P4';
  if (impact.kind === 'cosmetic') return 'P3';
  if (impact.kind === 'question')
    return isQuestion && unread === undefined && category !== 'billing' ? 'P4' : 'P3';
  if (category === 'billing' && impact.scope !== 'all') return 'P3';
  return 'P1';
}

/** What people decided on nearly the same ticket moves it one step at most. */
function byPrecedents(
  own: Severity,
  precedents: readonly Precedent[],
): { severity: Severity; reason?: string } {
  const like = precedents.find(({ score, correctedBy }) => score >= (correctedBy === undefined ? 0.6 : 0.45));
  if (like === undefined || like.severity === own) return { severity: own };
  const step = rank(like.severity) > rank(own) ? 1 : -1;
  const severity = severities[rank(own) + step] ?? own;
  const by = like.correctedBy === undefined ? '' : `, set by ${like.correctedBy}`;
  return { severity, reason: `${like.ticket} was alike and ${like.severity}${by}` };
}

function within(severity: Severity, floor: Severity, ceiling: Severity): Severity {
  const milder = rank(severity) < rank(ceiling) ? ceiling : severity;
  return rank(milder) > rank(floor) ? floor : milder;
}

/** 0 is the gravest. */
function rank(severity: Severity): number {
  return severities.indexOf(severity);
}
