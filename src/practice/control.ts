/**
 * The control protocol between the practice server and everything that plays a person in it: the web page,
 * the tests and the benches. Ids, timestamps and blocks are Slack's own shapes, so that nothing is translated twice.
 *
 * All routes are on loopback. `GET` answers JSON. `POST` takes and answers JSON; a refused request answers
 * 400 with `{ error: string }` in plain words.
 */

/** A person or bot of the practice workspace. */
export type PracticePerson = {
  id: string;
  name: string;
  realName: string;
  email?: string;
  /** What the "speak as" list says beside the name, e.g. "customer, Acme (enterprise)" or "agent". */
  note: string;
  role: 'customer' | 'agent' | 'manager' | 'bot';
  /** A CSS colour for the avatar. */
  color: string;
  isBot: boolean;
  timezone: string;
  /** A guest: cannot be invited by an app. */
  restricted?: boolean;
  /** The account is deactivated. */
  deleted?: boolean;
};

export type PracticeChannel = {
  id: string;
  /** Without `#`. For a direct conversation with the bot: the person's name. */
  name: string;
  kind: 'channel' | 'private' | 'direct';
  topic: string;
  archived: boolean;
  members: string[];
  /** Links at its top, in order. */
  bookmarks?: { title: string; link: string }[];
  /** Its own page. */
  canvas?: { title: string; markdown: string };
};

export type PracticeFile = { id: string; name: string; mimetype: string; size: number; url: string };

export type PracticeMessage = {
  channel: string;
  ts: string;
  /** Root of the thread when the message is in one (equal to `ts` on a root that has replies). */
  threadTs?: string;
  user: string;
  text: string;
  /** Block Kit blocks exactly as posted; absent for plain messages. */
  blocks?: unknown[];
  edited?: boolean;
  deleted?: boolean;
  /** Set when only this person sees it. */
  ephemeralTo?: string;
  reactions: { name: string; users: string[] }[];
  files: PracticeFile[];
  replyCount: number;
  pinned?: boolean;
  /** Message metadata as posted (`event_type`, `event_payload`). */
  metadata?: unknown;
  /** Slack's subtype, e.g. `channel_join` for the line Slack writes itself, `thread_broadcast`, `tombstone`. */
  subtype?: string;
};

/** An open modal of one person. The last of a person's stack is the one on top. */
export type PracticeView = {
  id: string;
  user: string;
  view: unknown;
  hash: string;
  errors?: Record<string, string>;
};

export type PracticeCommand = { command: string; description: string; usageHint: string };
export type PracticeShortcut = { callbackId: string; name: string; type: 'message' | 'global' };

/** How the practice time stands. Tests and people may move it forward, never back. */
export type PracticeTime = {
  /** Ms since the epoch. */
  now: number;
  /** How far it is ahead of the wall, in ms. */
  aheadMs: number;
  /** Time is being let pass, from one moment to another, in ms since the epoch. */
  passing?: { from: number; until: number };
};

/** `GET /control/state`: everything the page needs to draw itself. */
export type PracticeState = PracticeTime & {
  team: { id: string; name: string };
  bot: string;
  people: PracticePerson[];
  channels: PracticeChannel[];
  messages: PracticeMessage[];
  views: PracticeView[];
  /** App Home view per person id. */
  homes: Record<string, unknown>;
  commands: PracticeCommand[];
  shortcuts: PracticeShortcut[];
  /** Whether the desk answers; absent means it was not seen yet. Later changes come as `desk` changes. */
  desk?: { connected: boolean; detail: string };
  /** Grows with every change; the first `stream` event after it has a larger one. */
  revision: number;
};

/** `GET /control/stream` (server-sent events, event name `change`): one change each. */
export type PracticeChange = { revision: number } & (
  | { type: 'message'; message: PracticeMessage }
  | { type: 'message_removed'; channel: string; ts: string }
  | { type: 'channel'; channel: PracticeChannel }
  | { type: 'channel_removed'; id: string }
  | { type: 'view'; view: PracticeView }
  | { type: 'view_closed'; id: string; user: string }
  | { type: 'home'; user: string; view: unknown }
  | { type: 'desk'; connected: boolean; detail: string }
  | ({ type: 'clock' } & PracticeTime)
);

/** Where a button or menu was used. */
export type PressedIn = { channel: string; ts: string } | { viewId: string } | { homeOf: string };

