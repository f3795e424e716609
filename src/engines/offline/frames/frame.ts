import type { Tone } from '../../../domain/draft.ts';
import type { DeskLanguage } from '../../../domain/language/stop-words.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { spanish } from './spanish.ts';

/** Things a person is asked for when a report does not have them yet. */
export type MissingFact =
  | 'steps'
  | 'ids'
  | 'time'
  | 'browser'
  | 'exact_error'
  | 'scope'
  | 'goal'
  | 'differed';

/** How a reply opens: in the tone of the person, and for people in trouble by how bad it is. */
export type Opening = Tone | 'troubled' | 'urgent';

/** The sentences around the cited ones, in one language. */
export type Frame = {
  greeting(firstName: string): string;
  /** Says back what was understood; the topic is in the requester's words. */
  understanding: Readonly<Record<Opening, (topic: string) => string>>;
  /** The same when nothing of what they wrote can be repeated. */
  understandingWithoutTopic: string;
  /** For requests that only people decide. */
  understandingOfDecision: string;
  /** Said before steps that only exist in the language with this code. */
  pageIsIn(language: string): string;
  /** When a key, a password or a card number stands in what they wrote. */
  secretSeen: string;
  /** Said before numbered steps to who is new. */
  stepByStep: string;
  ask: Readonly<Record<MissingFact, string>>;
  /** A likely next question about the part of the article with this heading. */
  followUp(heading: string): string;
  closing: Readonly<Record<Tone, string>>;
};

const frames: Readonly<Record<DeskLanguage, Frame>> = { en: english, de: german, es: spanish, fr: french };

/** The frame for a language; English when the desk has no sentences of its own in it. */
export function frameFor(language: string): Frame {
  return language === 'de' || language === 'es' || language === 'fr' ? frames[language] : frames.en;
}
