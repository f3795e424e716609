import type { ChannelId } from './chat-event.ts';
import type { IncidentSettings } from './incident/settings.ts';
import type { QuietHours } from './notice/quiet-hours.ts';
import type { PolicyBook } from './sla/policy-book.ts';
import type { QueueRule } from './triage.ts';

export type Queue = QueueRule & {
  /** The queue's own triage channel; without it the desk's. */
  readonly channel?: ChannelId | undefined;
};

/** How this desk is run, with every channel already found. */
export type DeskSettings = {
  readonly name: string;
  /** IANA zone in which the team reads times. */
  readonly timezone: string;
  readonly channels: { readonly intake: readonly ChannelId[]; readonly triage: ChannelId };
  readonly queues: readonly Queue[];
  /** What is promised to whom, in all its editions. */
  readonly policies: PolicyBook;
  /** When the team's channels, those who lead, and whoever chose nothing else hear of P1 alone. */
  readonly notices: { readonly quietHours: QuietHours | 'off' };
  readonly incidents: IncidentSettings;
  /** What the team is reminded of in the morning. */
  readonly routine: {
    /** An escalated ticket that nobody touched for so long is listed. */
    readonly staleEscalationMs: number;
    /** A ticket on hold without a date is listed after so long. */
    readonly holdReminderMs: number;
  };
  readonly automation: {
    readonly draft: boolean;
    /** Below this confidence a draft is marked for a closer look. */
    readonly confidence: number;
    /** `earned`: topics whose drafts did well may be offered to a manager to be answered alone. */
    readonly autoSend: 'never' | 'earned';
    /** Drafts about a topic that people sent unchanged before it is offered. */
    readonly autoSendAfter: number;
    /** A draft that leaves by itself waits so long for somebody to stop it. */
    readonly autoSendDelayMs: number;
    readonly agentMessagesOpenTickets: boolean;
    /** Silence after a solution or a question, before the ticket closes by itself. */
    readonly quietCloseMs: number;
    /** A later message within this time reopens; after it, it opens a linked follow-up. */
    readonly reopenWithinMs: number;
    /** Several messages of one person within this time are one ticket. */
    readonly burstMs: number;
    /** A card appears after this time at the latest, drafted or not. */
    readonly showAfterMs: number;
  };
};

/** The team's channel for a queue. */
export function channelOfQueue(settings: DeskSettings, queue: string | undefined): ChannelId {
  return settings.queues.find((known) => known.name === queue)?.channel ?? settings.channels.triage;
}

/** The queues' names in the order of the settings, each once. */
export function queueNames(settings: DeskSettings): readonly string[] {
  return [...new Set(settings.queues.map((queue) => queue.name))];
}
