import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstMatches } from '../../../src/config/first-matches.ts';
import { type PolicyFacts, type PolicyRule, termsOf } from '../../../src/domain/sla/policy.ts';
import { categories, plans, severities } from '../../../src/domain/words.ts';
import { anEdition, aPolicy } from '../../support/an-edition.ts';

const channels = ['slack:C1', 'slack:C2'] as const;
const some = <T>(values: readonly T[]) =>
  fc.option(fc.subarray([...values], { minLength: 1 }), { nil: undefined, freq: 2 });

const anyConditions = fc
  .record({
    plan: some(plans),
    severity: some(severities),
    category: some(categories),
    channel: some(channels),
  })
  .map(({ plan, severity, category, channel }): PolicyRule['when'] => ({
    ...(plan ? { plan } : {}),
    ...(severity ? { severity } : {}),
    ...(category ? { category } : {}),
    ...(channel ? { channel } : {}),
  }));

const anyFacts: fc.Arbitrary<PolicyFacts> = fc.record({
  plan: fc.constantFrom(...plans),
  severity: fc.constantFrom(...severities),
  category: fc.constantFrom(...categories),
  channel: fc.constantFrom(...channels, 'slack:C3'),
});

const inTurn = (conditions: readonly PolicyRule['when'][]) =>
  conditions.map((when, index) => aPolicy({ name: `rule ${index}`, when }));

/** Written apart from the code: a condition holds when it is not there or has the value. */
const isFor = (when: PolicyRule['when'], facts: PolicyFacts) =>
  Object.entries(when).every(([key, values]) =>
    (values as readonly string[]).includes(facts[key as keyof PolicyFacts]),
  );

test('the first policy whose conditions all hold is the ticket’s, whatever follows it', () => {
  fc.assert(
    fc.property(fc.array(anyConditions, { maxLength: 8 }), anyFacts, (conditions, facts) => {
      const rules = inTurn(conditions);
      const first = conditions.findIndex((when) => isFor(when, facts));
      expect(termsOf(anEdition({ rules }), facts)?.policy).toBe(first === -1 ? undefined : `rule ${first}`);
    }),
  );
});

test('a policy that is refused as never matching is never any ticket’s, and one that is not is somebody’s', () => {
  fc.assert(
    fc.property(fc.array(anyConditions, { minLength: 1, maxLength: 6 }), (conditions) => {
      const edition = anEdition({ rules: inTurn(conditions) });
      const taken = new Set<string | undefined>();
      for (const plan of plans) {
        for (const severity of severities) {
          for (const category of categories) {
            for (const channel of [...channels, 'slack:C3']) {
              taken.add(termsOf(edition, { plan, severity, category, channel })?.policy);
            }
          }
        }
      }
      const reach = firstMatches(conditions.map((when) => ({ ...nothing, ...when })));
      expect(reach.map(({ takes }) => takes.length > 0)).toEqual(
        conditions.map((_when, index) => taken.has(`rule ${index}`)),
      );
    }),
  );
});

const nothing = { plan: undefined, severity: undefined, category: undefined, channel: undefined };
