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

/** First response by severity, for the plans in the order enterprise, business, standard. */
const firstResponse = {
  P1: ['15m', '30m', '2h'],
  P2: ['1h', '2h', '4h'],
  P3: ['4h', '8h', '16h'],
  P4: ['8h', '16h', '24h'],
} as const;

/** The targets that hold when desk.yaml names none. */
export const defaultTargets = severities.flatMap((severity) =>
  plans.map((plan, index) => ({
    when: { plan, severity },
    first_response: firstResponse[severity][index] ?? '24h',
  })),
);
