import type { CustomerStatus } from '../../domain/incident/words.ts';

/** How everything the desk itself says of an incident to customers is said in one language. Moments come in written out. */
export type IncidentWording = {
  readonly drill: string;
  readonly head: (ticket: string) => string;
  readonly correction: (of: string) => string;
  readonly status: Readonly<Record<CustomerStatus, string>>;
  readonly asOf: (moment: string) => string;
  readonly acknowledged: string;
  readonly affected: (what: string) => string;
  readonly affectedSince: (moment: string, what: string) => string;
  readonly notAffected: (what: string) => string;
  readonly nothingNew: (since: string) => string;
  readonly nothingNewYet: string;
  readonly next: (text: string) => string;
  /** What comes next where nobody has said more. */
  readonly goesOn: Readonly<Record<CustomerStatus, string>>;
  readonly blockers: (text: string) => string;
  readonly noBlockers: string;
  readonly workaround: (text: string) => string;
  readonly noWorkaround: string;
  readonly lasted: (span: string, from: string, to: string) => string;
  readonly span: (hours: number, minutes: number) => string;
  readonly dataLoss: Readonly<Record<'yes' | 'no' | 'unknown', string>>;
  readonly ifItReturns: string;
  readonly review: string;
};
