import type { DraftFacts } from '../../domain/draft.ts';
import { detectLanguage } from '../../domain/language/detect-language.ts';
import { commitmentsIn } from '../../domain/safety/commitments.ts';
import { privateDataIn } from '../../domain/safety/private-data.ts';
import { chatSentences, withoutMachineTalk } from './evidence.ts';

/** A restated problem is one line. */
const longestTopic = 160;

/**
 * The problem in one sentence, said back to the person. Undefined when nothing of what they wrote can be repeated:
 * mentions, links, private data and words to the machine are not.
 */
export function topicOf(facts: DraftFacts): string | undefined {
  const texts = facts.conversation.filter(({ from }) => from === 'requester').map(({ text }) => text);
  const sentences = chatSentences(texts.join('\n')).map(withoutMachineTalk);
  const first = sentences.find((sentence) => isRepeatable(sentence));
  if (first === undefined) return undefined;
  const calm = first
    .replace(
      /^(?:hi|hello|hey|good (?:morning|afternoon|day)|guten (?:tag|morgen)|hallo|hola|bonjour)(?: again| there| all)?\b[\s,!.:]*/i,
      '',
    )
    .replaceAll(/[*`]+|~~|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '')
    .replace(/[\s.!?…:]+$/, '')
    .replaceAll(/\s+/g, ' ');
  const short = calm.length > longestTopic ? `${calm.slice(0, longestTopic).replace(/\s+\S*$/, '')} …` : calm;
  const isEnglish = detectLanguage(texts.join('\n')) === 'en';
  if (isEnglish && first.trim().endsWith('?')) return `you ask “${short}?”`;
  const turned = isEnglish ? turnToYou(short) : `“${short}”`;
  return /[.…”]$/.test(turned) ? turned : `${turned}.`;
}

function isRepeatable(sentence: string): boolean {
  const words = sentence.match(/\p{L}{2,}/gu)?.length ?? 0;
  const isGreeting =
    /^(?:hi|hello|hey|good (?:morning|afternoon|day)|guten (?:tag|morgen)|hallo|hola|bonjour|thanks?|danke|gracias|merci)\b[^.]{0,25}$/i;
  const isTied = /[<>@#]|https?:|www\.|\bmailto:/i.test(sentence);
  return (
    words >= 3 &&
    !isGreeting.test(sentence) &&
    !isTied &&
    privateDataIn(sentence).length === 0 &&
    commitmentsIn(turnToYou(sentence)).length === 0
  );
}

/** "my shop and I" → "your shop and you". Only words that keep the sentence right are turned. */
function turnToYou(sentence: string): string {
  const turned = sentence
    .replaceAll(/\b(?:I|we)'m\b|\b(?:I am|we are|I'm|we're)\b/gi, 'you are')
    .replaceAll(/\b(?:I|we)'(ve|ll|d)\b/gi, "you'$1")
    .replaceAll(/\b(?:I|we) was\b/gi, 'you were')
    .replaceAll(/\b(?:I|we)\b(?!\/)/g, 'you')
    .replaceAll(/\bus\b/g, 'you')
    .replaceAll(/\b(my|our)\b/gi, 'your')
    .replaceAll(/\b(mine|ours)\b/gi, 'yours')
    .replaceAll(/\bme\b/g, 'you');
  return turned.charAt(0).toLowerCase() === turned.charAt(0) ? turned : lowerFirst(turned);
}

function lowerFirst(sentence: string): string {
  const first = sentence.split(' ')[0] ?? '';
  return first === first.toUpperCase() && first.length > 1
    ? sentence
    : sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
