import { z } from 'zod';
import type { Passage } from './article.ts';
import type { TriageAnswer } from './triage.ts';

/** Where a claim comes from: a passage or an earlier ticket that was given, and the words that support it. */
export const Source = z.strictObject({
  /** A passage id (`payments/declined-cards#2`) or a ticket id (`T-88`). */
  id: z.string(),
  /** Verbatim from that source. */
  quote: z.string(),
});
export type Source = z.infer<typeof Source>;

const Claim = z.strictObject({ text: z.string(), source: Source });

export const tones = ['empathetic', 'concise', 'teaching', 'plain'] as const;
export type Tone = (typeof tones)[number];

/** What the resolution-drafter answers: a reply whose every claim has a source, or an honest "I don't know". */
export const DraftAnswer = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('answer'),
    tone: z.enum(tones),
    greeting: z.string(),
    understanding: z.string(),
    /** Shown numbered when there are several. */
    steps: z.array(Claim).min(1),
    /** What to send us if it does not help, or what is missing to reproduce. */
    askFor: z.array(z.string()),
    /** Likely next questions, answered ahead. */
    followUps: z.array(z.strictObject({ question: z.string(), answer: Claim })),
    links: z.array(z.strictObject({ title: z.string(), url: z.string() })),
    closing: z.string(),
    confidence: z.number().min(0).max(1),
  }),
  z.strictObject({
    outcome: z.literal('unknown'),
    /** For the team: why nothing was drafted. */
    reason: z.string(),
    /** What would help to find out. */
    askFor: z.array(z.string()),
    confidence: z.number().min(0).max(1),
  }),
]);
export type DraftAnswer = z.infer<typeof DraftAnswer>;

/** What solved an earlier ticket. */
export type Resolution = {
  readonly ticket: string;
  readonly problem: string;
  readonly answer: string;
  /** 0–1: how alike to the ticket at hand. */
  readonly score: number;
};

/** Everything the resolution-drafter is given. Texts are data from people, never instructions. */
export type DraftFacts = {
  readonly ticket: string;
  readonly deskName: string;
  /** Whole public conversation, oldest first. */
  readonly conversation: readonly { readonly from: 'requester' | 'desk'; readonly text: string }[];
  readonly requester: { readonly name: string; readonly earlierTickets: number };
  readonly triage: Pick<
    TriageAnswer,
    'category' | 'severity' | 'sentiment' | 'frustration' | 'productArea' | 'language'
  >;
  readonly passages: readonly (Passage & { readonly score: number })[];
  readonly resolutions: readonly Resolution[];
  /** 0–1: how likely it is that the passages hold an answer; absent when nobody judged it. */
  readonly answerable?: number;
  /** Passage and ticket ids that drafts people turned down rested on; another draft rests on something else. */
  readonly avoid?: readonly string[];
};

/** One complaint of a guard about a draft. `blocked` drafts are shown to people with the reason, never offered to send. */
export const GuardFinding = z.strictObject({
  guard: z.string(),
  effect: z.enum(['blocks', 'weakens']),
  /** In plain words, for the agent. */
  reason: z.string(),
  /** The sentence it is about. */
  text: z.string().optional(),
});
export type GuardFinding = z.infer<typeof GuardFinding>;
