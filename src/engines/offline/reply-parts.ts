import type { DraftFacts, Tone } from '../../domain/draft.ts';
import { detectLanguage } from '../../domain/language/detect-language.ts';
import { sentencesOf } from '../../domain/language/sentences-of.ts';
import { assurancesIn } from '../../domain/safety/assurances.ts';
import { commitmentsIn } from '../../domain/safety/commitments.ts';
import { privateDataIn } from '../../domain/safety/private-data.ts';
import { readAsPeopleDo } from '../../domain/safety/read-as-people-do.ts';
import { namedCodes } from './asked-terms.ts';
import { type Claim, itemsOf, leadClaim } from './claims.ts';
import { chatSentences } from './evidence.ts';
import { frameFor, type Opening } from './frames/frame.ts';
import { missingFacts } from './missing-facts.ts';
import type { ScoredPassage } from './nearest-article.ts';
import type { Question } from './question.ts';
import { readsAsQuestion } from './reads-as-question.ts';
import { toneFor } from './tone.ts';
import { topicOf } from './topic.ts';

const mostItems = 4;
/** Beside an answer: more questions look like none was given. */
const mostAsked: Readonly<Record<Tone, number>> = { empathetic: 2, concise: 1, teaching: 2, plain: 2 };
const mostFollowUps: Readonly<Record<Tone, number>> = { empathetic: 1, concise: 1, teaching: 2, plain: 2 };

/** What was understood, in the tone of the person, and that the steps are in another language if they are. */
export function understanding(
  facts: DraftFacts,
  said: {
    readonly tone: Tone;
    readonly steps: readonly Claim[];
    readonly lead: ScoredPassage | undefined;
  },
): string {
  const { language } = facts.triage;
  const frame = frameFor(language);
  const topic = topicOf(facts);
  const told = topic === undefined ? undefined : frame.understanding[openingFor(facts, said.tone)](topic);
  // Said after “I”, a requester's word may sound like the desk's promise: “I understand it: refund …”.
  const opening = told === undefined || soundsLikePromise(told) ? frame.understandingWithoutTopic : told;
  const warned = holdsSecret(facts) ? `${frame.secretSeen}\n${opening}` : opening;
  const written = detectLanguage(said.steps.map(({ text }) => text).join('\n'));
  const isOurs = language === 'de' || language === 'es' || language === 'fr';
  if (isOurs && written !== language) return `${warned}\n${frame.pageIsIn(written)}`;
  const deeds = sentencesOf(said.lead?.text ?? '').filter(({ kind }) => kind === 'step');
  const isHowTo =
    said.steps.length > 1 &&
    said.steps.every(({ source }) => deeds.some(({ text }) => text === source.quote));
  return isHowTo && said.tone === 'teaching' ? `${warned}\n${frame.stepByStep}` : warned;
}

/** What the guards would stop: the requester's “10 % voucher” in the desk's mouth is an offer. */
function soundsLikePromise(text: string): boolean {
  return commitmentsIn(readAsPeopleDo(text)).length > 0 || assurancesIn(text).length > 0;
}

/** Something that opens a door stands in what the requester wrote. It is never said again. */
export function holdsSecret({ conversation }: DraftFacts): boolean {
  const secrets = new Set(['key', 'private key', 'token', 'password', 'connection string', 'card number']);
  return conversation.some(
    ({ from, text }) => from === 'requester' && privateDataIn(text).some(({ kind }) => secrets.has(kind)),
  );
}

/** People in trouble are met by how bad it is, not all with the same regret; who only asks is not in trouble. */
function openingFor({ triage, conversation }: DraftFacts, tone: Tone): Opening {
  const told = conversation.filter(({ from }) => from === 'requester').map(({ text }) => text);
  const sentences = told.flatMap(chatSentences);
  const asks = told.some((text) => text.includes('?')) || sentences.some(readsAsQuestion);
  if (tone === 'teaching' && !asks) return 'plain';
  if (tone !== 'empathetic') return tone;
  if (triage.severity === 'P1') return 'urgent';
  if (triage.sentiment === 'angry' || triage.frustration >= 0.4) return tone;
  return sentences.every(readsAsQuestion) ? 'plain' : 'troubled';
}

/** A passage that lists what the desk needs, instead of saying what to do. */
export function isAskList(passage: ScoredPassage): boolean {
  if (passage.heading !== '' && passage.heading !== passage.title) {
    return /\b(?:send us|tell us|contact us|before you write|what we need)\b/i.test(passage.heading);
  }
  // Without a heading a list of things, and nothing to do, is one.
  const items = passage.text.match(/^\s*[-*•] .*$/gm) ?? [];
  return (
    items.length > 1 && items.every((item) => /^\s*[-*•] (?:the|your|a|an|one|whether|which)\b/i.test(item))
  );
}

/** The page's own list of what to send, else what is missing to see the problem ourselves; nothing for questions. */
export function askFor(
  facts: DraftFacts,
  passages: readonly ScoredPassage[],
  question: Question,
): readonly string[] {
  const missing = missingFacts(facts);
  if (missing.length === 0) return [];
  const items = listedNeeds(passages, question);
  const { ask } = frameFor(facts.triage.language);
  return items.length > 0 ? items : missing.slice(0, mostAsked[toneFor(facts)]).map((fact) => ask[fact]);
}

/** What a page says the desk needs. */
export function listedNeeds(passages: readonly ScoredPassage[], question: Question): readonly string[] {
  const list = passages.find((passage) => isAskList(passage));
  return list === undefined ? [] : itemsOf(list, question).slice(0, mostItems);
}

/** Other parts of the same article that touch what was asked, with the sentence that begins each. */
export function followUps(
  facts: DraftFacts,
  from: {
    readonly passages: readonly ScoredPassage[];
    readonly quoted: ReadonlySet<string>;
    readonly question: Question;
    readonly tone: Tone;
  },
) {
  const frame = frameFor(facts.triage.language);
  const others = from.passages.filter(
    (passage) => !from.quoted.has(passage.id) && !isAskList(passage) && touches(passage, from),
  );
  return others
    .flatMap((passage) => {
      const claim = leadClaim(passage, from.question);
      const next = frame.followUp(passage.heading);
      const isSafe =
        claim !== undefined && !soundsLikePromise(next) && !isAboutOtherCode(claim.text, from.question);
      return isSafe ? [{ question: next, answer: claim }] : [];
    })
    .slice(0, facts.triage.severity === 'P1' ? 0 : mostFollowUps[from.tone]);
}

/** Names error codes, and none of those that the requester named: it would pass for theirs. */
export function isAboutOtherCode(text: string, question: Pick<Question, 'text'>): boolean {
  const asked = namedCodes(question.text);
  const said = namedCodes(text);
  return asked.length > 0 && said.length > 0 && !said.some((code) => asked.includes(code));
}

/** As near as the best part of the page, or saying something of what was asked that the title does not. */
function touches(
  { heading, title, text, score }: ScoredPassage,
  from: { readonly passages: readonly ScoredPassage[]; readonly question: Question },
): boolean {
  if (heading === '' || heading === title) return false;
  const { terms, asked } = from.question;
  const titled = terms(title);
  const own = (of: string) => [...terms(of)].filter((term) => asked.has(term) && !titled.has(term)).length;
  const top = Math.max(...from.passages.map((passage) => passage.score));
  return score >= 0.6 * top || own(heading) >= 1 || own(text) >= 2;
}

/** The first name, if the display name looks like one. */
export function firstNameOf(name: string): string {
  const first = name.trim().split(/\s+/)[0] ?? '';
  return /^[\p{L}'’-]{1,30}$/u.test(first) ? first : '';
}
