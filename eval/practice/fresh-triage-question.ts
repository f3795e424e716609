import type { Account } from '../../src/domain/account.ts';
import type { Category, Severity } from '../../src/domain/words.ts';

export type AccountFacts = Pick<Account, 'plan' | 'annualRevenue'>;

/** A ticket the rules were not written with, and how a support lead would sort it. */
export type FreshTriage = {
  readonly text: string;
  readonly category: Category;
  readonly severity: Severity;
  readonly account: AccountFacts;
};
