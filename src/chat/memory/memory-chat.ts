import type { FieldProblems } from '../../cards/card.ts';
import type { AnswerHandle, ChatEvent, ChatMessage, MessageId, PersonId } from '../../domain/chat-event.ts';
import { type DeskError, Refused, Unreachable } from '../../domain/errors.ts';
import type { Person } from '../../domain/person.ts';
import type { Answer, Chat, Post } from '../../ports.ts';

/** A post that was said, with the card it shows now. */
export type Said = {
  readonly id: MessageId;
  post: Post;
  /** How often it was changed. */
  updates: number;
};

export type Answered = { readonly handle: AnswerHandle; readonly answer: Answer };

/** The verbs a failure can be planned for. */
export type Failable = 'post' | 'update' | 'answer' | 'find' | 'history' | 'person' | 'resolve';

export type MemoryChat = Chat & {
  /** Posts in the order they were said. */
  readonly said: readonly Said[];
  readonly answers: readonly Answered[];
  /** Messages by id, for `history`; `deliver` adds and changes them. */
  readonly messages: ReadonlyMap<MessageId, ChatMessage>;
  readonly people: Map<PersonId, Person>;
  /** What `resolve` knows beside ids and e-mail addresses of `people`, e.g. `#support`. */
  readonly references: Map<string, readonly string[]>;
  /** Something happens in chat. Rejects when the desk could not take it. */
  deliver(event: ChatEvent): Promise<FieldProblems | undefined>;
  /** The next call of the verb fails; with `after` it takes effect first, as when an answer is lost on the way. */
  failNext(verb: Failable, error: DeskError, moment?: 'before' | 'after'): void;
};

/** A chat in memory, for quick tests of what the desk does. Ids start with `memory:`. */
export function memoryChat(): MemoryChat {
  const said: Said[] = [];
  const answers: Answered[] = [];
  const messages = new Map<MessageId, ChatMessage>();
  const people = new Map<PersonId, Person>();
  const references = new Map<string, readonly string[]>();
  const failures: { verb: Failable; error: DeskError; moment: 'before' | 'after' }[] = [];
  const underway = new Set<Promise<unknown>>();
  let onEvent: ((event: ChatEvent) => Promise<FieldProblems | undefined>) | undefined;

  async function tried<T>(verb: Failable, act: () => T): Promise<T> {
    const index = failures.findIndex((failure) => failure.verb === verb);
    const failure = index === -1 ? undefined : failures.splice(index, 1)[0];
    if (failure?.moment === 'before') throw failure.error;
    const result = act();
    if (failure) throw failure.error;
    return result;
  }

  return {
    platform: 'memory',
    supports: { privateLines: true, forms: true, home: true },
    said,
    answers,
    messages,
    people,
    references,
    async start(handler) {
      onEvent = handler;
    },
    async stop() {
      onEvent = undefined;
      while (underway.size > 0) await Promise.allSettled(underway);
    },
    async deliver(event) {
      if (!onEvent) throw new Unreachable('The chat is not started', { unknownOutcome: false });
      remember(event, messages);
      const taken = onEvent(event);
      underway.add(taken);
      try {
        return await taken;
      } finally {
        underway.delete(taken);
      }
    },
    failNext(verb, error, moment = 'before') {
      failures.push({ verb, error, moment });
    },
    answer: (handle, answer) => tried('answer', () => void answers.push({ handle, answer })),
    post: (post) =>
      tried('post', () => {
        const id = `memory:post:${said.length + 1}`;
        said.push({ id, post, updates: 0 });
        return { id };
      }),
    update: (id, post) =>
      tried('update', () => {
        const there = said.find((each) => each.id === id);
        if (!there) throw new Refused('The message is not there any more.', 'message_not_found');
        there.post = post;
        there.updates += 1;
      }),
    find: ({ key, channel, thread }) =>
      tried('find', () => {
        const match = said.find(
          ({ post }) => post.key === key && post.channel === channel && post.thread === thread,
        );
        return match && { id: match.id };
      }),
    history: (thread) =>
      tried('history', () =>
        [...messages.values()]
          .filter((message) => message.thread === thread)
          .sort((a, b) => a.at.localeCompare(b.at)),
      ),
    person: (id) =>
      tried('person', () => {
        const person = people.get(id);
        if (!person) throw new Refused('This person is not known in the workspace.', 'user_not_found');
        return person;
      }),
    resolve: (reference) =>
      tried('resolve', () => {
        const known = references.get(reference);
        if (known) return known;
        const match = [...people.values()].find(({ id, email }) => id === reference || email === reference);
        return match ? [match.id] : [];
      }),
    health: () =>
      onEvent
        ? { connected: true, detail: 'The chat in memory is started.' }
        : { connected: false, detail: 'The chat in memory is not started.' },
  };
}

function remember(event: ChatEvent, messages: Map<MessageId, ChatMessage>): void {
  if (event.type === 'message' || event.type === 'message_edited')
    messages.set(event.message.id, event.message);
  if (event.type === 'message_deleted') messages.delete(event.id);
}
