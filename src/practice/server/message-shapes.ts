import type { PracticeMessage } from '../control.ts';
import type { Message, StoredFile } from './message.ts';
import type { World } from './world.ts';

type Shape = Record<string, unknown>;

/** A message as Slack's API and events show it, without what grows around it (replies, reactions). */
export function slackMessage(world: World, message: Message): Shape {
  const { root } = message;
  return {
    type: 'message',
    ...(message.subtype && { subtype: message.subtype }),
    user: message.user,
    ...(message.botId && botFields(world, message)),
    ...(message.clientMsgId && { client_msg_id: message.clientMsgId }),
    text: message.text,
    ts: message.ts,
    team: world.team.id,
    ...(message.blocks && { blocks: message.blocks }),
    ...(message.attachments && { attachments: message.attachments }),
    ...(message.files.length > 0 && {
      files: message.files.map((file) => slackFile(world, file)),
      upload: false,
    }),
    ...(message.edited && { edited: message.edited }),
    ...(message.metadata !== undefined && { metadata: message.metadata }),
    ...(root && { thread_ts: root.ts, parent_user_id: root.user }),
    ...(message.replies.length > 0 && { thread_ts: message.ts }),
  };
}

/** A message as `conversations.history` and `conversations.replies` list it. */
export function listedMessage(
  world: World,
  message: Message,
  withMetadata: 'metadata' | 'no metadata',
): Shape {
  const shape = slackMessage(world, message);
  // Without include_all_metadata Slack answers the type and an empty payload at most; nothing is the safer reading.
  if (withMetadata === 'no metadata') delete shape.metadata;
  if (message.replies.length > 0) {
    const users = [...new Set(message.replies.map((reply) => reply.user))];
    shape.reply_count = message.replies.length;
    shape.reply_users = users;
    shape.reply_users_count = users.length;
    shape.latest_reply = message.replies.at(-1)?.ts;
  }
  if (message.reactions.size > 0) {
    shape.reactions = [...message.reactions].map(([name, users]) => ({ name, users, count: users.length }));
  }
  if (message.pinned) shape.pinned_to = [message.channel];
  return shape;
}

/** A message as the practice page shows it. */
export function practiceMessage(message: Message): PracticeMessage {
  const threadTs = message.root?.ts ?? (message.replies.length > 0 ? message.ts : undefined);
  return {
    channel: message.channel,
    ts: message.ts,
    ...(threadTs !== undefined && { threadTs }),
    user: message.user,
    text: message.text,
    ...(message.blocks && { blocks: message.blocks }),
    ...(message.edited && { edited: true }),
    ...(message.deleted && { deleted: true }),
    ...(message.ephemeralTo !== undefined && { ephemeralTo: message.ephemeralTo }),
    ...(message.subtype !== undefined && { subtype: message.subtype }),
    reactions: [...message.reactions].map(([name, users]) => ({ name, users: [...users] })),
    files: message.files.map(practiceFile),
    replyCount: message.replies.length,
    ...(message.pinned && { pinned: true }),
    ...(message.metadata !== undefined && { metadata: message.metadata }),
  };
}

export function slackFile(world: World, file: StoredFile): Shape {
  const seconds = Math.floor(file.createdAt / 1000);
  const address = `${world.base}/files-pri/${world.team.id}-${file.id}`;
  const extension = file.name.includes('.') ? (file.name.split('.').at(-1) ?? '') : '';
  return {
    id: file.id,
    created: seconds,
    timestamp: seconds,
    name: file.name,
    title: file.title,
    mimetype: file.mimetype,
    filetype: extension,
    pretty_type: extension.toUpperCase(),
    user: file.user,
    mode: 'hosted',
    is_external: false,
    is_public: false,
    size: file.content.length,
    url_private: `${address}/${encodeURIComponent(file.name)}`,
    url_private_download: `${address}/download/${encodeURIComponent(file.name)}`,
    permalink: `${world.base}/files/${file.user}/${file.id}/${encodeURIComponent(file.name)}`,
    file_access: 'visible',
  };
}

function practiceFile(file: StoredFile): PracticeMessage['files'][number] {
  const url = `/control/file/${file.id}/${encodeURIComponent(file.name)}`;
  return { id: file.id, name: file.name, mimetype: file.mimetype, size: file.content.length, url };
}

function botFields(world: World, message: Message): Shape {
  const { id, botUser } = world.app;
  const name = message.username ?? world.people.get(botUser)?.name;
  return {
    bot_id: message.botId,
    app_id: id,
    ...(message.username && { username: message.username }),
    bot_profile: { id: message.botId, app_id: id, name, team_id: world.team.id, deleted: false },
  };
}
