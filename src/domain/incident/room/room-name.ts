import type { Incident } from '../incident.ts';
import type { Mode, Visibility } from '../words.ts';

/** Slack's longest channel name is 80; the suffixes of a later room (`-r2`) and of a taken name (`-2`) must still fit. */
const longest = 74;
/** `10:05`, `9.30`, `14h20`: since when it is broken says nothing about what is. */
const clockTime = /(?<!\d|\d[.:])\d{1,2}[:.h]\d{2}(?!\d|[.:]\d)/g;
/** Words beyond these make a name that nobody reads. */
const mostWords = 4;

/**
 * `inc-7-acme-checkout-502`: what a channel of an incident is called. Letters of other alphabets are left out, accents are
 * dropped; what has no Latin word is called by its number alone, and so is a restricted one.
 */
export function roomName(incident: {
  readonly id: string;
  readonly title: string;
  readonly account?: string | undefined;
  readonly mode: Mode;
  readonly visibility: Visibility;
}): string {
  const base = bareRoomName(incident);
  if (incident.visibility === 'restricted') return base;
  const account = wordsOf(incident.account ?? '').slice(0, 1);
  const subject = wordsOf(incident.title.replace(clockTime, ' ')).filter(
    (word) => !small.has(word) && !account.includes(word),
  );
  const name = [base, ...account, ...subject.slice(0, mostWords)].join('-');
  return name.slice(0, longest).replace(/-+[^-]*$/, (tail) => (name.length > longest ? '' : tail));
}

/** What every platform takes: `inc-7`, in a drill `drill-inc-7`. */
export function bareRoomName({ id, mode }: { readonly id: string; readonly mode: Mode }): string {
  return `${mode === 'drill' ? 'drill-' : ''}${id.toLowerCase()}`;
}

/** What the next room is called after one was lost: `inc-7-acme-checkout-r2`. */
export function nextRoundName(
  incident: Pick<Incident, 'id' | 'title' | 'mode' | 'visibility' | 'tickets' | 'room'>,
): string {
  const account = incident.tickets.find(({ accountName }) => accountName !== undefined)?.accountName;
  return `${roomName({ ...incident, account })}-r${(incident.room.round ?? 1) + 1}`;
}

/** The name to try after the first was taken: `inc-7-acme-2` … `inc-7-acme-5`; undefined when those are taken too. */
export function nextRoomName(name: string, base: string): string | undefined {
  const tried = name === base ? 1 : Number(name.slice(base.length + 1));
  return tried >= 5 ? undefined : `${base}-${tried + 1}`;
}

function wordsOf(text: string): readonly string[] {
  return (
    text
      .replace(/ß/g, 'ss')
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  );
}

/** Words that say nothing about what is broken, in the languages the desk reads. A “not” says a lot. */
const small = new Set(
  'the a an is are was were in on at of for to and or with our we us it this that all since error fails failed failing der die das ein eine ist sind im in am auf fur und oder mit unser unsere wir es alle seit el la los las un una es en de por para y con nuestro todos le les des est dans sur pour et avec notre tous'.split(
    ' ',
  ),
);
