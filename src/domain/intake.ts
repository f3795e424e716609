import type { ChatMessage } from './chat-event.ts';

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

/** Thanks, greetings, agreement or emoji and nothing else, in the common forms of several languages. */
export function isChatter(text: string, files: number): boolean {
  if (files > 0 || text.length > 160 || /[?？]/.test(text)) return false;
  const words = wordsOf(text);
  if (words.length === 0) return true;
  if (words.some((word) => helpWords.has(word)) && !words.some((word) => thanks.has(word))) return false;
  return (
    words.every(
      (word) => thanks.has(word) || greetings.has(word) || agreement.has(word) || fillers.has(word),
    ) && words.some((word) => !fillers.has(word))
  );
}

function chatterKind(text: string): string {
  const words = wordsOf(text);
  if (words.some((word) => thanks.has(word))) return 'thanks';
  if (words.some((word) => greetings.has(word))) return 'a greeting';
  return words.length === 0 ? 'emoji' : 'agreement';
}

function wordsOf(text: string): readonly string[] {
  return (
    text
      .toLowerCase()
      .replace(/:[a-z0-9_+-]+:/g, ' ')
      .replace(/@\S+/g, ' ')
      .normalize('NFC')
      .match(/[\p{L}\p{N}']+/gu) ?? []
  );
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const thanks = set(
  'thanks thank thx ty tysm cheers appreciated appreciate danke dankeschön dankesehr merci gracias obrigado obrigada grazie tack bedankt dziękuję',
);
const greetings = set(
  'hi hello hey heya hiya morning afternoon evening greetings hallo moin servus hola bonjour bonsoir salut ciao olá oi bye goodbye tschüss adiós welcome congrats congratulations',
);
const agreement = set(
  'ok okay k yes yep yeah sure great perfect awesome nice cool good lovely wonderful excellent brilliant super prima klasse toll perfekt genial vale perfecto parfait works worked solved fixed done lol haha',
);
/** A greeting with one of these is a call for help, not small talk. */
const helpWords = set('help hilfe ayuda aide');
const fillers = set(
  'you so much very a lot again all everyone everybody team guys folks there and for the your help that this it is was now to me us in schön sehr vielen für die hilfe alle zusammen muchas mil por la ayuda beaucoup pour votre aide tutti nice day have weekend happy friday monday',
);
