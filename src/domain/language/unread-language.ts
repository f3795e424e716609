/**
 * Languages whose script the desk's rules and word lists do not know. Others in Latin letters are read word by word,
 * with the words they share.
 */
const unread: ReadonlySet<string> = new Set(['ja', 'zh', 'ko', 'ru', 'ar', 'he', 'el', 'hi', 'th']);

/** Why nothing can be said about a text in this language (ISO 639-1); undefined when the desk's rules can read it. */
export function unreadReason(language: string): string | undefined {
  return unread.has(language)
    ? `the message is in a language this engine does not read (${language})`
    : undefined;
}