/** `POST` bodies, keyed by route. `as` is the id of the person who acts. */
export type PracticeRequests = {
  /** Post as a person. `also` true sends a thread reply to the channel too. Answers `{ ts }`. */
  '/control/message': {
    as: string;
    channel: string;
    text: string;
    threadTs?: string;
    also?: boolean;
    files?: { name: string; mimetype: string; contentBase64: string }[];
  };
  '/control/edit': { as: string; channel: string; ts: string; text: string };
  '/control/delete': { as: string; channel: string; ts: string };
  /** Toggles the reaction. `name` without colons. */
  '/control/react': { as: string; channel: string; ts: string; name: string };
  /** Toggles the pin. */
  '/control/pin': { as: string; channel: string; ts: string };
  /** Comes in or leaves; with `person`, lets somebody else in or takes them out, the desk too. */
  '/control/member': { as: string; channel: string; change: 'join' | 'leave'; person?: string };
  /** `name` for `rename`. */
  '/control/channel': {
    as: string;
    channel: string;
    change: 'archive' | 'unarchive' | 'rename' | 'delete';
    name?: string;
  };
  /** A slash command as typed, e.g. `/ticket list`. Answers `{ error? }` when the desk did not answer in time. */
  '/control/command': { as: string; channel: string; text: string };
  /** A button, menu, overflow, checkbox… `value` is the button's value or the selected option's value(s). */
  '/control/press': {
    as: string;
    in: PressedIn;
    blockId: string;
    actionId: string;
    value?: string | string[];
    /** What else is filled in where the control is (`view.state.values`), if anything. */
    values?: Record<string, Record<string, unknown>>;
  };
  /** Submit the top modal. `values` is Slack's `view.state.values`. Answers `{ errors? }`. */
  '/control/submit': { as: string; viewId: string; values: Record<string, Record<string, unknown>> };
  '/control/close': { as: string; viewId: string };
  '/control/shortcut': { as: string; callbackId: string; channel?: string; ts?: string };
  '/control/open-home': { as: string };
  /** Opens (or finds) the direct conversation with the bot. Answers `{ channel }`. */
  '/control/direct': { as: string };
  '/control/faults': { add?: PracticeFault[]; clear?: boolean };
  /** Move the practice clock forward in one jump. Answers `{ now }`. */
  '/control/clock': { advanceMs: number };
  /**
   * Let time pass for the desk too: what is due in between happens at its own time. Adds to what is still passing.
   * Answers `{ now, until }` at once; progress comes as `clock` changes.
   */
  '/control/pass': { ms: number };
  /** Let no more time pass than has. Answers `{ now }`. */
  '/control/stay': Record<string, never>;
  /** Cut all Socket Mode connections: `disconnect` says goodbye as Slack does, `drop` just closes. */
  '/control/sockets': { how: 'disconnect' | 'drop' | 'refuse' | 'accept' };
};

/** What should go wrong, and how often. Matches in the order added; used up after `times`. */
export type PracticeFault = {
  /** A Web API method such as `chat.postMessage`, `*` for all, or `deliver` for events sent to the desk. */
  method: string;
  /** Only calls that name this channel. */
  channel?: string;
  /** Once when absent. */
  times?: number;
  /** `ok: false` with this error. */
  error?: string;
  /** HTTP status instead of an answer (429 takes `retryAfter` in seconds). */
  status?: number;
  retryAfter?: number;
  /** Wait this long before the answer. */
  delayMs?: number;
  /** `before`: the call has no effect and the connection breaks. `after`: it takes effect, then the connection breaks. */
  drop?: 'before' | 'after';
  /** Deliver the event this many times (same `event_id`), for `deliver`. */
  duplicate?: number;
};

/** `GET /control/calls`: the Web API calls received, newest last (at most 10,000 are kept). */
export type PracticeCall = {
  at: number;
  method: string;
  ok: boolean;
  error?: string;
  status: number;
  args: Record<string, unknown>;
};

/** `GET /control/deliveries`: what was sent to the desk, newest last. */
export type PracticeDelivery = {
  at: number;
  kind: 'event' | 'command' | 'interactive';
  type: string;
  id: string;
  attempt: number;
  status: number | 'timeout' | 'refused';
  ackMs: number;
};
