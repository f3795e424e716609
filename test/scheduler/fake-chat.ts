import type { ChannelId, MessageId } from '../../src/domain/chat-event.ts';
import type { Chat, Post, Posted } from '../../src/ports.ts';

export type Said = {
  readonly id: MessageId;
  readonly key: string;
  readonly channel: ChannelId;
  text: string;
};

/** A chat that keeps what was said and fails as it is told. */
export type FakeChat = Chat & {
  readonly said: Said[];
  /** Every call in order, e.g. `post a`, `find a`. */
  readonly calls: string[];
  /** Runs before a call takes effect; throwing makes the call fail without effect. */
  before: (call: 'post' | 'update' | 'find', channel: ChannelId) => Promise<void> | void;
  /** Runs after a post took effect; throwing makes the caller believe it failed. */
  after: (channel: ChannelId) => Promise<void> | void;
};

export function fakeChat(): FakeChat {
  const said: Said[] = [];
  const calls: string[] = [];
  const text = (post: Post) => post.card.summary;
  const chat: FakeChat = {
    platform: 'fake',
    supports: { privateLines: true, forms: true, home: true },
    said,
    calls,
    before: () => undefined,
    after: () => undefined,
    start: async () => undefined,
    stop: async () => undefined,
    answer: async () => undefined,
    async post(post): Promise<Posted> {
      calls.push(`post ${post.key}`);
      await chat.before('post', post.channel);
      const id = `${post.channel}:${said.length + 1}`;
      said.push({ id, key: post.key, channel: post.channel, text: text(post) });
      await chat.after(post.channel);
      return { id };
    },
    async update(id, post) {
      calls.push(`update ${post.key}`);
      await chat.before('update', post.channel);
      const message = said.find((each) => each.id === id);
      if (message) message.text = text(post);
    },
    async find({ key, channel }) {
      calls.push(`find ${key}`);
      await chat.before('find', channel);
      const message = said.find((each) => each.key === key && each.channel === channel);
      return message && { id: message.id };
    },
    history: async () => [],
    person: async () => {
      throw new Error('nobody is here');
    },
    resolve: async () => [],
    health: () => ({ connected: true, detail: '' }),
  };
  return chat;
}
