import { citedText, type Guard } from './guard.ts';

/** Links lead to pages that were given, or that a cited source names. Never to one from the ticket. */
export const givenLinks: Guard = {
  name: 'link',
  check: (guarded) => {
    const { answer, facts, everything } = guarded;
    const pages = facts.passages.flatMap(({ url }) => (url === undefined ? [] : [url]));
    const named = urlsIn(citedText(guarded));
    const isGiven = (url: string) => pages.includes(url) || named.includes(url);
    const links = answer.outcome === 'answer' ? answer.links : [];
    const bad = [
      ...links.filter(({ url }) => !isGiven(url)).map(({ title, url }) => ({ url, text: title })),
      ...everything.flatMap((text) =>
        urlsIn(text)
          .filter((url) => !isGiven(url))
          .map((url) => ({ url, text })),
      ),
    ];
    return bad.map(
      ({ url, text }) => ({ effect: 'blocks', reason: `No source has the link ${url}.`, text }) as const,
    );
  },
};

function urlsIn(text: string): readonly string[] {
  const found =
    text.match(/\b(?:https?:\/\/|www\.|mailto:|slack:\/\/|tel:|javascript:|data:)[^\s<>"'`|)\]]+/gi) ?? [];
  return found.map((url) => url.replace(/[.,;:!?*]+$/, ''));
}
