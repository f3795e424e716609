import type { Account } from '../../domain/account.ts';
import type { Category, Severity } from '../../domain/words.ts';
import type { Impact, ImpactKind } from './impact.ts';

const kindReasons: Readonly<Record<ImpactKind, string>> = {
  exposure: 'data of other customers may be visible',
  security: 'a matter of security',
  data_loss: 'data may be lost',
  outage: 'the service does not answer',
  failure: 'something fails',
  slow: 'it is slow',
  cosmetic: 'it looks wrong but works',
  question: 'nothing is reported as broken',
};

const scopeReasons: Readonly<Record<Exclude<Impact['scope'], 'unknown'>, string>> = {
  all: 'all users are affected',
  many: 'many are affected',
  one: 'one person or case is affected',
};

/** The effect on the business in plain words, weightiest first. Figures are those of the account, phrases the requester's. */
export function impactReasons(
  impact: Impact,
  about: {
    readonly category: Category;
    readonly account: Account | undefined;
    readonly unread: string | undefined;
    readonly isQuestion: boolean;
  },
): readonly string[] {
  const isTrouble = impact.kind !== 'question' && impact.kind !== 'cosmetic';
  const asksNothing = impact.kind === 'question' && !about.isQuestion && about.category !== 'feature_request';
  const heard = asksNothing
    ? 'no trouble was recognised'
    : withPhrase(kindReasons[impact.kind], impact.phrase);
  const isHeard = about.unread === undefined || impact.kind !== 'question';
  const reasons = [...(about.unread === undefined ? [] : [about.unread]), ...(isHeard ? [heard] : [])];
  if (about.category === 'feature_request') reasons.push('a wish for the product');
  if (impact.scope !== 'unknown') reasons.push(withPhrase(scopeReasons[impact.scope], impact.scopePhrase));
  if (impact.since !== undefined) reasons.push(impact.since);
  if (impact.money !== undefined) reasons.push(`costs them money (“${impact.money}”)`);
  if (impact.deadline !== undefined) reasons.push(`a deadline (“${impact.deadline}”)`);
  if (impact.blocked) reasons.push('they are blocked');
  if (impact.workaround) reasons.push('a way around it is mentioned');
  else if (isTrouble) reasons.push('no workaround mentioned');
  if (about.account !== undefined) reasons.push(accountReason(about.account));
  return reasons;
}

/** Why what was decided on like tickets was not followed. */
export function floorReason(severity: Severity): string {
  return `never milder than ${severity} for trouble of this kind`;
}

function withPhrase(reason: string, phrase: string | undefined): string {
  return phrase === undefined ? reason : `${reason} (“${phrase}”)`;
}

function accountReason(account: Account): string {
  const revenue = `€${account.annualRevenue.toLocaleString('en-US')} a year`;
  return account.annualRevenue > 0 ? `${account.plan} plan, ${revenue} at risk` : `${account.plan} plan`;
}
