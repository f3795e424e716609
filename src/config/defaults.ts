import { type Category, plans, severities } from '../domain/words.ts';

type DefaultQueue = { name: string; when: { category?: Category[] } };

/** The models behind the aliases of the personas. */
export const defaultModels = { fast: 'claude-haiku-5-5', strong: 'claude-sonnet-5-5' };

/** Where tickets wait when desk.yaml names no queues: one queue for each kind of expert, and one for the rest. */
export const defaultQueues: DefaultQueue[] = [
  { name: 'billing', when: { category: ['billing'] } },
  { name: 'technical', when: { category: ['technical', 'bug'] } },
  { name: 'account', when: { category: ['account'] } },
  { name: 'product', when: { category: ['feature_request'] } },
  { name: 'general', when: {} },
];

/** Within which time, for the plans in the order enterprise, business, standard. */
const times = {
  first_response: {
    P1: ['15m', '30m', '2h'],
    P2: ['1h', '2h', '4h'],
    P3: ['4h', '8h', '12h'],
    P4: ['8h', '12h', '16h'],
  },
  next_response: {
    P1: ['30m', '1h', '2h'],
    P2: ['1h', '2h', '4h'],
    P3: ['4h', '8h', '12h'],
    P4: ['8h', '12h', '16h'],
  },
  total_resolution: {
    P1: ['4h', '8h', '12h'],
    P2: ['8h', '12h', '20h'],
    P3: ['16h', '20h', '23h'],
    P4: ['20h', '22h', '23h'],
  },
} as const;

/**
 * The policies that hold when desk.yaml names none. The widest promise is 23 hours, so that everything is solved in
 * under a day, around the clock; only the time in which we wait for the requester is not counted.
 */
export const defaultPolicies = severities.flatMap((severity) =>
  plans.map((plan, index) => ({
    when: { plan, severity },
    first_response: times.first_response[severity][index],
    next_response: times.next_response[severity][index],
    total_resolution: times.total_resolution[severity][index],
  })),
);
