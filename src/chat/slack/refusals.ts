/** Slack's words for a wrong setup, and the repair; `{token}` is the setting the token came from. Nothing works until a person acts. */
export const repairs: Readonly<Record<string, string>> = {
  invalid_auth: 'the token is not valid. Copy it again from the settings of the app ({token}).',
  not_authed: 'no token was sent. Set {token}.',
  token_revoked: 'the token was revoked. Install the app again and copy the new token ({token}).',
  token_expired:
    'the token has expired. Switch token rotation off in the app, or copy a new token ({token}).',
  account_inactive:
    'the app was removed from the workspace. Install it again and copy the new token ({token}).',
  missing_scope: 'the app lacks a permission. Update it from manifest.json and install it again.',
  not_allowed_token_type:
    'this is the wrong kind of token. SLACK_BOT_TOKEN starts with xoxb-, SLACK_APP_TOKEN with xapp-.',
  no_permission: 'the app lacks a permission. Update it from manifest.json and install it again.',
  team_disabled: 'the workspace is switched off. Ask its owner.',
  ekm_access_denied: "the workspace's administrators have suspended posting. Ask them.",
};

/** Slack's words for a no, and what they mean to a person. */
export const refusals: Readonly<Record<string, string>> = {
  channel_not_found: 'The channel does not exist, or the desk is not in it. Invite the desk to the channel.',
  not_in_channel: 'The desk is not in the channel. Invite it there.',
  is_archived: 'The channel is archived.',
  msg_too_long: 'The message is too long for Slack.',
  msg_blocks_too_long: 'The card is too long for Slack.',
  invalid_blocks: 'Slack could not show the card.',
  invalid_blocks_format: 'Slack could not show the card.',
  no_text: 'The message is empty.',
  message_not_found: 'The message is not there any more.',
  thread_not_found: 'The thread is not there any more.',
  cant_update_message: 'Slack does not let the desk change this message.',
  cant_delete_message: 'Slack does not let the desk delete this message.',
  edit_window_closed: 'The message is too old to be changed in this workspace.',
  restricted_action: 'An administrator has restricted who may post there.',
  restricted_action_read_only_channel: 'The channel is read-only.',
  restricted_action_thread_only_channel: 'In this channel only answers in threads are allowed.',
  restricted_action_non_threadable_channel: 'Threads are switched off in this channel.',
  user_not_found: 'This person is not known in the workspace.',
  users_not_found: 'Nobody in the workspace has this e-mail address.',
  user_not_in_channel: 'This person is not in the channel.',
  user_is_bot: 'This is an app, not a person.',
  bot_not_found: 'This app is not known in the workspace.',
  cannot_dm_bot: 'Apps cannot be written to directly.',
  messages_tab_disabled: "The app's messages tab is off: switch it on, or update the app from manifest.json.",
  expired_trigger_id: 'The moment to answer has passed. Please press the button again.',
  exchanged_trigger_id: 'This was answered already.',
  view_not_found: 'The form was closed meanwhile.',
  hash_conflict: 'The form changed meanwhile.',
  view_too_large: 'The form is too large for Slack.',
  push_limit_reached: 'Three forms are open already. Please close one.',
  too_many_attachments: 'The message has too many attachments.',
  not_enabled: 'The home page of the app is off: switch it on, or update the app from manifest.json.',
};
