/** The name of a Slack user when it is known already; undefined otherwise. */
export type NameOf = (userId: string) => string | undefined;

/**
 * Undoes Slack's markup: what a reader of Slack sees, as plain text. Formatting marks (`*bold*`, `_`, `~`, backticks)
 * stay as they were typed.
 */
export function plainText(markup: string, nameOf: NameOf): string {
  return undoEntities(markup.replace(/<([^<>]*)>/g, (_, inside: string) => undoReference(inside, nameOf)));
}

/** Does the text name this user? */
export function namesUser(markup: string, userId: string): boolean {
  return mentionOf(userId).test(markup);
}

/** The text without the mentions of this user, and without the space and punctuation they leave at the start. */
export function withoutMention(markup: string, userId: string): string {
  if (!namesUser(markup, userId)) return markup;
  const rest = markup.replace(new RegExp(mentionOf(userId), 'g'), '').replace(/[^\S\n]{2,}/g, ' ');
  return rest.trim().replace(/^[,:;]\s*/, '');
}

function mentionOf(userId: string): RegExp {
  return new RegExp(`<@${userId}(?:\\|[^<>]*)?>`);
}

function undoReference(inside: string, nameOf: NameOf): string {
  const bar = inside.indexOf('|');
  const target = bar === -1 ? inside : inside.slice(0, bar);
  const label = bar === -1 ? '' : inside.slice(bar + 1);
  if (target.startsWith('@')) return `@${nameOf(target.slice(1)) ?? (label || target.slice(1))}`;
  if (target.startsWith('#')) return `#${label || target.slice(1)}`;
  if (target.startsWith('!')) return undoSpecial(target.slice(1), label);
  const address = target.replace(/^(?:mailto|tel):/, '');
  return label === '' || label === target || label === address ? address : `${label} (${address})`;
}

/** `!here`, `!subteam^S1|@support`, `!date^1700000000^{date}|Nov 14`. */
function undoSpecial(target: string, label: string): string {
  if (target.startsWith('date^')) return label;
  if (target.startsWith('subteam^')) return label || `@${target.slice('subteam^'.length)}`;
  return `@${target}`;
}

/** Slack escapes exactly these three; `&amp;` last, so that `&amp;lt;` becomes `&lt;`. */
function undoEntities(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
