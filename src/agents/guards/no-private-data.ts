import { privateDataIn } from '../../domain/safety/private-data.ts';
import { type Guard, sourceText } from './guard.ts';

/**
 * No secrets, and no personal data but what the requester wrote in this ticket themselves. Secrets are not repeated
 * even to the person who sent them. An address on a help page is public.
 */
export const noPrivateData: Guard = {
  name: 'private data',
  check: ({ everything, claims, facts }) => {
    const own = facts.conversation
      .filter(({ from }) => from === 'requester')
      .map(({ text }) => text)
      .join('\n');
    const published = claims
      .filter(({ source }) => facts.passages.some(({ id }) => id === source.id))
      .map(({ source }) => sourceText(facts, source.id) ?? '')
      .join('\n');
    return everything.flatMap((text) =>
      privateDataIn(text)
        .filter(
          ({ kind, text: found }) =>
            secretKinds.has(kind) || !(own.includes(found) || published.includes(found)),
        )
        .map(({ kind }) => ({ effect: 'blocks', reason: `Contains a ${kind}.`, text }) as const),
    );
  },
};

const secretKinds: ReadonlySet<string> = new Set([
  'card number',
  'bank account',
  'token',
  'key',
  'private key',
  'password',
  'connection string',
]);
