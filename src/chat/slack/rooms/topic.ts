import { z } from 'zod';
import { anyAnswer } from '../call-slack.ts';
import { fromDeskId } from '../ids.ts';
import { plainText } from '../inbound/plain-text.ts';
import { slackLimits } from '../limits/table.ts';
import { shortened } from '../outbound/cut.ts';
import { inWords, type RoomDesk } from './room-desk.ts';

const Info = z.object({ channel: z.object({ topic: z.object({ value: z.string() }).nullish() }) });

const words = { restricted_action: 'An administrator has restricted who may change the topic.' };

/** Sets the topic. One that is there already is not set again: each time Slack writes a line into the channel. */
export async function setTopic(desk: RoomDesk, deskId: string, text: string): Promise<void> {
  const channel = fromDeskId(deskId);
  const topic = shortened(text.replace(/\s+/g, ' ').trim(), slackLimits.topic);
  const { channel: there } = await desk.call('conversations.info', { channel }, Info);
  const shown = there.topic?.value ?? '';
  if (shown === topic || plainText(shown, () => undefined) === topic) return;
  await inWords(words, () => desk.call('conversations.setTopic', { channel, topic }, anyAnswer));
}
