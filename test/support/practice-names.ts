import { practiceChannels } from '../../src/practice/content/channels.ts';
import { practicePeople } from '../../src/practice/content/people.ts';
import type { PracticeMessage } from '../../src/practice/control.ts';

export const deskKeys = {
  botToken: 'xoxb-practice',
  signingSecret: 'practice-secret',
  appToken: 'xapp-practice',
};

export type PersonName = 'Dana' | 'Marcus' | 'Mei' | 'Tomasz' | 'Inés' | 'Ana' | 'Omar' | 'Sofie' | 'Grace';
export type ChannelName = 'support' | 'support-triage' | 'incidents' | 'general' | 'billing-triage';
export type Said = { readonly channel: string; readonly ts: string };

export function idOf(person: PersonName): string {
  return practicePeople.find(({ realName }) => realName.startsWith(person))!.id;
}

/** The channels of the practice workspace, and one for the queues that have their own. */
export const journeyChannels = [
  ...practiceChannels,
  { ...practiceChannels[1]!, id: 'C06BILLING', name: 'billing-triage', topic: '' },
];

export function channelId(name: ChannelName): string {
  return journeyChannels.find((channel) => channel.name === name)!.id;
}

/** The key the desk gave its message. */
export function keyOf(message: PracticeMessage): string | undefined {
  const { metadata } = message;
  if (typeof metadata !== 'object' || metadata === null || !('event_payload' in metadata)) return undefined;
  const payload = metadata.event_payload;
  return typeof payload === 'object' && payload !== null && 'key' in payload
    ? String(payload.key)
    : undefined;
}
