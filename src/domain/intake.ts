import type { ChannelId, ChatEvent, ChatEventOf, ChatMessage } from './chat-event.ts';

/**
 * Whether an event may concern the desk. What people say to each other at the top of a channel that is no intake
 * channel, without addressing the desk, is not ours to keep: it is neither stored nor listed. In a thread it may belong
 * to a ticket, so it is kept and looked at.
 */
export function mayConcernDesk(event: ChatEvent, intake: readonly ChannelId[]): boolean {
  // Whoever joins, leaves or pins elsewhere does nothing that is ours; a room asks for itself.
  if (event.type === 'membership' || event.type === 'pinned' || event.type === 'channel_changed')
    return false;
  if (event.type !== 'message' || event.mentionsDesk) return true;
  const { place, id, thread } = event.message;
  return id !== thread || place.kind === 'direct' || intake.includes(place.channel);
}

/**
 * A message as it stands after everything that was heard, in whatever order: with its newest words, or undefined when
 * it was deleted.
 */
export function standingMessage(message: ChatMessage, heard: readonly ChatEvent[]): ChatMessage | undefined {
  let newest = { at: message.at, message };
  for (const event of heard) {
    if (event.type === 'message_deleted' && event.id === message.id) return undefined;
    if (event.type === 'message_edited' && event.message.id === message.id && event.at >= newest.at) {
      newest = { at: event.at, message: event.message };
    }
  }
  const { text, files } = newest.message;
  return { ...message, text, files };
}

/** What a message in an intake channel is, with the reason that the intake journal shows. */
export type Intake =
  | { readonly decision: 'request' }
  | { readonly decision: 'ignore'; readonly reason: string };

/**
 * Decides whether a top-level message is a request. The filter may only put a message aside, never lose it: whatever
 * is ignored stands in the intake journal, with this reason and a button that makes it a ticket.
 */
export function judgeIntake(message: Pick<ChatMessage, 'text' | 'files'>): Intake {
  if (message.text.trim() === '' && message.files.length === 0) {
    return { decision: 'ignore', reason: 'The message is empty' };
  }
  if (isChatter(message.text, message.files.length)) {
    return { decision: 'ignore', reason: `Only ${chatterKind(message.text)}` };
  }
  return { decision: 'request' };
}

/**
 * Thanks, greetings, agreement or emoji and nothing else, in the common forms of several languages. A message is only
 * chatter when every word of it is known to be; one unknown word and it is read as a request.
 */
export function isChatter(text: string, files: number): boolean {
  if (files > 0 || text.length > 160 || /[?？؟¿]|🆘|🚨|:sos:|:rotating_light:/u.test(text)) return false;
  const words = wordsOf(text);
  if (words.some((word) => helpWords.has(word)) || asksInWords(words)) return false;
  return words.length === 0 || (words.every(isSmallTalk) && words.some((word) => !fillers.has(word)));
}

function isSmallTalk(word: string): boolean {
  return thanks.has(word) || greetings.has(word) || agreement.has(word) || fillers.has(word);
}

/**
 * Somebody greets the desk, or only names it, and does not know how to go on: the language of the greeting, else
 * undefined. Thanks, agreement and goodbyes ask for nothing.
 */
export function greetingLanguage(event: ChatEventOf<'message'>): string | undefined {
  const { text, files } = event.message;
  if (files.length > 0) return undefined;
  if (event.mentionsDesk && text.replace(/@\S+/g, ' ').trim() === '') return 'en';
  const words = wordsOf(text);
  if (!isChatter(text, 0) || words.some((word) => thanks.has(word) || partings.has(word))) return undefined;
  const hello = words.find((word) => greetings.has(word));
  return hello && (Object.keys(greetingsOf).find((language) => greetingsOf[language]?.has(hello)) ?? 'en');
}

/** “is it fixed” is a question without its mark. */
function asksInWords(words: readonly string[]): boolean {
  const asked = words.slice(words.findIndex((word) => !greetings.has(word)));
  return /^(is|was) (it|this|that|all|everything|everyone)$/.test(asked.slice(0, 2).join(' '));
}

function chatterKind(text: string): string {
  const words = wordsOf(text);
  if (words.some((word) => thanks.has(word))) return 'thanks';
  if (words.some((word) => greetings.has(word))) return 'a greeting';
  return words.length === 0 ? 'emoji or signs' : 'agreement';
}

/** The words that count: without emoji codes, names of people, and the help that somebody is thanked for. */
function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .replaceAll('’', "'")
      .replace(/:[a-z0-9_+-]+:/g, ' ')
      .replace(/@\S+/g, ' ')
      .replace(thankedHelp, ' ')
      .replace(/\b(hi|hey|hello) there\b/g, '$1')
      .match(/[\p{L}\p{M}\p{N}']+/gu) ?? []
  );
}

const thankedHelp =
  /(?<=\s)(for|für|por|pour|per|voor)\s+((all|the|your|all your|die|deine|eure|ihre|la|tu|su|vuestra|votre|ton|l'|je|jullie|uw)\s*)?(help|hilfe|ayuda|aide|aiuto|hulp)(?![\p{L}\p{N}])/gu;

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const thanks = set(
  'thanks thank thx tnx ty tysm cheers appreciated appreciate danke dank dankeschön dankesehr merci gracias obrigado obrigada grazie tack takk tak kiitos bedankt dankjewel dziękuję dzięki děkuji díky teşekkürler teşekkür спасибо дякую 谢谢 謝謝 多谢 ありがとう ありがとうございます ありがとうございました 감사합니다 고맙습니다 شكرا תודה',
);
const greetings = set(
  'hi hello hey heya hiya morning afternoon evening greetings hallo moin servus morgen tag abend grüezi hola buenos buenas bonjour bonsoir salut coucou ciao buongiorno olá ola oi hej goedemorgen cześć привет здравствуйте 你好 您好 こんにちは 안녕하세요 مرحبا שלום bye goodbye tschüss adiós welcome congrats congratulations',
);
/** Among the greetings, but said when somebody leaves or is praised. */
const partings = set('bye goodbye tschüss adiós welcome congrats congratulations');
const greetingsOf: Readonly<Record<string, ReadonlySet<string>>> = {
  de: set('hallo moin servus morgen tag abend grüezi'),
  es: set('hola buenos buenas'),
  fr: set('bonjour bonsoir salut coucou'),
};
const agreement = set(
  "ok okay k yes yep yeah sure great perfect awesome nice cool good lovely wonderful excellent brilliant amazing super prima klasse toll perfekt genial vale perfecto parfait works worked solved fixed done lol haha understood noted ja oui sí d'accord",
);
/** A call for help, unless it is the help somebody is thanked for. */
const helpWords = set('help hilfe ayuda aide aiuto hulp ajuda pomoc hjälp hjelp hjælp');
const fillers = set(
  'you so much very a lot again all everyone everybody team guys folks and for the your that this it is was now to me us in many schön sehr vielen besten herzlichen tausend guten gute einen für die alle zusammen muchas mil días tardes noches por la todos beaucoup pour tous à tutti mille muito je wel hartelijk большое nice day have weekend happy friday monday',
);
