import { readAsPeopleDo } from '../../domain/safety/read-as-people-do.ts';
import { blocks, type Guard } from './guard.ts';

/** What people read is what stands there: nothing hidden, turned around, or spelled with letters that only look alike. */
export const visibleLetters: Guard = {
  name: 'hidden letters',
  check: ({ everything }) =>
    everything
      .filter((text) => hidden.test(text) || isDisguised(text))
      .map((text) => blocks('Has letters that cannot be seen or only look alike.', text)),
};

/** Marks of direction, of no width, and tags. Joiners and selectors stay: emoji and some scripts need them. */
const hidden =
  /[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]|(?<=\p{Script=Latin})[\u200c\u200d]|[\u200c\u200d](?=\p{Script=Latin})/u;

function isDisguised(text: string): boolean {
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  return words.some((word) => {
    const plain = word.normalize('NFKC');
    return (
      readAsPeopleDo(plain) !== plain.replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '') &&
      /\p{Script=Latin}/u.test(plain)
    );
  });
}
