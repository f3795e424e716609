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
  if (developerWords.test(words)) return 'concise';
  if (newcomerWords.test(words)) return category === 'bug' ? 'plain' : 'teaching';
  if (codeWords.filter((pattern) => pattern.test(words)).length > 1) return 'concise';
  return facts.requester.earlierTickets === 0 && category !== 'bug' ? 'teaching' : 'plain';
}

/** What only people say who write programs or run systems. */
const developerWords =
  /\b(?:GET|POST|PUT|PATCH|DELETE) \/|\/v\d+\/|`[^`]+`|```|\b(?:SDK|JSON|curl|endpoints?|payload|idempotency|stack ?trace|CNAME|regex|cron|HMAC|backoff|back-off|middleware|webhooks?|API(?! keys? page))\b/i;

/** Anybody may copy one of these out of a message; two are a way of speaking. */
const codeWords: readonly RegExp[] = [
  /\b[a-z]+_[a-z_]+\b/,
  /\breq_\w+/,
  /\b(?:HTTP|SAML|SCIM|express|rpm|sandbox|retry|sync|token|query|schema)\b/i,
  /\b[45]\d\d\b/,
];

const newcomerWords =
  /\b(?:new (?:here|to this)|first time|still learning|just (?:started|signed up|went live)|beginner|don't know much|not technical|neu hier|soy nuev[oa]|je débute)\b/i;
