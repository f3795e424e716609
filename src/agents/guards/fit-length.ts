import type { Guard } from './guard.ts';

/** Slack shows at most 3,000 characters in one text section; a reply that long is not read anyway. */
const longestReply = 3000;
const longestSentence = 600;

/** A reply people read to its end. */
export const fitLength: Guard = {
  name: 'length',
  check: ({ everything }) => {
    const total = everything.reduce((sum, { length }) => sum + length, 0);
    const whole =
      total > longestReply
        ? [
            {
              effect: 'blocks',
              reason: `Is ${total} characters long; the limit is ${longestReply}.`,
            } as const,
          ]
        : [];
    const long = everything.filter(({ length }) => length > longestSentence);
    return [
      ...whole,
      ...long.map((text) => ({ effect: 'weakens', reason: 'Has a very long part.', text }) as const),
    ];
  },
};
