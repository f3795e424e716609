import type { Rooms } from '../../src/rooms-port.ts';

/**
 * One platform's channels, with people in it. The harness looks at the platform itself, the tests speak the desk's
 * language. `dana` and `ana` can be let into a room; `ghost` is known to nobody.
 */
export type RoomsHarness = {
  readonly rooms: Rooms;
  readonly dana: string;
  readonly ana: string;
  readonly ghost: string;
  /** The moment it is there. */
  now(): string;
  /** A channel somebody else made, without the desk in it. */
  readonly foreign: { readonly channel: string; readonly name: string };
  /** A message the desk posts into a room, so that it can be pinned. */
  says(channel: string, text: string): Promise<string>;
  topicsOf(channel: string): readonly string[];
  pinsOf(channel: string): readonly string[];
  bookmarksOf(channel: string): readonly { readonly title: string; readonly link: string }[];
  pageOf(channel: string): string | undefined;
  filesOf(channel: string): Promise<readonly { readonly name: string; readonly text: string }[]>;
  isPrivate(channel: string): boolean;
  /** Somebody takes the room away. */
  deletes(channel: string): Promise<void>;
  /** The next making of a room takes effect, but its answer is lost. */
  loseNextMaking(): void;
  close(): Promise<void>;
};
