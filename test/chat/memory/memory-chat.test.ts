import { describe, expect, test } from 'vitest';
import { memoryChat } from '../../../src/chat/memory/memory-chat.ts';
import type { ChatMessage } from '../../../src/domain/chat-event.ts';
import { Refused, Unreachable } from '../../../src/domain/errors.ts';
import { chatContract } from '../../contracts/chat.contract.ts';
import type { ChatHarness } from '../../contracts/chat-harness.ts';

const support = 'memory:support';
const dana = 'memory:dana';
const ana = 'memory:ana';
const at = '2026-11-20T10:00:00.000Z';

chatContract('memory', {
  open: async () => openMemoryHarness(),
  exceptions: {
    'limits are cut by us, visibly': 'memory has no limits',
    'the desk does not hear itself': 'only what a test delivers happens',
  },
});

describe('the chat in memory', () => {
  test('a lost connection fails the verb it was planned for, once', async () => {
    const chat = memoryChat();
    chat.failNext('person', new Unreachable('away', { unknownOutcome: false }));
    chat.people.set(dana, { id: dana, name: 'Dana', isApp: false, isGuest: false });
    await expect(chat.person(dana)).rejects.toBeInstanceOf(Unreachable);
    expect((await chat.person(dana)).name).toBe('Dana');
  });

  test('changing a message that is not there is refused', async () => {
    const chat = memoryChat();
    const card = { audience: 'team' as const, summary: 'x', blocks: [] };
    const post = { key: 'k', channel: support, audience: 'team' as const, card };
    await expect(chat.update('memory:nothing', post)).rejects.toBeInstanceOf(Refused);
  });
});

function openMemoryHarness(): ChatHarness {
  const chat = memoryChat();
  const place = { channel: support, kind: 'channel' as const };
  let next = 1;
  for (const [id, name] of [
    [dana, 'Dana'],
    [ana, 'Ana'],
  ] as const) {
    chat.people.set(id, { id, name, email: `${name}@acme.test`, isApp: false, isGuest: false });
  }
  chat.references.set('#support', [support]);

  /** Like a platform: delivers again until it is taken. */
  async function deliver(event: Parameters<typeof chat.deliver>[0]): Promise<void> {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      try {
        await chat.deliver(event);
        return;
      } catch (error) {
        if (attempt === 2) throw error;
      }
    }
  }
  const write = (text: string, given: Partial<ChatMessage>, mentionsDesk = false) => {
    const id = `memory:message:${next++}`;
    const message = { id, thread: id, place, author: dana, byApp: false, text, files: [], at, ...given };
    return deliver({ type: 'message', keys: [`message:${id}`], at, message, mentionsDesk });
  };
  return {
    chat,
    support,
    dana,
    ana,
    says: (author, text, thread) => write(text, { author, ...(thread !== undefined && { thread }) }),
    mentionsDesk: (author, text) => write(text, { author }, true),
    edits: (_, id, text) =>
      deliver({
        type: 'message_edited',
        keys: [`edit:${id}/${next++}`],
        at,
        message: { ...chat.messages.get(id)!, text },
      }),
    deletes: (by, id) =>
      deliver({ type: 'message_deleted', keys: [`delete:${id}`], at, id, thread: id, place, by }),
    anotherAppSays: (text) => write(text, { author: 'memory:app', byApp: true }),
    async presses(by, id, label) {
      const card = chat.said.find((each) => each.id === id)?.post.card;
      const items = card?.blocks.flatMap((block) => (block.type === 'actions' ? block.items : [])) ?? [];
      for (const item of items) {
        if ('link' in item) continue;
        const option = 'options' in item ? item.options.find((each) => each.label === label) : undefined;
        if (item.label !== label && !option) continue;
        const value = option?.value ?? ('value' in item ? item.value : undefined);
        await deliver({
          type: 'pressed',
          keys: [`press:${next++}`],
          at,
          action: item.action,
          subject: item.subject,
          ...(value !== undefined && { value }),
          by,
          message: id,
          handle: { person: by, channel: support },
        });
        return;
      }
      throw new Error(`There is no "${label}" on the card`);
    },
    sees: (id) => {
      const card = chat.said.find((each) => each.id === id)?.post.card;
      return card && textsIn(card.blocks).join('');
    },
    privateLinesOf: (person) =>
      chat.answers.flatMap(({ handle, answer }) =>
        handle.person === person && answer.show === 'line' ? textsIn(answer.card.blocks) : [],
      ),
    count: () => chat.said.length + chat.messages.size,
    slowNextPost: () =>
      chat.failNext('post', new Unreachable('slow down', { retryAfterMs: 2000, unknownOutcome: false })),
    loseNextAnswer: () => chat.failNext('post', new Unreachable('lost', { unknownOutcome: true }), 'after'),
    close: async () => undefined,
  };
}

function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'text' && typeof inner === 'string' ? [inner] : textsIn(inner),
  );
}
