import type { SlaTarget } from '../../src/domain/sla/policy.ts';
import type { Severity } from '../../src/domain/words.ts';
import type { PersonName } from '../support/practice-names.ts';

/** What somebody does to a ticket of the month. */
export type Act =
  | { readonly does: 'reply'; readonly who: PersonName; readonly then: 'ask' | 'open' }
  | {
      readonly does: 'claim' | 'solve' | 'hold' | 'send update' | 'not a request' | 'to P1';
      readonly who: PersonName;
    }
  | { readonly does: 'writes'; readonly text: string }
  | { readonly does: 'confirms' | 'agrees' };

/** `+90` minutes after the opening, or a time of day in Berlin so many working days later. */
export type When = number | `${number}d ${number}:${number}`;

/** Who is told of which step of which clock; `at` is when its moment is, `told` when it is later (quiet hours). */
export type Expected = {
  readonly at: When;
  readonly told?: When;
  readonly what: `${SlaTarget} ${string}`;
  readonly to: PersonName | 'queue' | 'managers';
};

export type Scenario = {
  readonly name: string;
  readonly opens: `${number}:${number}`;
  readonly severity: Severity;
  readonly acts: readonly (readonly [When, Act])[];
  readonly told: readonly Expected[];
  /** Kinds of the messages prepared for the requester, and whether they were sent. */
  readonly updates?: readonly (readonly ['progress' | 'delay', 'sent' | 'not sent'])[];
  /** Minutes late, by target. */
  readonly breaches?: Partial<Record<SlaTarget, number>>;
  readonly ends: 'solved' | 'closed';
  /** The requester is asked whether they still need us, so long after the opening. */
  readonly followedUp?: number;
};
