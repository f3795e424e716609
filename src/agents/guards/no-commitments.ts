import { commitmentsIn } from '../../domain/safety/commitments.ts';
import { type Guard, type Guarded, oneLine } from './guard.ts';

/**
 * No promise of money, exceptions, dates or repairs, and no admission of guilt. Inside the verbatim quote of a policy
 * page it only weakens: the policy may be told, a person confirms that it applies.
 */
export const noCommitments: Guard = {
  name: 'commitment',
  check: (guarded) =>
    guarded.everything.flatMap((text) =>
      commitmentsIn(text).map((phrase) =>
        isPolicyQuote(guarded, phrase)
          ? ({
              effect: 'weakens',
              reason: `Quotes the policy “${phrase}”: check that it applies.`,
              text,
            } as const)
          : ({
              effect: 'blocks',
              reason: `Sounds like a promise only a person may make: “${phrase}”.`,
              text,
            } as const),
      ),
    ),
};

function isPolicyQuote({ claims, facts }: Guarded, phrase: string): boolean {
  return claims.some(({ source, text }) => {
    const passage = facts.passages.find(({ id }) => id === source.id);
    if (
      passage === undefined ||
      !/polic|terms|richtlinie|bedingungen|política|condici|conditions/i.test(
        `${passage.article} ${passage.title}`,
      )
    ) {
      return false;
    }
    const quote = oneLine(source.quote);
    return text.includes(phrase) && quote.includes(oneLine(phrase)) && oneLine(passage.text).includes(quote);
  });
}
