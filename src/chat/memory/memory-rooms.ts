import type { ChannelId, MessageId, PersonId } from '../../domain/chat-event.ts';
import { type DeskError, Refused } from '../../domain/errors.ts';
import type { Clock } from '../../ports.ts';
import type { NotInvited, Rooms } from '../../rooms-port.ts';
import type { MemoryChat } from './memory-chat.ts';
import type { MemoryRoom } from './memory-room.ts';

/** The verbs a failure can be planned for. */
export type FailableRoomVerb = keyof Rooms;

export type MemoryRooms = Rooms & {
  /** Every room by its channel, those of others too: put one there to take its name. */
  readonly rooms: Map<ChannelId, MemoryRoom>;
  /** People the platform does not let in, with the words it has for that. */
  readonly uninvitable: Map<PersonId, Pick<NotInvited, 'reason' | 'code'>>;
  /** The room of that name. Throws when there is none. */
  named(name: string): MemoryRoom;
  /** A room that exists already, as one of the desk's own channels or one somebody else made. */
  add(
    room: Pick<MemoryRoom, 'channel' | 'name'> & Partial<Pick<MemoryRoom, 'restricted' | 'byDesk'>>,
  ): MemoryRoom;
  /** The next call of the verb fails; with `after` it takes effect first, as when an answer is lost on the way. */
  failNext(verb: FailableRoomVerb, error: DeskError, moment?: 'before' | 'after'): void;
};

/** Longer topics are cut, as on the platforms. */
const longestTopic = 250;

/** Rooms in memory, for quick tests of what the desk does. Messages are those of the chat in memory. */
export function memoryRooms(
  chat: Pick<MemoryChat, 'messages' | 'said'>,
  clock: Pick<Clock, 'now'>,
): MemoryRooms {
  const rooms = new Map<ChannelId, MemoryRoom>();
  const uninvitable: MemoryRooms['uninvitable'] = new Map();
  const failures: { verb: FailableRoomVerb; error: DeskError; moment: 'before' | 'after' }[] = [];

  async function tried<T>(verb: FailableRoomVerb, act: () => T): Promise<T> {
    const index = failures.findIndex((failure) => failure.verb === verb);
    const failure = index === -1 ? undefined : failures.splice(index, 1)[0];
    if (failure?.moment === 'before') throw failure.error;
    const result = act();
    if (failure) throw failure.error;
    return result;
  }

  function found(channel: ChannelId): MemoryRoom {
    const room = rooms.get(channel);
    if (!room || room.state === 'gone') throw new Refused('The channel is not there.', 'channel_not_found');
    return room;
  }

  function open(channel: ChannelId): MemoryRoom {
    const room = found(channel);
    if (room.state === 'archived') throw new Refused('The channel is archived.', 'is_archived');
    return room;
  }

  function placeOf(message: MessageId): ChannelId {
    const said = chat.said.find(({ id }) => id === message)?.post.channel;
    const channel = said ?? chat.messages.get(message)?.place.channel;
    if (!channel) throw new Refused('The message is not there any more.', 'message_not_found');
    return channel;
  }

  function add(room: Parameters<MemoryRooms['add']>[0]): MemoryRoom {
    const made: MemoryRoom = {
      restricted: false,
      byDesk: true,
      madeAt: clock.now(),
      state: 'open',
      members: new Set(),
      topics: [],
      pins: new Set(),
      bookmarks: new Map(),
      page: undefined,
      files: [],
      ...room,
    };
    rooms.set(made.channel, made);
    return made;
  }

  return {
    rooms,
    uninvitable,
    add,
    named(name) {
      const room = [...rooms.values()].find((each) => each.name === name);
      if (!room) throw new Error(`There is no room called ${name}`);
      return room;
    },
    failNext(verb, error, moment = 'before') {
      failures.push({ verb, error, moment });
    },
    create: ({ name, restricted }) =>
      tried('create', () => {
        if ([...rooms.values()].some((room) => room.name === name && room.state !== 'gone')) {
          throw new Refused('A channel of this name exists already.', 'name_taken');
        }
        const { channel } = add({ channel: `memory:room:${rooms.size + 1}`, name, restricted });
        return { channel, name };
      }),
    findMade: ({ name, restricted, since }) =>
      tried('findMade', () => {
        const room = [...rooms.values()].find(
          (each) => each.name === name && each.byDesk && each.madeAt >= since && each.state === 'open',
        );
        if (restricted && room && !room.restricted) {
          room.state = 'archived';
          throw new Refused('The room is public.', 'not_private');
        }
        return room && { channel: room.channel, name };
      }),
    invite: (channel, people) =>
      tried('invite', () => {
        const room = open(channel);
        const refused: NotInvited[] = [];
        for (const person of people) {
          const why = uninvitable.get(person);
          if (why) refused.push({ person, ...why });
          else room.members.add(person);
        }
        return refused;
      }),
    topic: (channel, text) =>
      tried('topic', () => {
        const { topics } = open(channel);
        const shown = text.length <= longestTopic ? text : `${text.slice(0, longestTopic - 1)}…`;
        if (topics.at(-1) !== shown) topics.push(shown);
      }),
    pin: (message) => tried('pin', () => void open(placeOf(message)).pins.add(message)),
    bookmark: (channel, { title, link }) =>
      tried('bookmark', () => void open(channel).bookmarks.set(title, link)),
    page: (channel, page) =>
      tried('page', () => {
        open(channel).page = page;
      }),
    upload: ({ channel, thread }, file) =>
      tried('upload', () => void open(channel).files.push({ ...file, ...(thread && { thread }) })),
    message: (id) => tried('message', () => chat.messages.get(id)),
    link: (channel) => tried('link', () => `https://memory.example.com/${encodeURIComponent(channel)}`),
    archive: (channel) =>
      tried('archive', () => {
        found(channel).state = 'archived';
      }),
    unarchive: (channel) =>
      tried('unarchive', () => {
        found(channel).state = 'open';
      }),
    state: (channel) => tried('state', () => rooms.get(channel)?.state ?? 'gone'),
    members: (channel) => tried('members', () => [...found(channel).members]),
  };
}
