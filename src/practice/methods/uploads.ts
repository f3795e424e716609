import { newFile } from '../server/files.ts';
import type { StoredFile } from '../server/message.ts';
import { slackFile } from '../server/message-shapes.ts';
import { postMessage } from '../server/messages.ts';
import { SlackRefusal } from '../server/slack-refusal.ts';
import type { World } from '../server/world.ts';
import { type Args, arrayArg, neededText, numberArg, textArg } from './arguments.ts';
import { checkedBlocks } from './content.ts';
import { postableRoom } from './lookup.ts';
import type { Methods } from './method.ts';

/** Files of the desk: ask for an address, send the bytes there, then say where the file belongs. */
export const uploadMethods: Methods = {
  'files.getUploadURLExternal': (world, args) => {
    const name = neededText(args, 'filename');
    if (!numberArg(args, 'length')) throw new SlackRefusal('invalid_arguments');
    const given = { name, mimetype: mimetypeOf(name), content: Buffer.alloc(0), user: world.app.botUser };
    const file = newFile(world, given);
    return { upload_url: `${world.base}/upload/v1/${file.id}`, file_id: file.id };
  },

  'files.completeUploadExternal': (world, args) => {
    const files = (arrayArg(args, 'files') ?? []).map((given) => uploadedFile(world, given));
    if (files.length === 0) throw new SlackRefusal('invalid_arguments');
    const channel = textArg(args, 'channel_id') ?? textArg(args, 'channels');
    if (channel) shareFiles(world, { ...args, channel }, files);
    for (const file of files) file.shared = true;
    return { files: files.map((file) => slackFile(world, file)) };
  },

  'files.info': (world, args) => {
    const file = world.files.get(neededText(args, 'file', 'file_not_found'));
    if (!file?.shared) throw new SlackRefusal('file_not_found');
    return { file: slackFile(world, file), comments: [] };
  },
};

function uploadedFile(world: World, given: unknown): StoredFile {
  const id = typeof given === 'object' && given !== null && 'id' in given ? String(given.id) : '';
  const file = world.files.get(id);
  if (!file || file.shared) throw new SlackRefusal('file_not_found');
  if (typeof given === 'object' && given !== null && 'title' in given && given.title)
    file.title = String(given.title);
  return file;
}

function shareFiles(world: World, args: Args, files: StoredFile[]): void {
  postMessage(world, postableRoom(world, args), {
    user: world.app.botUser,
    botId: world.app.botId,
    subtype: 'file_share',
    text: textArg(args, 'initial_comment') ?? '',
    blocks: checkedBlocks(world, args.blocks),
    files,
    threadTs: textArg(args, 'thread_ts'),
  });
}

const mimetypes: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  txt: 'text/plain',
  md: 'text/markdown',
  json: 'application/json',
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  svg: 'image/svg+xml',
};

function mimetypeOf(name: string): string {
  return mimetypes[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream';
}
