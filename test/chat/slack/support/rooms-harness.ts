import type { PracticeFault } from '../../../../src/practice/control.ts';
import type { PracticeOptions } from '../../../../src/practice/practice-options.ts';
import type { RoomsHarness } from '../../../contracts/rooms-harness.ts';
import { aCard, ids, openWorkshop, type Workshop } from './practice-harness.ts';

export type SlackRoomsHarness = RoomsHarness & {
  readonly shop: Workshop;
  /** Plans what goes wrong with a method, once unless told otherwise. */
  fails(method: string, how: Omit<PracticeFault, 'method'>): void;
  /** Names of the methods called, in order. */
  called(): readonly string[];
  argsOf(method: string): readonly Record<string, unknown>[];
};

/** Slack's channels, in the practice workspace. */
export async function openSlackRoomsHarness(
  practiceOptions: Partial<PracticeOptions> = {},
): Promise<SlackRoomsHarness> {
  const shop = await openWorkshop({ practice: practiceOptions });
  const { practice, chat } = shop;
  const bare = (id: string) => id.replace('slack:', '');
  const channelOf = (id: string) => practice.state().channels.find((each) => each.id === bare(id));
  const messagesIn = (id: string) => practice.state().messages.filter((each) => each.channel === bare(id));
  const fails = (method: string, how: Omit<PracticeFault, 'method'>) =>
    practice.control.faults({ add: [{ method, ...how }] });
  return {
    shop,
    rooms: chat.rooms,
    dana: `slack:${ids.dana}`,
    ana: `slack:${ids.ana}`,
    ghost: 'slack:U0GHOST',
    foreign: { channel: 'slack:C0AWAY', name: 'away' },
    now: () => new Date(practice.state().now).toISOString(),
    async says(channel, text) {
      return (await chat.post({ key: text, channel, audience: 'team', card: aCard(text) })).id;
    },
    topicsOf: (channel) =>
      messagesIn(channel).flatMap((each) => {
        const topic = /set the channel topic: (.*)$/.exec(each.text)?.[1];
        return topic === undefined ? [] : [topic];
      }),
    pinsOf: (channel) =>
      messagesIn(channel)
        .filter((each) => each.pinned)
        .map((each) => `slack:${each.channel}:${each.ts}`),
    bookmarksOf: (channel) => channelOf(channel)?.bookmarks ?? [],
    pageOf: (channel) => channelOf(channel)?.canvas?.markdown,
    filesOf: (channel) => {
      const files = messagesIn(channel).flatMap((each) => each.files);
      return Promise.all(
        files.map(async ({ name, url }) => {
          const answer = await fetch(new URL(url, practice.url));
          return { name, text: await answer.text() };
        }),
      );
    },
    isPrivate: (channel) => channelOf(channel)?.kind === 'private',
    deletes: async (channel) =>
      practice.control.channel({ as: ids.ana, channel: bare(channel), change: 'delete' }),
    loseNextMaking: () => fails('conversations.create', { drop: 'after' }),
    close: () => practice.close(),
    fails,
    called: () => practice.calls().map((call) => call.method),
    argsOf: (method) =>
      practice
        .calls()
        .filter((call) => call.method === method)
        .map((call) => call.args),
  };
}
