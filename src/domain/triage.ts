import { z } from 'zod';
import type { Account } from './account.ts';
import {
  type Category,
  categories,
  type Sentiment,
  type Severity,
  sentiments,
  severities,
  tiers,
} from './words.ts';

const Confidence = z.number().min(0).max(1);

/** An open or recent ticket that may be about the same thing. Shown and linked by people, never merged by itself. */
export const DuplicateCandidate = z.strictObject({
  ticket: z.string(),
  subject: z.string(),
  /** 0–1: how alike, calibrated so that 0.8 means four in five such pairs are the same problem. */
  score: Confidence,
  why: z.string(),
  /** Log-odds behind the score, before what the desk learned from its own links: what it goes on learning from. */
  odds: z.number().optional(),
  /** Same requester or same account: whoever reads the answers to the one may read those to the other. */
  sameAudience: z.boolean().optional(),
  /** It is older, opened shortly before, still worked, and says the very same but for moments and random ids. */
  isCopy: z.literal(true).optional(),
  /** How many tickets more say the very same as the candidate at about the same time; they are no candidates. */
  moreLikeIt: z.number().int().positive().optional(),
});
export type DuplicateCandidate = z.infer<typeof DuplicateCandidate>;

/** What the desk may ask a requester by itself. An engine chooses one; it never words one. */
export const questions = ['what_happened', 'who_is_affected'] as const;
export type Question = (typeof questions)[number];

/** What the triage-controller decides about a new ticket. */
export const TriageAnswer = z.strictObject({
  category: z.enum(categories),
  severity: z.enum(severities),
  /** Business-impact reasons in plain words: plan, revenue at risk, scope, blocked or workaround, since when. */
  severityReasons: z.array(z.string()).min(1),
  /** Name of one of the queues that were given. */
  queue: z.string(),
  tier: z.literal(tiers),
  sentiment: z.enum(sentiments),
  /** 0 calm – 1 at the end of their patience. */
  frustration: Confidence,
  productArea: z.string(),
  /** ISO 639-1, e.g. `en`. */
  language: z.string().length(2),
  duplicates: z.array(DuplicateCandidate),
  /** Who should know, in plain words, e.g. `account owner`, `engineering`. */
  stakeholders: z.array(z.string()),
  confidence: Confidence,
  /** Why this category and this queue, e.g. "routed like T-88, corrected by Ana". */
  reasons: z.strictObject({ category: z.string(), queue: z.string() }),
  /** The one question to the requester when too unsure. A key: the words are the desk's own. */
  question: z.enum(questions).optional(),
});
export type TriageAnswer = z.infer<typeof TriageAnswer>;

/** A queue and the tickets that go there: first match wins; a queue without `when` takes the rest. */
export type QueueRule = {
  readonly name: string;
  readonly when?: {
    readonly category?: TriageAnswer['category'] | undefined;
    readonly severity?: TriageAnswer['severity'] | undefined;
  };
};

/** An earlier ticket whose category and severity people confirmed or corrected. */
export type Precedent = {
  readonly ticket: string;
  readonly text: string;
  readonly category: TriageAnswer['category'];
  readonly severity: TriageAnswer['severity'];
  readonly queue: string;
  /** Name of the agent who corrected its category or queue, if somebody did. */
  readonly correctedBy?: string;
  /** Name of the agent who corrected its severity, if somebody did. */
  readonly severityBy?: string;
  /** It is still open, and nobody has agreed to this field of it: it is evidence of nothing. */
  readonly undecided?: 'category' | 'severity';
  /** 0–1: how alike. */
  readonly score: number;
};

/** What the desk has learned to say about one field of a ticket, from tickets people sorted or solved. */
export type LearnedField<T extends string> = {
  readonly value: T;
  /** 0–1: how often such an opinion was right on tickets it had not seen. */
  readonly confidence: number;
  /** How many tickets with this value it has seen. */
  readonly seen: number;
  /** The most alike ticket it was learned from. */
  readonly like?: { readonly ticket: string; readonly correctedBy?: string };
};

/** The opinion of what was learned. A field is absent where too little was seen or nothing is like this ticket. */
export type LearnedTriage = {
  readonly category?: LearnedField<Category>;
  readonly severity?: LearnedField<Severity>;
  readonly sentiment?: LearnedField<Sentiment>;
  /** It has seen nothing like this: it abstains, and says so. */
  readonly abstains: boolean;
};

/** From so many customers on, an outage is not the matter of one of them. */
export const severalCustomers = 3;

/** Everything the triage-controller is given. Texts are data from people, never instructions. */
export type TriageFacts = {
  readonly ticket: string;
  /** The requester's words so far, oldest first. */
  readonly texts: readonly string[];
  readonly requester: { readonly name: string; readonly earlierTickets: number };
  readonly account?: Account;
  readonly queues: readonly QueueRule[];
  readonly duplicates: readonly DuplicateCandidate[];
  /** How many customers report the same at about the same time, this one included. Absent: only this one is known. */
  readonly customers?: number;
  readonly precedents: readonly Precedent[];
  /** Absent while nothing was learned. */
  readonly learned?: LearnedTriage;
  readonly at: string;
};
