import { privateDataIn } from '../../domain/safety/private-data.ts';
import { readAsPeopleDo } from '../../domain/safety/read-as-people-do.ts';
import { blocks, type Guard, publishedText, readTogether } from './guard.ts';

/**
 * No secrets, and no personal data but what the requester wrote in this ticket themselves. Secrets are not repeated
 * even to the person who sent them. An address on a help page is public.
 */
export const noPrivateData: Guard = {
  name: 'private data',
  check: (guarded) => {
    const own = close(
      guarded.facts.conversation
        .filter(({ from }) => from === 'requester')
        .map(({ text }) => text)
        .join('\n'),
    );
    const published = close(publishedText(guarded));
    return readTogether(guarded).flatMap((text) =>
      privateDataIn(text)
        .filter(({ kind, text: found }) => {
          const known = own.includes(close(found)) || published.includes(close(found));
          return secretKinds.has(kind) || !known;
        })
        .map(({ kind }) => blocks(`Contains a ${kind}.`, text)),
    );
  },
};

/** The same number is written with and without spaces. */
function close(text: string): string {
  return readAsPeopleDo(text)
    .toLowerCase()
    .replaceAll(/[\s()/-]/g, '');
}

const secretKinds: ReadonlySet<string> = new Set([
  'card number',
  'bank account',
  'token',
  'key',
  'private key',
  'password',
  'connection string',
  'social security number',
]);
