import type { Instant } from '../time.ts';
import { momentsIn, type NamedMoment } from './moments-in.ts';

/** Words that say when the reader hears from us again, in the languages the desk writes. */
const announcing = new RegExp(
  [
    String.raw`next (?:update|message|news)|(?:update|inform|write to|message) you\b|hear from us|(?:write|report) (?:here )?again|be in touch|get back to you|you will have (?:an update|news)`,
    `n(?:ä|ae)chste[rsn]? (?:nachricht|meldung|update|information|stand)|melden (?:wir )?uns|h(?:ö|oe)ren sie|sie h(?:ö|oe)ren|von uns h(?:ö|oe)ren|schreiben wir|wir schreiben|informieren wir|wir informieren`,
    String.raw`pr(?:ó|o)xim[ao] (?:actualizaci(?:ó|o)n|noticia|informaci(?:ó|o)n|mensaje|aviso)|volver\w+ a escribir\w*|le (?:escribir\w+|informar\w+|avisar\w+)`,
    `prochain(?:e)? (?:mise à jour|nouvelle|information|message|point)|reviendrons vers vous|(?:vous|nous) (?:ré)?écrirons|vous (?:informerons|tiendrons)|nouvelles de notre part`,
  ].join('|'),
  'iu',
);

/** The time at which the text says that the reader hears from us again. */
export function nextUpdateIn(text: string, now: Instant, zone: string): NamedMoment | undefined {
  let start = 0;
  for (const line of text.split('\n')) {
    const word = announcing.exec(line);
    if (word) {
      const at = start + word.index;
      const end = start + line.length;
      const named = momentsIn(text, now, zone).filter(({ from, to }) => to > start && from < end);
      const found = named.find(({ from }) => from >= at) ?? named.at(-1);
      if (found) return found;
    }
    start += line.length + 1;
  }
  return undefined;
}

/** When the requester was told to hear from us next; undefined when that cannot be read from the words. */
export function toldNextUpdateAt(
  said: { readonly text: string; readonly at: Instant },
  zone = 'UTC',
): Instant | undefined {
  return nextUpdateIn(said.text, said.at, zone)?.at.find((at) => at > said.at);
}
