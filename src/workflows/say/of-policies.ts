import { reappliedCard } from '../../cards/team/policy-blocks.ts';
import type { Desk } from '../../desk.ts';
import type { OutboxKind } from '../../scheduler/table.ts';
import { loadPolicies } from '../policies.ts';
import { endPolicyNews } from '../reapply-policies.ts';

/** Row with the moment at which it was asked for: open tickets were put on another edition, said once to the team. */
export function policyNews(desk: Desk): OutboxKind {
  return {
    async compose(claim) {
      const { reapply } = await loadPolicies(desk);
      // A later one has its own words.
      if (reapply?.at !== claim.row.ref || !reapply?.ended) return { say: 'nothing' };
      const card = reappliedCard(reapply);
      const key = `policies/${claim.row.key}`;
      return { say: 'post', post: { audience: 'team', key, channel: claim.row.channel, card } };
    },
    said: (claim) => endPolicyNews(desk, claim),
    // The home page shows the same.
    refused: (claim) => endPolicyNews(desk, claim),
  };
}
