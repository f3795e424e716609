import { changedShare } from '../changed-share.ts';
import { type Instant, laterBy, minute } from '../time.ts';
import { internalWordsIn } from './internal-words.ts';
import { apologies, estimating, fixing, weakWords } from './lint-words.ts';
import { momentsIn } from './moments-in.ts';
import { nextUpdateIn } from './next-update-in.ts';
import { withoutQuoted } from './request-words.ts';

/** Something in an update that a person should put right. */
export type Finding = {
  /** `blocks`: it cannot go out like this. `warns`: shown once, then it is theirs to decide. */
  readonly effect: 'blocks' | 'warns';
  readonly rule: string;
  /** The words it is about; empty when something is missing. */
  readonly text: string;
  /** Where they stand, counted in characters from 0. */
  readonly from: number;
  /** How to put it right, in one sentence. */
  readonly repair: string;
};

/** What the words are measured against. */
export type LintFacts = {
  readonly now: Instant;
  /** The reader's IANA zone. */
  readonly zone: string;
  /** The next update may be promised for no later than this; undefined where no cadence is promised. */
  readonly latest: Instant | undefined;
  /** Ids of tickets the reader knows of. */
  readonly tickets: readonly string[];
  /** Names of other accounts. */
  readonly otherAccounts: readonly string[];
  /** Names of people inside who are not the reader's contact. */
  readonly colleagues: readonly string[];
  /** The update before this one. */
  readonly last: string | undefined;
  /** The request in the requester's own words: quoted, they are no claim of ours. */
  readonly request?: string | undefined;
};

const mostWords = 120;
/** More of the last update than this, and the reader learns nothing. */
const mostSame = 0.85;

/** What stands against sending a text to a requester as an update; what blocks comes first. */
export function lintUpdate(words: string, facts: LintFacts): readonly Finding[] {
  const text = withoutQuoted(words, facts.request);
  return [
    ...nextUpdate(text, facts),
    ...zones(text, facts),
    ...names(text, facts),
    ...weak(text),
    ...fixTimes(text, facts),
    ...whole(words, facts),
  ];
}

/** Whether a text may not go out like this. */
export function isUnsendable(findings: readonly Finding[]): boolean {
  return findings.some(({ effect }) => effect === 'blocks');
}

/** What only says that time has passed since it was written. */
export function isOfTime({ rule }: Finding): boolean {
  return rule === 'time has passed' || rule === 'later than promised';
}

type Place = { readonly text: string; readonly from: number };
const blocks = (rule: string, { text, from }: Place, repair: string): Finding => ({
  effect: 'blocks',
  rule,
  text,
  from,
  repair,
});
const warns = (rule: string, place: Place, repair: string): Finding => ({
  ...blocks(rule, place, repair),
  effect: 'warns',
});
const nowhere: Place = { text: '', from: 0 };

function nextUpdate(text: string, { now, zone, latest }: LintFacts): readonly Finding[] {
  const named = nextUpdateIn(text, now, zone);
  if (!named || named.at.length === 0) {
    return [
      blocks('no next update', named ?? nowhere, 'Say when the next update comes: the time with its zone.'),
    ];
  }
  const ahead = named.at.filter((at) => at > now);
  if (ahead.length === 0)
    return [blocks('time has passed', named, 'This time has passed. Name a later one.')];
  // A minute is lost while writing.
  if (latest === undefined || ahead.some((at) => at <= laterBy(latest, minute))) return [];
  return [
    blocks('later than promised', named, `The next update is promised no later than ${clockWords(latest)}.`),
  ];
}

