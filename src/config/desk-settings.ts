import type { ChannelId } from '../domain/chat-event.ts';
import type { DeskSettings, FirstResponseRule, Queue } from '../domain/desk-settings.ts';
import { Misconfigured } from '../domain/errors.ts';
import { second } from '../domain/time.ts';
import type { DeskFile } from './desk-file.ts';

/** Every channel the configuration names, as written. */
export function channelReferences({
  channels,
  queues,
}: Pick<DeskFile, 'channels' | 'queues'>): readonly string[] {
  const ofQueues = queues.flatMap(({ channel }) => channel ?? []);
  return [...new Set([...channels.intake, channels.triage, ...ofQueues])];
}

/**
 * The desk's settings once the platform has told which channel is which. Throws `Misconfigured` naming every channel
 * that was not found.
 */
export function deskSettings(file: DeskFile, found: ReadonlyMap<string, ChannelId>): DeskSettings {
  const missing = channelReferences(file).filter((reference) => !found.has(reference));
  if (missing.length > 0) {
    throw new Misconfigured(
      `The desk cannot find ${missing.join(', ')}. Create the channel, invite the desk's app to it (a private channel ` +
        'is invisible until then), or name another one in desk.yaml under channels.',
    );
  }
  const idOf = (reference: string) => found.get(reference) ?? reference;
  const { automation } = file;
  return {
    name: file.desk.name,
    timezone: file.desk.timezone,
    channels: { intake: file.channels.intake.map(idOf), triage: idOf(file.channels.triage) },
    queues: file.queues.flatMap((queue) => queueRules(queue, idOf)),
    firstResponse: file.sla.flatMap(firstResponseRules),
    automation: {
      draft: automation.draft,
      confidence: automation.confidence,
      agentMessagesOpenTickets: automation.agent_messages_open_tickets,
      quietCloseMs: automation.quiet_close_after,
      reopenWithinMs: automation.reopen_within,
      burstMs: 30 * second,
      showAfterMs: 1.5 * second,
    },
  };
}

/** A list in a condition means any of them: one rule for each combination, in the order written. */
function queueRules(
  { name, when, channel }: DeskFile['queues'][number],
  idOf: (reference: string) => ChannelId,
): Queue[] {
  return (when.category ?? [undefined]).flatMap((category) =>
    (when.severity ?? [undefined]).map((severity) => ({
      name,
      ...(category === undefined && severity === undefined ? {} : { when: { category, severity } }),
      ...(channel === undefined ? {} : { channel: idOf(channel) }),
    })),
  );
}

function firstResponseRules({
  when,
  first_response: withinMs,
}: DeskFile['sla'][number]): FirstResponseRule[] {
  if (withinMs === undefined) return [];
  return (when.plan ?? [undefined]).flatMap((plan) =>
    (when.severity ?? [undefined]).map((severity) => ({ plan, severity, withinMs })),
  );
}
