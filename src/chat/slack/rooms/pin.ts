import { anyAnswer } from '../call-slack.ts';
import { fromMessageId } from '../ids.ts';
import { fineWhen, inWords, type RoomDesk } from './room-desk.ts';

const words = {
  too_many_pins: 'The channel has as many pinned messages as Slack allows.',
  not_pinnable: 'Slack does not let this message be pinned.',
  permission_denied: 'The desk may not pin messages in this channel.',
  restricted_action: 'An administrator has restricted who may pin messages.',
};

export async function pin(desk: RoomDesk, message: string): Promise<void> {
  const { channel, ts: timestamp } = fromMessageId(message);
  await fineWhen(['already_pinned'], () =>
    inWords(words, () => desk.call('pins.add', { channel, timestamp }, anyAnswer)),
  );
}
