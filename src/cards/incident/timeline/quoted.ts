import type { Line, Span } from '../../card.ts';
import { maskedSecrets } from '../../masked-secrets.ts';
import { shortened } from '../../text.ts';

/** What a form takes at most; whoever has less room uses `briefly`. */
const longest = 3000;

/** Words of a person inside a sentence of the desk: in quotation marks, on one line, shortened. */
export function quoted(text: string, length = longest): Span {
  return { text: `“${said(text, length)}”` };
}

/** Words of a person without the secrets in them, on one line. */
export function said(text: string, length = longest): string {
  return shortened(maskedSecrets(text).text, length);
}

/** People by name, at most so many: `Ana, Ben and 4 more`. */
export function peopleNamed(people: readonly string[], most = 8): Line {
  const shown = people
    .slice(0, most)
    .flatMap((person, index): Span[] => [...(index === 0 ? [] : [{ text: ', ' }]), { person }]);
  return people.length <= most ? shown : [...shown, { text: ` and ${people.length - most} more` }];
}

/** The line with every long stretch of words shortened; a quotation keeps its end mark. */
export function briefly(line: Line, length = 160): Line {
  return line.map((span) => {
    if (!('text' in span) || 'link' in span || span.text.length <= length) return span;
    const end = span.text.endsWith('”') ? '”' : '';
    return { ...span, text: `${shortened(span.text, length)}${end}` };
  });
}
