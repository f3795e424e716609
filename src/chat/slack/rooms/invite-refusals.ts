/** Slack's words for somebody who cannot be let in, and ours. Other words are about the whole channel. */
export const inviteRefusals: Readonly<Record<string, string>> = {
  cant_invite: 'Slack does not let this person into the channel.',
  invitee_cant_see_channel: "The channel is not shared with this person's workspace.",
  no_external_invite_permission: 'The desk may not invite people of another company.',
  no_user: 'This person is not known in the workspace.',
  org_user_not_in_team: 'This person is not in this workspace of the organization.',
  ura_max_channels: 'This guest can be in one channel only.',
  user_disabled: 'This account is deactivated.',
  user_is_bot: 'This is an app, not a person.',
  user_is_restricted: 'This is a guest, and guests cannot be invited here.',
  user_is_ultra_restricted: 'This is a guest, and guests cannot be invited here.',
  user_not_found: 'This person is not known in the workspace, or the account is deactivated.',
  user_team_not_in_channel: "This person's workspace is not in the channel.",
};

/** Nothing is missing: whoever it is about is in the channel. */
export const invitedAlready: readonly string[] = ['already_in_channel', 'cant_invite_self'];
