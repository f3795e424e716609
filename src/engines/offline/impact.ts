import type { Evidence } from './evidence.ts';
import { said } from './rule.ts';
import * as words from './words/impact-words.ts';

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

const kinds: readonly (readonly [ImpactKind, readonly RegExp[]])[] = [
  ['exposure', words.exposureWords],
  ['security', words.securityWords],
  ['data_loss', words.dataLossWords],
  ['outage', words.outageWords],
  ['cosmetic', words.cosmeticWords],
  ['failure', words.failureWords],
  ['slow', words.slowWords],
];

/** Reads the effect. Scope counts where the trouble is told or next to it, not anywhere in a long text. */
export function readImpact(evidence: Evidence): Impact {
  const { sentences } = evidence;
  const found = worstOf(sentences);
  const phrase = found === undefined ? undefined : said(found[1], sentences);
  const near = found === undefined ? sentences : around(sentences, found[1]);
  const isRefused = said(words.refusalWords, sentences) !== undefined;
  const all = said(words.wholeScope, near);
  const one = said(words.singleScope, near);
  const many = said(words.wideScope, near);
  const kind = found?.[0] === 'cosmetic' && isRefused ? 'failure' : (found?.[0] ?? 'question');
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
function worstOf(sentences: readonly string[]): (typeof kinds)[number] | undefined {
  const first = kinds.find(([, patterns]) => said(patterns, sentences) !== undefined);
  if (first?.[0] !== 'cosmetic') return first;
  const others = sentences.filter((sentence) => said(words.cosmeticWords, [sentence]) === undefined);
  return (
    kinds.find(([kind, patterns]) => kind === 'failure' && said(patterns, others) !== undefined) ?? first
  );
}

/** Whether the text asks how something is done instead of telling what went wrong. */
export function isQuestion(evidence: Evidence): boolean {
  return said(words.questionWords, evidence.sentences) !== undefined;
}

function around(sentences: readonly string[], patterns: readonly RegExp[]): readonly string[] {
  return sentences.filter((_, at) =>
    [at - 1, at, at + 1].some((each) => {
      const sentence = sentences[each];
      return sentence !== undefined && patterns.some((pattern) => pattern.test(sentence));
    }),
  );
}
