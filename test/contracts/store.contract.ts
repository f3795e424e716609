import { describe, expect, test } from 'vitest';
import { aliveRules } from './store/alive.ts';
import type { Rule, StoreHarness } from './store/builders.ts';
import { commitRules } from './store/commits.ts';
import { inboxRules } from './store/inbox.ts';
import { incidentQueryRules } from './store/incident-queries.ts';
import { incidentRules } from './store/incidents.ts';
import { outboxRules } from './store/outbox.ts';
import { queryRules } from './store/queries.ts';
import { timerRules } from './store/timers.ts';

const parts: Readonly<Record<string, readonly Rule[]>> = {
  commits: commitRules,
  queries: queryRules,
  incidents: [...incidentRules, ...incidentQueryRules],
  timers: timerRules,
  outbox: outboxRules,
  inbox: inboxRules,
  alive: aliveRules,
};

/** What every store promises. An exception names a sentence that does not hold here, and why. */
export function storeContract(
  name: string,
  harness: StoreHarness,
  exceptions: readonly { readonly test: string; readonly reason: string }[] = [],
): void {
  const sentences = Object.values(parts).flatMap((rules) => rules.map(([sentence]) => sentence));

  describe(`${name} keeps the contract of a store`, () => {
    test('its exceptions are about sentences of the contract', () => {
      expect(sentences).toEqual(expect.arrayContaining(exceptions.map((exception) => exception.test)));
    });

    for (const [part, rules] of Object.entries(parts)) {
      describe(part, () => {
        for (const [sentence, run] of rules) {
          if (exceptions.some((exception) => exception.test === sentence)) continue;
          test(sentence, async () => {
            const opened = await harness.open();
            try {
              await run(opened);
            } finally {
              await opened.destroy();
            }
          });
        }
      });
    }
  });
}
