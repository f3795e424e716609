/** The desk's closed vocabularies. One word per thing, the same in code, cards and documents. */

export const statuses = ['new', 'open', 'pending', 'on_hold', 'solved', 'closed'] as const;
export type Status = (typeof statuses)[number];

/** A ticket in one of these is somebody's work. */
export const liveStatuses: readonly Status[] = ['new', 'open', 'pending', 'on_hold'];

export const categories = ['billing', 'technical', 'account', 'feature_request', 'bug'] as const;
export type Category = (typeof categories)[number];

/** P1 critical, P2 high, P3 medium, P4 low. */
export const severities = ['P1', 'P2', 'P3', 'P4'] as const;
export type Severity = (typeof severities)[number];

/** How the work is run: 1 direct, 2 sequential, 3 parallel, 4 orchestrated (war room). */
export const tiers = [1, 2, 3, 4] as const;
export type Tier = (typeof tiers)[number];

export const sentiments = ['positive', 'neutral', 'negative', 'angry'] as const;
export type Sentiment = (typeof sentiments)[number];

export const plans = ['enterprise', 'business', 'standard'] as const;
export type Plan = (typeof plans)[number];

/** Why somebody who can decide more should look: an agent called for it, or the desk is not sure of its own draft. */
export const attentions = ['escalated', 'unsure'] as const;
export type Attention = (typeof attentions)[number];

/** The way a request came in. Every door gives the same ticket. */
export const doors = [
  'channel',
  'mention',
  'command',
  'form',
  'shortcut',
  'reaction',
  'direct',
  'journal',
  'split',
  'follow_up',
] as const;
export type Door = (typeof doors)[number];

/** How much a stated confidence (0–1) is worth in words; the edges are fixed bins until outcomes calibrate them. */
export function confidenceWord(confidence: number): 'low' | 'medium' | 'high' {
  if (confidence < 0.5) return 'low';
  return confidence < 0.75 ? 'medium' : 'high';
}
