import type { PracticeFault } from '../../../src/practice/control.ts';

/** Where the calls go that fail; what goes anywhere else is answered. */
export type Where = 'anywhere' | 'the room' | 'the commander' | 'the announcements' | 'the customers';

/** One method, what Slack answers, and how often. */
export type Trial = {
  readonly name: string;
  readonly method: string;
  readonly where: Where;
  readonly fault: Partial<PracticeFault>;
  /** Slack means it: trying again does not help. */
  readonly isFinal: boolean;
};

const forGood = 1000;

/** Trouble of Slack's own or on the way there: whether it was done is not known. */
const passing: readonly (readonly [string, Partial<PracticeFault>])[] = [
  ['internal_error', { error: 'internal_error', times: 2 }],
  ['fatal_error', { error: 'fatal_error', times: 2 }],
  ['service_unavailable', { error: 'service_unavailable', times: 2 }],
  ['request_timeout', { error: 'request_timeout', times: 2 }],
  ['status 500', { status: 500, times: 2 }],
  ['status 503', { status: 503, times: 3 }],
  ['ratelimited', { error: 'ratelimited', times: 1 }],
  ['429 for 20 s', { status: 429, retryAfter: 20, times: 2 }],
  ['dropped before', { drop: 'before', times: 2 }],
  ['dropped after', { drop: 'after', times: 1 }],
  ['no answer in time', { delayMs: 1_300, times: 1 }],
];

const away = ['is_archived', 'channel_not_found', 'not_in_channel'];
const blocks = ['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long', 'msg_too_long'];
const restricted = ['restricted_action', 'restricted_action_read_only_channel'];

/** What Slack refuses for good, by method. */
const refusals: readonly (readonly [method: string, where: Where, errors: readonly string[]])[] = [
  [
    'conversations.create',
    'anywhere',
    [
      'name_taken',
      'restricted_action',
      'cannot_create_channel',
      'invalid_name_specials',
      'invalid_name_maxlength',
      'missing_scope',
    ],
  ],
  [
    'conversations.invite',
    'anywhere',
    [
      ...away,
      'user_is_restricted',
      'user_not_found',
      'ura_max_channels',
      'cant_invite',
      'org_user_not_in_team',
      'no_external_invite_permission',
      'missing_scope',
    ],
  ],
  [
    'conversations.setTopic',
    'anywhere',
    ['too_long', 'restricted_action', 'permission_denied', 'missing_scope'],
  ],
  ['conversations.info', 'the room', ['missing_scope', 'channel_not_found']],
  ['conversations.members', 'anywhere', ['channel_not_found', 'fetch_members_failed']],
  [
    'pins.add',
    'anywhere',
    [
      ...away,
      'too_many_pins',
      'permission_denied',
      'already_pinned',
      'not_pinnable',
      'message_not_found',
      'restricted_action',
    ],
  ],
  ['bookmarks.list', 'anywhere', [...away, 'permission_denied']],
  [
    'bookmarks.add',
    'anywhere',
    [...away, 'too_many_bookmarks', 'permission_denied', 'restricted_action', 'invalid_link'],
  ],
  [
    'conversations.canvases.create',
    'anywhere',
    [
      'canvas_creation_failed',
      'free_team_canvas_tab_already_exists',
      'canvas_disabled_user_team',
      'channel_canvas_already_exists',
      'team_tier_cannot_create_channel_canvases',
      'restricted_action',
    ],
  ],
  [
    'canvases.edit',
    'anywhere',
    ['canvas_editing_failed', 'canvas_editing_locked', 'canvas_not_found', 'restricted_action'],
  ],
  ['chat.postMessage', 'the room', [...away, ...blocks, ...restricted]],
  ['chat.postMessage', 'the commander', [...away, ...blocks, ...restricted, 'messages_tab_disabled']],
  [
    'conversations.open',
    'the commander',
    ['user_not_found', 'user_disabled', 'cannot_dm_bot', 'missing_scope'],
  ],
  ['chat.postMessage', 'the announcements', [...away, ...blocks, ...restricted]],
  ['chat.postMessage', 'the customers', [...away, ...blocks, ...restricted, 'thread_not_found']],
  [
    'chat.update',
    'the room',
    ['message_not_found', 'cant_update_message', 'edit_window_closed', ...away, ...blocks],
  ],
  ['chat.update', 'the announcements', ['message_not_found', 'edit_window_closed', 'is_archived', ...blocks]],
  ['chat.update', 'the commander', ['message_not_found', 'edit_window_closed', ...blocks]],
  [
    'files.getUploadURLExternal',
    'anywhere',
    ['storage_limit_reached', 'file_uploads_disabled', 'missing_scope'],
  ],
  ['files.completeUploadExternal', 'anywhere', [...away, 'restricted_action']],
];

/** Refused so often. To customers once, the next thread takes it; a channel that is away for good only when it is one channel. */
function timesOf(where: Where, error: string): number {
  if (where === 'the customers' || blocks.includes(error)) return 1;
  return where === 'anywhere' && away.includes(error) ? 1 : forGood;
}

const each: readonly Trial[] = refusals.flatMap(([method, where, errors]) => [
  ...errors.map((error) => ({
    name: `${method} to ${where}: ${error}`,
    method,
    where,
    fault: { error, times: timesOf(where, error) },
    isFinal: !blocks.includes(error),
  })),
  ...passing.map(([name, fault]) => ({
    name: `${method} to ${where}: ${name}`,
    method,
    where,
    fault,
    isFinal: false,
  })),
]);

/** One channel must wait longer than the whole incident takes: the others do not. */
const waiting = (['the announcements', 'the commander'] as const).flatMap((where) =>
  ['chat.postMessage', 'chat.update'].map((method) => ({
    name: `${method} to ${where}: 429 for an hour`,
    method,
    where,
    fault: { status: 429, retryAfter: 3600, times: 1 },
    isFinal: false,
  })),
);

/** Every method a war room calls with everything Slack may answer. */
export const trials: readonly Trial[] = [...each, ...waiting];
