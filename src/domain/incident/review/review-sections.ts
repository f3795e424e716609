/** The parts of a retrospective that people write, or write anew. */
export const reviewSections = [
  'summary',
  'lead_up',
  'detection',
  'factors',
  'mitigation',
  'went_well',
  'went_badly',
  'lucky',
  'external',
] as const;
export type ReviewSection = (typeof reviewSections)[number];

/** Those without which a review says too little; the desk cannot know them. */
export const neededSections: readonly ReviewSection[] = ['lead_up', 'factors', 'mitigation'];
