import type { PracticeChannel, PracticeCommand, PracticePerson, PracticeShortcut } from './control.ts';
import type { UserGroup, Validate } from './server/world.ts';

/** Something said before the practice began. */
export type SeedMessage = {
  /** Id or name of the channel. */
  readonly channel: string;
  readonly user: string;
  readonly text: string;
  /** Instant, e.g. `2026-11-19T10:00:00.000Z`. */
  readonly at: string;
  /** For a reply: the `at` of the message it answers. */
  readonly thread?: string;
};

export type PracticeOptions = {
  /** 0 or absent: any free port. */
  readonly port?: number;
  /** Ms since the epoch; the wall clock when absent. */
  readonly now?: () => number;
  readonly people: readonly PracticePerson[];
  /** The bot is a member where `members` names it; of every channel when `people` has no bot. */
  readonly channels: readonly PracticeChannel[];
  readonly teamName: string;
  readonly botName: string;
  readonly eventsUrl?: string;
  readonly signingSecret: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly pageFolder?: string;
  /** How long the desk may take to acknowledge; Slack's 3 s when absent. */
  readonly ackLimitMs?: number;
  /** Waits before the retries of an event; Slack's at once, 1 min, 5 min when absent. */
  readonly retryDelaysMs?: readonly number[];
  /** Whether Slack's rate limits hold; `none` when absent. */
  readonly pace?: 'slack' | 'none';
  readonly commands: readonly PracticeCommand[];
  readonly shortcuts: readonly PracticeShortcut[];
  /** Block Kit limits; everything is taken when absent. */
  readonly validate?: Validate;
  /** Scopes the bot was granted; those of the standard manifest when absent. */
  readonly scopes?: readonly string[];
  /** `free` has no canvases in channels; `paid` when absent. */
  readonly plan?: 'free' | 'paid';
  readonly userGroups?: readonly UserGroup[];
  readonly seed?: readonly SeedMessage[];
};
