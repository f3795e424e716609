import type { DeskFile } from './desk-file.ts';

/** Every channel the desk works in, as the configuration writes it, each once. */
export function channelReferences({
  channels,
  queues,
}: Pick<DeskFile, 'channels' | 'queues'>): readonly string[] {
  return [
    ...new Set([...channels.intake, channels.triage, ...queues.flatMap(({ channel }) => channel ?? [])]),
  ];
}
