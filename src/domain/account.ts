import { z } from 'zod';
import { plans } from './words.ts';

/** The company a requester belongs to. Matched by workspace first, then by e-mail domain. */
export const Account = z.strictObject({
  /** Made from the name, stable over imports, e.g. `acme-retail`. */
  id: z.string().min(1),
  name: z.string().min(1),
  domain: z.string().optional(),
  workspace: z.string().optional(),
  plan: z.enum(plans),
  /** Whole units of the desk's currency a year. */
  annualRevenue: z.number().nonnegative(),
  /** E-mail address of the person who owns the relationship. */
  owner: z.string().optional(),
  /** Product configuration in plain words, e.g. `EU region; SSO Okta`. */
  configuration: z.string().optional(),
});
export type Account = z.infer<typeof Account>;

/** The account a person belongs to, if any. */
export function accountOf(
  person: { readonly email?: string | undefined; readonly workspace?: string | undefined },
  accounts: readonly Account[],
): Account | undefined {
  const domain = person.email?.split('@')[1]?.toLowerCase();
  return (
    accounts.find((account) => isWorkspace(account, person.workspace)) ??
    accounts.find((account) => account.domain !== undefined && account.domain.toLowerCase() === domain)
  );
}

/** Accounts are imported with the workspace's plain id; people carry it with their platform's prefix. */
function isWorkspace(account: Account, workspace: string | undefined): boolean {
  if (account.workspace === undefined || workspace === undefined) return false;
  return workspace === account.workspace || workspace.endsWith(`:${account.workspace}`);
}
