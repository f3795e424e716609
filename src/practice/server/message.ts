/** A block or element as posted; its inside is checked by the injected validator, not by a type. */
export type Block = Record<string, unknown>;

export type StoredFile = {
  readonly id: string;
  name: string;
  title: string;
  readonly mimetype: string;
  readonly content: Buffer;
  readonly user: string;
  readonly createdAt: number;
  /** False between `files.getUploadURLExternal` and `files.completeUploadExternal`. */
  shared: boolean;
};

/** A message as the workspace keeps it; Slack's and the page's shapes are made from it. */
export type Message = {
  readonly channel: string;
  readonly ts: string;
  /** The message this one answers; undefined at the top level. */
  readonly root: Message | undefined;
  readonly user: string;
  readonly botId: string | undefined;
  subtype: string | undefined;
  text: string;
  blocks: Block[] | undefined;
  attachments: unknown[] | undefined;
  metadata: unknown;
  username: string | undefined;
  edited: { user: string; ts: string } | undefined;
  deleted: boolean;
  readonly ephemeralTo: string | undefined;
  readonly reactions: Map<string, string[]>;
  files: StoredFile[];
  /** In order, broadcasts included. */
  readonly replies: Message[];
  pinned: boolean;
  streaming: boolean;
  readonly clientMsgId: string | undefined;
};

export type NewMessage = Pick<Message, 'channel' | 'ts' | 'user' | 'text'> & Partial<Message>;

export function newMessage(given: NewMessage): Message {
  return {
    root: undefined,
    botId: undefined,
    subtype: undefined,
    blocks: undefined,
    attachments: undefined,
    metadata: undefined,
    username: undefined,
    edited: undefined,
    deleted: false,
    ephemeralTo: undefined,
    reactions: new Map(),
    files: [],
    replies: [],
    pinned: false,
    streaming: false,
    clientMsgId: undefined,
    ...given,
  };
}
