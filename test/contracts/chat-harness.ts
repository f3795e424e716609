import type { Chat } from '../../src/ports.ts';

/**
 * One chat platform with people in it. The harness speaks the platform's language (real payloads through the real
 * door), the tests speak the desk's. `support` is a public channel; `dana` and `ana` are people in it.
 */
export type ChatHarness = {
  readonly chat: Chat;
  readonly support: string;
  readonly dana: string;
  readonly ana: string;
  /** Writes as a person and resolves when the platform has delivered it. */
  says(by: string, text: string, thread?: string): Promise<void>;
  mentionsDesk(by: string, text: string): Promise<void>;
  edits(by: string, message: string, text: string): Promise<void>;
  deletes(by: string, message: string): Promise<void>;
  anotherAppSays(text: string): Promise<void>;
  presses(by: string, message: string, label: string): Promise<void>;
  /** Everything readable of a message now; undefined when it is not there. */
  sees(message: string): string | undefined;
  /** Private lines this person was shown. */
  privateLinesOf(person: string): readonly string[];
  /** How many messages stand in the channel, threads included. */
  count(): number;
  /** The next post is refused with "slow down, wait two seconds". */
  slowNextPost(): void;
  /** The next post takes effect, but its answer is lost. */
  loseNextAnswer(): void;
  close(): Promise<void>;
};

/** What the promise was rejected with; undefined when it was kept. */
export async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (error: unknown) => error,
  );
}

/** Waits for a condition; a test that waits in vain ends by its own time limit. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}
