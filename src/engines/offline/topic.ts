import type { DraftFacts } from '../../domain/draft.ts';
import { detectLanguage } from '../../domain/language/detect-language.ts';
import { commitmentsIn } from '../../domain/safety/commitments.ts';
import { privateDataIn } from '../../domain/safety/private-data.ts';
import { aboutThemselves } from './asked-terms.ts';
import { chatSentences, withoutMachineTalk } from './evidence.ts';
import { readsAsQuestion } from './reads-as-question.ts';
import { turnToYou } from './turn-to-you.ts';

/** A restated problem is one line. */
const longestTopic = 160;

/**
 * The problem in one sentence, said back to the person. Undefined when nothing of what they wrote can be repeated:
 * mentions, links, private data and words to the machine are not.
 */
export function topicOf(facts: DraftFacts): string | undefined {
  const texts = facts.conversation.filter(({ from }) => from === 'requester').map(({ text }) => text);
  const told = chatSentences(texts.join('\n')).map((sentence) => firstOf(calm(withoutMachineTalk(sentence))));
  const first = told.find((sentence) => isRepeatable(sentence));
  if (first === undefined) return undefined;
  const isQuestion = readsAsQuestion(first);
  const short = shortened(first.replace(/[\s.?…:,;]+$/, ''));
  const language = detectLanguage(texts.join('\n'));
  if (language !== 'en') return quoted(first.endsWith('?') ? `${short}?` : short, language);
  const wish = /^(?:it )?would be (?:\w+ )?(?:nice|great|good|helpful|useful|cool|lovely) to (.+)$/i.exec(
    short,
  );
  if (wish?.[1] !== undefined) return `you would like to ${turnToYou(wish[1])}.`;
  if (isQuestion) return `you ask ${quoted(`${short}?`, 'en')}`;
  // Half a question, “rate limit? you get 429”, turns into something nobody said.
  if (short.includes('?') || asksWithin.test(short)) return `${quoted(short, 'en')}.`;
  const said = lowerFirst(turnToYou(short));
  return said.endsWith('…') ? said : `${said}.`;
}

const asksWithin =
  /, (?:and )?(?:how|what|where|why|which|who|when) (?:do|does|can|could|should|is|are|now)\b/i;

/** Without greeting, label, shouting and the marks of chat. */
function calm(sentence: string): string {
  return sentence
    .replaceAll(/\s*(?:->|=>|→)\s*/g, ', ')
    .replaceAll(/[*`]+|~~|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '')
    .replaceAll(/\s[:;]['-]?[()DPpo/|\\]+(?=\s|$)/g, '.')
    .replace(greeting, '')
    .replace(
      /^(?:urgent\w*|asap|help|bug|bug report|question|idea|feature (?:request|idea)|frage|idee)\b[\s:!,-]+/i,
      '',
    )
    .replaceAll(/!+(?=\))/g, '')
    .replaceAll(/!+/g, '.')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

const greeting =
  /^(?:hi|hello|hey|good (?:morning|afternoon|day)|guten (?:tag|morgen)|hallo|hola|bonjour|bonsoir)(?: again| there| all| team)?\b[\s,!.:]*/i;

/** People in chat begin the next sentence with a small letter, and end one without a full stop. */
function firstOf(text: string): string {
  const ends = /(?<=[^\s.]{3}[.?]+|[)\]”"][.?]+)(?<!\b(?:approx|etc|incl|bzw|evtl|resp|tel)\.)\s+/gi;
  const parts = text.split(ends);
  const [first = '', second] = parts;
  const isShort = (first.match(/\p{L}{2,}/gu)?.length ?? 0) < 3;
  return isShort && second !== undefined ? `${first} ${second}` : first;
}

function isRepeatable(sentence: string): boolean {
  const words = sentence.replace(aboutThemselves, '').match(/\p{L}{2,}/gu)?.length ?? 0;
  const isThanks = /^(?:thanks?|danke|gracias|merci)\b[^.]{0,25}$/i;
  const isTied = /[<>@]|#(?!\d)|https?:|www\.|\bmailto:/i.test(sentence);
  return (
    words >= 3 &&
    !isThanks.test(sentence) &&
    !isTied &&
    privateDataIn(sentence).length === 0 &&
    commitmentsIn(turnToYou(sentence)).length === 0
  );
}

function shortened(text: string): string {
  return text.length > longestTopic ? `${text.slice(0, longestTopic).replace(/\s+\S*$/, '')} …` : text;
}

function quoted(text: string, language: string): string {
  if (language === 'de') return `„${text}“`;
  if (language === 'fr') return `« ${text} »`;
  return language === 'es' ? `«${text}»` : `“${text}”`;
}

/** Names keep their capital; the words that only begin a sentence lose it. */
function lowerFirst(sentence: string): string {
  const first = sentence.split(/[\s,]/)[0] ?? '';
  return beginners.has(first.toLowerCase()) ? first.toLowerCase() + sentence.slice(first.length) : sentence;
}

const beginners: ReadonlySet<string> = new Set(
  `a about after all also an and are as at because before but by can could did do does during every everyone
  everything for from had has have how if in is it its just many most no nobody none not nothing now of on one only
  our since so some someone something sometimes still that the their then there these they this those two until was
  were what when where which while who why will with would you your`.split(/\s+/),
);
