import { readAsPeopleDo } from '../../domain/safety/read-as-people-do.ts';
import { blocks, type Guard, weakens } from './guard.ts';

/** What people read is what stands there: nothing hidden, turned around, or spelled with letters that only look alike. */
export const visibleLetters: Guard = {
  name: 'hidden letters',
  check: ({ everything, conversation, facts }) =>
    everything.flatMap((text) => {
      const odd = text.split(/\s+/).filter((word) => hidden.test(word) || isDisguised(word));
      if (odd.length === 0) return [];
      // What people paste from a page often holds such letters; their own words may be repeated to them.
      const own = `${conversation}\n${facts.requester.name}`;
      const say = odd.every((word) => own.includes(trimmed(word))) ? weakens : blocks;
      return [say('Has letters that cannot be seen or only look alike.', text)];
    }),
};

/** Without the marks a sentence puts around a word it repeats. */
function trimmed(word: string): string {
  return word.replaceAll(/^[“"'(]+|[”"'),.:;!?]+$/g, '');
}

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
