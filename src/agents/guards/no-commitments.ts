import { assurancesIn } from '../../domain/safety/assurances.ts';
import { commitmentsIn } from '../../domain/safety/commitments.ts';
import { deedsIn } from '../../domain/safety/deeds.ts';
import { plainReading } from '../../domain/safety/read-as-people-do.ts';
import {
  blocks,
  type Finding,
  type Guard,
  type Guarded,
  oneLine,
  publishedText,
  readTogether,
} from './guard.ts';

/**
 * No promise of money, exceptions, dates or repairs, and no admission of guilt. Inside the verbatim quote of a policy
 * page it only weakens: the policy may be told, a person confirms that it applies. What a help page says of the product
 * in general ("free of charge") is its own.
 */
export const noCommitments: Guard = {
  name: 'commitment',
  check: (guarded) => {
    const published = plainReading(oneLine(publishedText(guarded)));
    const told = plainReading(oneLine(guarded.conversation));
    return readTogether(guarded).flatMap((text) => {
      const shown = oneLine(text);
      const plain = withoutMarks(shown);
      const promises = unlessEmpty(commitmentsIn(shown), () => commitmentsIn(plain));
      const assurances =
        promises.length > 0 ? [] : unlessEmpty(assurancesIn(shown), () => assurancesIn(plain));
      const deeds = promises.length + assurances.length > 0 ? [] : deedsIn(plain);
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
        ...deeds
          .filter(
            (phrase) => !told.includes(phrase) && !(isClaim(guarded, text) && published.includes(phrase)),
          )
          .map((phrase) =>
            blocks(`Says that something was done or will be, which only people can know: “${phrase}”.`, text),
          ),
      ];
    });
  },
};

/** Bold letters and hyphens inside a word take nothing from what it says. */
function withoutMarks(text: string): string {
  return text.replaceAll(/[*_~`]+/g, '').replaceAll(/(?<=\p{L})-(?=\p{L})/gu, '');
}

function unlessEmpty(found: readonly string[], other: () => readonly string[]): readonly string[] {
  return found.length > 0 ? found : other();
}

function refused(phrase: string, text: string): Finding {
  return blocks(`Sounds like a promise only a person may make: “${phrase}”.`, text);
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
