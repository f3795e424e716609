import type { Evidence } from './evidence.ts';
import { said } from './rule.ts';

/** What a requester says about going elsewhere; each phrase is theirs. */
export type Leaving = { readonly threat?: string; readonly repeated?: string };

/** Whether they speak of leaving, and whether it is not the first time. */
export function readLeaving({ sentences }: Evidence): Leaving {
  const threat = said(threats, sentences);
  const repeated = said(repetitions, sentences);
  return {
    ...(threat === undefined ? {} : { threat }),
    ...(repeated === undefined ? {} : { repeated }),
  };
}

/** What follows from it for the business, in plain words; trouble told again alone is a reason only beside a threat. */
export function leavingReasons({ threat, repeated }: Leaving): readonly string[] {
  if (threat === undefined) return [];
  return [
    `they speak of leaving (“${threat}”)`,
    ...(repeated === undefined ? [] : [`not for the first time (“${repeated}”)`]),
  ];
}

/** Patterns are for lower-case words without accents. */
const threats: readonly RegExp[] = [
  /\bor (else )?(we|i)( will|'ll| are going to| am going to| have to| must)? (leave|cancel|quit|go elsewhere|switch|move away)\b/,
  /\b(we|i)( will|'ll| are| am|'re|'m)? ?(going to |forced to |have to )?(leav(e|ing) you(?! (an?|the|some|my|our|with)\b)|(switch|mov|go)(e|ing)? (elsewhere|to (a|the|your|another) (competitor|competition)|to another (provider|vendor|platform|supplier|tool)))\b/,
  /\b(looking|look|search\w*) (for|at) ((an? )?(other|another|alternative) (provider|vendor|platform|supplier)s?\b|alternatives\b(?! to (?!you)))/,
  /\b(oder|sonst) (wir )?(kundigen|wechseln|gehen) (wir|zu)\b|\bsonst (kundigen|wechseln|gehen) wir\b|\boder wir (kundigen|wechseln|gehen)\b/,
  /\bo nos (vamos|cambiamos)\b|\bo cancelamos\b|\b(ou|sinon) (nous|on) (partons|part|resilions|resilie|changeons|change)\b/,
];

const repetitions: readonly RegExp[] = [
  /\b(second|third|fourth|fifth|2nd|3rd|[4-9]th) time\b|\bagain and again\b|\b(zweiten|dritten|vierten|funften) mal\b|\b(segunda|tercera|cuarta) vez\b|\b(deuxieme|troisieme|quatrieme) fois\b/,
];
