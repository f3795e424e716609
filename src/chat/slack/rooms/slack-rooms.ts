import { Refused } from '../../../domain/errors.ts';
import type { Rooms } from '../../../rooms-port.ts';
import type { InboundContext } from '../inbound/context.ts';
import { threadHistory } from '../outbound/history.ts';
import type { SlackDesk } from '../outbound/slack-desk.ts';

export function openSlackRooms(desk: SlackDesk & { readonly context: () => Promise<InboundContext> }): Rooms {
  const notYet = async () => {
    throw new Refused('The desk has no rooms yet.', 'no_rooms');
  };
  return {
    create: notYet,
    findMade: notYet,
    invite: notYet,
    topic: notYet,
    pin: notYet,
    bookmark: notYet,
    page: notYet,
    upload: notYet,
    message: async (id) => (await threadHistory(desk, id, await desk.context()))[0],
    link: notYet,
    archive: notYet,
    unarchive: notYet,
    state: notYet,
    members: notYet,
  };
}