const clockWords = (at: Instant) => `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;

function zones(text: string, { now, zone }: LintFacts): readonly Finding[] {
  return momentsIn(text, now, zone)
    .filter((named) => named.zone === undefined)
    .map((named) => blocks('time without zone', named, `Add the zone, e.g. “(${zone})”.`));
}

function names(text: string, { tickets, otherAccounts, colleagues }: LintFacts): readonly Finding[] {
  const foreign = [...text.matchAll(/(?<![\p{L}\p{N}-])T-\d+(?!\d)/gu)].filter(
    ([id]) => !tickets.includes(id),
  );
  return [
    ...otherAccounts.flatMap((name) =>
      placesOf(name, text, 'giu').map((place) =>
        blocks('another customer', place, 'Take the other customer out.'),
      ),
    ),
    ...colleagues.flatMap((name) =>
      placesOf(name, text, 'gu').map((place) =>
        blocks('a person inside', place, 'Name only the person the requester can turn to.'),
      ),
    ),
    ...internalWordsIn(text).map((found) =>
      blocks(found.what, found, 'Only the team knows this. Say it in the requester’s words.'),
    ),
    ...foreign.map((match) =>
      blocks('another ticket', { text: match[0], from: match.index }, 'Name only this ticket.'),
    ),
  ];
}

/** A name as whole words. Names of people are words, too: there capitals count. */
function placesOf(name: string, text: string, flags: 'giu' | 'gu'): readonly Place[] {
  const words = name.trim().replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
  const [first = ''] = name.trim().toLowerCase().split(/\s+/);
  // Most names are not in it, and a desk may know thousands.
  if (words.length < 3 || !text.toLowerCase().includes(first)) return [];
  const pattern = new RegExp(
    String.raw`(?<![\p{L}\p{N}])${words.replaceAll(/\s+/g, String.raw`\s+`)}(?![\p{L}\p{N}])`,
    flags,
  );
  return [...text.matchAll(pattern)].map((match) => ({ text: match[0], from: match.index }));
}

function weak(text: string): readonly Finding[] {
  return weakWords.flatMap(({ rule, repair, words }) =>
    [...text.matchAll(words)].map((match) => warns(rule, { text: match[0], from: match.index }, repair)),
  );
}

/** A sentence that says when something will work again, without saying that it is an estimate. */
function fixTimes(text: string, { now, zone }: LintFacts): readonly Finding[] {
  return momentsIn(text, now, zone).flatMap((named) => {
    const place = sentenceAround(text, named.from, named.to);
    if (text.slice(place.from, place.from + place.text.length).search(fixing) < 0) return [];
    if (place.text.search(estimating) >= 0 || nextUpdateIn(place.text, now, zone)) return [];
    return [warns('fix time', named, 'Call it an estimate, or leave it out: it is read as a promise.')];
  });
}

/** Around a place, up to the ends of its sentence; the full stop of a month or a time ends none. */
function sentenceAround(text: string, from: number, to: number): Place {
  const ends = [...text.slice(0, from).matchAll(/[.;?!]\s|\n/g)].at(-1);
  const start = ends ? ends.index + ends[0].length : 0;
  const end = to + (/[.;?!](?:\s|$)|\n|$/.exec(text.slice(to))?.index ?? 0);
  return { text: text.slice(start, end), from: start };
}

function whole(words: string, { last, request }: LintFacts): readonly Finding[] {
  const text = withoutQuoted(words, request);
  const findings: Finding[] = [];
  const sorry = [...text.matchAll(apologies)][1];
  if (sorry) {
    findings.push(warns('apology', { text: sorry[0], from: sorry.index }, 'One apology is enough.'));
  }
  const mark = /[!¡]/.exec(text);
  if (mark)
    findings.push(warns('exclamation mark', { text: mark[0], from: mark.index }, 'End with a full stop.'));
  const count = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  if (count > mostWords) {
    findings.push(
      warns('too long', nowhere, `It has ${count} words; ${mostWords} are the most that is read.`),
    );
  }
  if (last !== undefined && 1 - changedShare(last, words) > mostSame) {
    findings.push(
      warns(
        'same as before',
        nowhere,
        'It says nearly the same as the last update. Say what changed or was ruled out.',
      ),
    );
  }
  return findings;
}
