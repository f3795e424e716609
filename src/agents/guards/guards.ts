import type { DraftAnswer, DraftFacts, GuardFinding } from '../../domain/draft.ts';
import { fitLength } from './fit-length.ts';
import { givenLinks } from './given-links.ts';
import { type Guard, guarded } from './guard.ts';
import { knownNames } from './known-names.ts';
import { knownSources } from './known-sources.ts';
import { knownSpecifics } from './known-specifics.ts';
import { noCommitments } from './no-commitments.ts';
import { noMentions } from './no-mentions.ts';
import { noPrivateData } from './no-private-data.ts';
import { nothingUncited } from './nothing-uncited.ts';
import { quotedVerbatim } from './quoted-verbatim.ts';
import { sameLanguage } from './same-language.ts';
import { sameSense } from './same-sense.ts';
import { supportedWords } from './supported-words.ts';
import { visibleLetters } from './visible-letters.ts';

/** Every guard, in the order their findings are shown. */
export const guards: readonly Guard[] = [
  knownSources,
  quotedVerbatim,
  knownSpecifics,
  noCommitments,
  noPrivateData,
  givenLinks,
  noMentions,
  visibleLetters,
  fitLength,
  sameLanguage,
  knownNames,
  nothingUncited,
  sameSense,
  supportedWords,
];

/** What the guards have against a draft, whoever wrote it; empty when nothing. */
export function runGuards(answer: DraftAnswer, facts: DraftFacts): readonly GuardFinding[] {
  const view = guarded(answer, facts);
  return guards.flatMap(({ name, check }) => check(view).map((finding) => ({ guard: name, ...finding })));
}
