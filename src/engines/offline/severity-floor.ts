import { severalCustomers } from '../../domain/triage.ts';
import { type Category, type Severity, severities } from '../../domain/words.ts';
import type { SeverityFacts } from './severity.ts';

/** Without these nobody can buy, pay or come in. */
export const vitalAreas: ReadonlySet<string> = new Set(['checkout', 'payments', 'access', 'status']);

/**
 * Never milder than this, whatever the category, earlier tickets, what was learned, or other words in the text say:
 * data others may see, security, lost data, an outage with its scope or reported by several, an enterprise customer
 * who cannot work, words nobody could read.
 */
export function hardFloorOf({ impact, productArea, account, unread, customers }: SeverityFacts): Severity {
  const { kind, scope } = impact;
  const isWhole = scope === 'all';
  if (kind === 'exposure') return 'P1';
  if (isWhole && (kind === 'outage' || kind === 'data_loss' || kind === 'security')) return 'P1';
  if (kind === 'outage' && scope !== 'one' && customers >= severalCustomers) return 'P1';
  if (isWhole && kind === 'failure' && vitalAreas.has(productArea)) return 'P1';
  if (kind === 'security' || kind === 'data_loss') return 'P2';
  if (kind === 'outage' && scope === 'many') return 'P2';
  const isStuck = impact.blocked && !impact.workaround && (kind === 'outage' || kind === 'failure');
  if (isStuck && account?.plan === 'enterprise' && scope !== 'one') return 'P2';
  return unread === undefined ? 'P4' : 'P3';
}

/** As mild as it may be by the rules alone. What people taught the desk may go below. */
export function usualFloorOf({ impact, category, isQuestion }: SeverityFacts): Severity {
  // Who tells of everybody, and asks nothing, tells of trouble in words that are not known.
  const isUnknownTrouble = impact.kind === 'question' && impact.scope === 'all' && !isQuestion;
  if (isUnknownTrouble && category !== 'feature_request') return 'P3';
  if (category === 'bug' && impact.kind !== 'cosmetic') return 'P3';
  if (category === 'billing' && !isQuestion && impact.kind !== 'cosmetic') return 'P3';
  if (impact.kind === 'failure' && !isQuestion && category !== 'feature_request') return 'P3';
  return 'P4';
}

/** Never graver than this: a wish or a question can wait, money is not an outage. */
export function ceilingOf({ impact, category, isQuestion, unread }: SeverityFacts): Severity {
  const { kind, scope } = impact;
  const isGrave = kind === 'exposure' || kind === 'security' || kind === 'data_loss' || kind === 'outage';
  // Wrongly taken for a wish or a bill, trouble keeps its weight.
  if (isGrave) return 'P1';
  if (unread === undefined && category === 'feature_request') return 'P4';
  if (kind === 'cosmetic') return 'P3';
  if (kind === 'question') return waits(category, isQuestion && unread === undefined) ? 'P4' : 'P3';
  return category === 'billing' && scope !== 'all' ? 'P3' : 'P1';
}

export function within(severity: Severity, floor: Severity, ceiling: Severity): Severity {
  return graver(rank(severity) < rank(ceiling) ? ceiling : severity, floor);
}

export function graver(one: Severity, other: Severity): Severity {
  return rank(one) < rank(other) ? one : other;
}

/** 0 is the gravest. */
export function rank(severity: Severity): number {
  return severities.indexOf(severity);
}

function waits(category: Category, isQuestion: boolean): boolean {
  return isQuestion && category !== 'billing';
}
