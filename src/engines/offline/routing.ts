import type { TriageAnswer, TriageFacts } from '../../domain/triage.ts';
import type { Tier } from '../../domain/words.ts';

type Sorted = Pick<TriageAnswer, 'category' | 'severity'>;

/** How the work is run: the graver and the more technical, the more people at once. */
export function tierFor({ category, severity }: Sorted, isWide: boolean): Tier {
  const isRepair = category === 'bug' || category === 'technical';
  switch (severity) {
    case 'P1':
      return 4;
    case 'P2':
      return isRepair && isWide ? 3 : 2;
    case 'P3':
      return isRepair ? 2 : 1;
    case 'P4':
      return 1;
  }
}

/** Who else should know, in plain words. */
export function stakeholdersFor(
  facts: TriageFacts,
  sorted: Sorted & { isSecurity: boolean; mayLeave: boolean },
): readonly string[] {
  const isGrave = sorted.severity === 'P1' || sorted.severity === 'P2';
  const isEnterprise = facts.account?.plan === 'enterprise';
  return [
    ...(isGrave && isEnterprise ? ['account owner'] : []),
    ...(sorted.category === 'bug' || (sorted.category === 'technical' && isGrave) ? ['engineering'] : []),
    ...(sorted.isSecurity ? ['security'] : []),
    ...(sorted.severity === 'P1' || sorted.mayLeave ? ['support manager'] : []),
    ...(sorted.category === 'billing' && isGrave ? ['billing team'] : []),
    ...(sorted.category === 'feature_request' ? ['product'] : []),
  ];
}
