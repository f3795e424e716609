import { type Composition, tells, toldIn } from './composition.ts';
import type { Evidence } from './evidence.ts';
import { withoutHypothesis, withoutStrangersHypothesis } from './hypothesis.ts';
import { said } from './rule.ts';
import { exposureCompositions, secretCompositions } from './words/exposure-words.ts';
import * as words from './words/impact-words.ts';
import { standstills, wholeFlow } from './words/standstill-words.ts';

/** The worst kind of trouble the words speak of. */
export type ImpactKind =
  | 'exposure'
  | 'security'
  | 'data_loss'
  | 'outage'
  | 'failure'
  | 'slow'
  | 'cosmetic'
  | 'question';

/** What the requester says about the effect; each phrase is theirs. */
export type Impact = {
  readonly kind: ImpactKind;
  readonly phrase?: string;
  readonly scope: 'all' | 'many' | 'one' | 'unknown';
  readonly scopePhrase?: string;
  /** Whether “many” is a great many. */
  readonly huge: boolean;
  readonly blocked: boolean;
  readonly workaround: boolean;
  readonly money?: string;
  readonly deadline?: string;
  readonly since?: string;
};

type Trouble = {
  readonly kind: ImpactKind;
  readonly patterns: readonly RegExp[];
  readonly composed: readonly Composition[];
};

/** The worst first. */
const troubles: readonly Trouble[] = [
  { kind: 'exposure', patterns: [], composed: exposureCompositions },
  { kind: 'security', patterns: words.securityWords, composed: secretCompositions },
  { kind: 'data_loss', patterns: words.dataLossWords, composed: [] },
  { kind: 'outage', patterns: words.outageWords, composed: standstills },
  { kind: 'cosmetic', patterns: words.cosmeticWords, composed: [] },
  { kind: 'failure', patterns: words.failureWords, composed: [] },
  { kind: 'slow', patterns: words.slowWords, composed: [] },
];
const unforgettable: ReadonlySet<ImpactKind> = new Set(['exposure', 'security', 'data_loss']);

/** Reads the effect. Scope counts where the trouble is told or next to it, not anywhere in a long text. */
export function readImpact(evidence: Evidence): Impact {
  const { sentences } = evidence;
  const found = worstOf(sentences);
  const phrase = found === undefined ? undefined : phraseOf(found, heardBy(found, sentences));
  const near = found === undefined ? sentences : around(sentences, found);
  const isRefused = said(words.refusalWords, sentences) !== undefined;
  const all = said(words.wholeScope, near) ?? toldIn(wholeFlow, near);
  const one = said(words.singleScope, near);
  const many = said(words.wideScope, near);
  const kind = found?.kind === 'cosmetic' && isRefused ? 'failure' : (found?.kind ?? 'question');
  const scope =
    all !== undefined ? 'all' : one !== undefined ? 'one' : many !== undefined ? 'many' : 'unknown';
  const optional = {
    phrase,
    scopePhrase: all ?? one ?? many,
    money: said(words.moneyWords, sentences),
    deadline: said(words.deadlineWords, sentences),
    since: said(words.sincePhrases, sentences),
  };
  return {
    kind,
    scope,
    huge: said(words.hugeScope, near) !== undefined,
    blocked: said(words.blockedWords, sentences) !== undefined,
    // Who says that there is none is believed, whatever works elsewhere.
    workaround:
      said(words.noWorkaround, sentences) === undefined && said(words.workaroundWords, near) !== undefined,
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
  };
}

/** What looks wrong is no failure where it is told, but neither does it hide one that is told elsewhere. */
function worstOf(sentences: readonly string[]): Trouble | undefined {
  const first = troubles.find((trouble) => isTold(trouble, sentences));
  if (first?.kind !== 'cosmetic') return first;
  const others = sentences.filter((sentence) => said(words.cosmeticWords, [sentence]) === undefined);
  return troubles.find((trouble) => trouble.kind === 'failure' && isTold(trouble, others)) ?? first;
}

function isTold(trouble: Trouble, sentences: readonly string[]): boolean {
  return phraseOf(trouble, heardBy(trouble, sentences)) !== undefined;
}

function phraseOf({ patterns, composed }: Trouble, sentences: readonly string[]): string | undefined {
  const phrase = said(patterns, sentences);
  if (phrase !== undefined) return phrase;
  for (const composition of composed) {
    const told = toldIn(composition, sentences);
    if (told !== undefined) return told;
  }
  return undefined;
}

/** What is only imagined is no trouble. */
function heardBy({ kind }: Trouble, sentences: readonly string[]): readonly string[] {
  return sentences.map(unforgettable.has(kind) ? withoutStrangersHypothesis : withoutHypothesis);
}

/** Whether the text asks how something is done instead of telling what went wrong. */
export function isQuestion(evidence: Evidence): boolean {
  return said(words.questionWords, evidence.sentences) !== undefined;
}

/** The sentences that tell of the worst trouble themselves; none when there is none. */
export function troubleSentences({ sentences }: Evidence): readonly string[] {
  const found = worstOf(sentences);
  if (found === undefined) return [];
  const isHere = tellsOf(found, sentences);
  return sentences.filter((_, at) => isHere[at] === true);
}

function tellsOf(trouble: Trouble, sentences: readonly string[]): readonly boolean[] {
  const { patterns, composed } = trouble;
  return heardBy(trouble, sentences).map(
    (sentence) =>
      patterns.some((pattern) => pattern.test(sentence)) ||
      composed.some((composition) => tells(composition, sentence)),
  );
}

function around(sentences: readonly string[], trouble: Trouble): readonly string[] {
  const isHere = tellsOf(trouble, sentences);
  return sentences.filter((_, at) => [at - 1, at, at + 1].some((each) => isHere[each] === true));
}
