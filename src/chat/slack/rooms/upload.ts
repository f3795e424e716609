import { z } from 'zod';
import type { Rooms } from '../../../rooms-port.ts';
import { anyAnswer } from '../call-slack.ts';
import { fromDeskId, fromMessageId } from '../ids.ts';
import { inWords, type RoomDesk } from './room-desk.ts';

const Address = z.object({ upload_url: z.string(), file_id: z.string() });

const words = {
  storage_limit_reached: 'The workspace has no room for more files.',
  file_uploads_disabled: 'An administrator has switched files off.',
  restricted_action: 'An administrator has restricted who may share files there.',
};

/** Three steps; only the last one shows the file to anybody. */
export async function upload(
  desk: RoomDesk,
  place: Parameters<Rooms['upload']>[0],
  file: Parameters<Rooms['upload']>[1],
): Promise<void> {
  // Slack takes no empty file.
  const content = new TextEncoder().encode(file.text === '' ? '\n' : file.text);
  const thread = place.thread === undefined ? {} : { thread_ts: fromMessageId(place.thread).ts };
  await inWords(words, async () => {
    const asked = { filename: file.name, length: content.byteLength };
    const { upload_url, file_id } = await desk.call('files.getUploadURLExternal', asked, Address);
    await desk.sendFile(upload_url, content);
    const files = [{ id: file_id, title: file.title }];
    const shared = { files, channel_id: fromDeskId(place.channel), ...thread };
    await desk.call('files.completeUploadExternal', shared, anyAnswer);
  });
}
