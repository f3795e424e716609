import { assurancesIn } from '../../domain/safety/assurances.ts';
import { commitmentsIn } from '../../domain/safety/commitments.ts';
import { plainReading, readAsPeopleDo } from '../../domain/safety/read-as-people-do.ts';
import { type Guard, type Guarded, oneLine, publishedText, readTogether } from './guard.ts';

/**
 * No promise of money, exceptions, dates or repairs, and no admission of guilt. Inside the verbatim quote of a policy
 * page it only weakens: the policy may be told, a person confirms that it applies. What a help page says of the product
 * in general ("free of charge") is its own.
 */
export const noCommitments: Guard = {
  name: 'commitment',
  check: (guarded) => {
    const published = plainReading(oneLine(publishedText(guarded)));
    return readTogether(guarded).flatMap((text) => {
      const promises = commitmentsIn(readAsPeopleDo(text));
      const assurances = promises.length > 0 ? [] : assurancesIn(text);
      return [
        ...promises.map((phrase) =>
          isPolicyQuote(guarded, phrase)
            ? ({
                effect: 'weakens',
                reason: `Quotes the policy “${phrase}”: check that it applies.`,
                text,
              } as const)
            : refused(phrase, text),
        ),
        ...assurances
          .filter((phrase) => !(isClaim(guarded, text) && published.includes(phrase)))
          .map((phrase) => refused(phrase, text)),
      ];
    });
  },
};

function refused(phrase: string, text: string) {
  const reason = `Sounds like a promise only a person may make: “${phrase}”.`;
  return { effect: 'blocks', reason, text } as const;
}

function isClaim({ claims }: Guarded, text: string): boolean {
  return claims.some((claim) => claim.text === text);
}

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
    return (
      oneLine(text).includes(oneLine(phrase)) &&
      quote.includes(oneLine(phrase)) &&
      oneLine(passage.text).includes(quote)
    );
  });
}
