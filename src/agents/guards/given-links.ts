import { readAsPeopleDo } from '../../domain/safety/read-as-people-do.ts';
import { isInstruction } from '../../domain/safety/without-instructions.ts';
import { blocks, citedText, type Guard, type Guarded, weakens } from './guard.ts';

/**
 * Links lead to pages that were given, or that a cited source names. Never to one from the ticket, and never shown as a
 * picture, which would be fetched by looking at it. Where a help page leads outside itself, a person looks first.
 */
export const givenLinks: Guard = {
  name: 'link',
  check: (guarded) => {
    const { answer, facts, everything } = guarded;
    const pages = facts.passages.flatMap(({ url }) => (url === undefined ? [] : [url]));
    const cited = citedText(guarded);
    const named = new Set(addressesIn(cited));
    const homes = new Set(pages.map(homeOf));
    const links = answer.outcome === 'answer' ? answer.links : [];
    const found = [
      ...links.map(({ title, url }) => ({ url: readAsPeopleDo(url), text: title })),
      ...everything.flatMap((text) => addressesIn(text).map((url) => ({ url, text }))),
    ];
    const pictures = everything.filter((text) =>
      /!\[[^\]]*\]\s*\(|<(?:img|a|script|iframe|form|svg|object|embed|style|link|video|audio)\b/i.test(
        readAsPeopleDo(text),
      ),
    );
    return [
      ...pictures.map((text) => blocks('Shows a picture or an element of a page.', text)),
      ...found
        .filter(({ url, text }) => !pages.includes(url) && !isEchoed(guarded, { url, text }))
        .flatMap(({ url, text }) => {
          if (!named.has(url)) return blocks(`No source has the link ${url}.`, text);
          if (isInstruction(text)) return blocks(`An order in a source leads to ${url}.`, text);
          return homes.has(homeOf(url)) ? [] : weakens(`Leads outside the help pages: ${url}.`, text);
        }),
    ];
  },
};

/** The requester's own domain may be named where their words are repeated, but not as an address to open. */
function isEchoed(
  { answer, conversation }: Guarded,
  { url, text }: { readonly url: string; readonly text: string },
): boolean {
  if (answer.outcome !== 'answer' || text !== answer.understanding || hasScheme.test(url)) return false;
  return readAsPeopleDo(conversation).toLowerCase().includes(url);
}

const hasScheme = /^(?:[a-z][a-z0-9+.-]*:\/\/|www\.|mailto:|tel:|sms:|javascript:|data:|vbscript:)/i;

/** Addresses in a text: with a scheme as they are, bare domains in lower case, also where dots are written as words. */
function addressesIn(text: string): readonly string[] {
  const plain = readAsPeopleDo(text)
    .replaceAll(/hxxp/gi, 'http')
    .replaceAll(/\s?[[({]\s?(?:dot|\.)\s?[\])}]\s?/gi, '.')
    .replaceAll(/[⁄∕]/g, '/')
    .replaceAll(/\s*[.,]\s*(?=(?:com|net|org|io)\b)/gi, '.')
    .replaceAll(/(?<![:\w])\/\/(?=\w)/g, ' ')
    .replaceAll(/[。｡․]/g, '.');
  const whole = [
    ...plain.matchAll(
      /\b(?:[a-z][a-z0-9+.-]{1,20}:\/\/|www\.|mailto:|tel:|sms:|javascript:|data:|vbscript:)[^\s<>"'`|)\]]+/gi,
    ),
  ].map(([url]) => url.replace(/[.,;:!?*]+$/, ''));
  const rest = whole.reduce((left, url) => left.replaceAll(url, ' '), plain);
  const spoken = rest.replaceAll(
    /(?<=\p{L}) (?:dot|punkt|punto|point) (?=(?:com|net|org|io|de|fr|es)\b)/giu,
    '.',
  );
  const bare = [...spoken.matchAll(bareDomain)].map(([domain]) => domain.toLowerCase());
  return [...whole, ...bare];
}

/** Endings people register most; others are names of files more often than domains. */
const bareDomain =
  /(?<![\p{L}\p{N}@._/-])(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,40}[\p{L}\p{N}])?\.)+(?:com|net|org|io|co|app|dev|ai|info|biz|xyz|top|site|online|shop|store|club|link|click|live|page|cloud|ru|cn|uk|de|fr|es|it|nl|pl|eu|ch|at|us|ca|tv|cc|ly|gg|to|me|test|example)(?![\p{L}\p{N}-]|\.\p{L})/giu;

/** The domain somebody registered: `help.larder.test` and `app.larder.test` are of one home. */
function homeOf(url: string): string {
  const host = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^/@]*@)?([^/:?#]+)/i.exec(url)?.[1]?.toLowerCase() ?? '';
  const labels = host.split('.');
  const isTwoLevel =
    /^(?:co|com|org|gov|ac)$/.test(labels.at(-2) ?? '') && (labels.at(-1) ?? '').length === 2;
  return labels.slice(isTwoLevel ? -3 : -2).join('.');
}
