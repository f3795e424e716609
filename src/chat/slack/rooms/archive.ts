import { anyAnswer } from '../call-slack.ts';
import { fromDeskId } from '../ids.ts';
import { fineWhen, inWords, type RoomDesk } from './room-desk.ts';

const archiveWords = {
  restricted_action: 'An administrator has restricted who may archive channels.',
  cant_archive_general: 'The channel everybody is in cannot be archived.',
  cant_archive_required: 'An administrator requires this channel.',
};
const unarchiveWords = {
  restricted_action: 'An administrator has restricted who may bring channels back.',
  // A desk is taken out of a channel when it is archived, and many workspaces let only people bring one back.
  not_in_channel: 'Slack does not let the desk bring the channel back. A person in it can.',
  channel_not_found: 'The channel is gone, or Slack no longer shows it to the desk.',
};

export async function archive(desk: RoomDesk, channel: string): Promise<void> {
  await fineWhen(['already_archived'], () =>
    inWords(archiveWords, () =>
      desk.call('conversations.archive', { channel: fromDeskId(channel) }, anyAnswer),
    ),
  );
}

export async function unarchive(desk: RoomDesk, channel: string): Promise<void> {
  await fineWhen(['not_archived'], () =>
    inWords(unarchiveWords, () =>
      desk.call('conversations.unarchive', { channel: fromDeskId(channel) }, anyAnswer),
    ),
  );
}
