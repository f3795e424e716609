import type { DraftFacts, Tone } from '../../domain/draft.ts';

/** How to speak to this person: feelings first, then how they write, then how new they are. */
export function toneFor(facts: DraftFacts): Tone {
  const { sentiment, frustration, category } = facts.triage;
  if (
    sentiment === 'angry' ||
    sentiment === 'negative' ||
    frustration >= 0.4 ||
    facts.triage.severity === 'P1'
  )
    return 'empathetic';
  const words = facts.conversation
    .filter(({ from }) => from === 'requester')
    .map(({ text }) => text)
    .join('\n');
  if (developerWords.filter((pattern) => pattern.test(words)).length >= 1) return 'concise';
  const isNew = facts.requester.earlierTickets === 0 || newcomerWords.test(words);
  return isNew && category !== 'bug' ? 'teaching' : 'plain';
}

const developerWords: readonly RegExp[] = [
  /\b(?:GET|POST|PUT|PATCH|DELETE) \/|\/v\d+\/|`[^`]+`|```/,
  /\b(?:API|SDK|webhooks?|JSON|curl|HTTP|endpoint|payload|idempotency|stack ?trace|CNAME|SAML|SCIM|regex|cron|express)\b/i,
  /\b[a-z]+_[a-z_]+\b|\breq_\w+/,
];

const newcomerWords =
  /\b(?:new (?:here|to this)|first time|still learning|just (?:started|signed up|went live)|beginner|don't know much|not technical|neu hier|soy nuev[oa]|je débute)\b/i;
