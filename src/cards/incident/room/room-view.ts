import type { LogEntry } from '../../../domain/incident/log/log.ts';
import type { Instant } from '../../../domain/time.ts';

/** With what an incident is shown: its log, the time now, and the desk's zone for readers whose own is not known. */
export type RoomView = {
  readonly log: readonly LogEntry[];
  readonly now: Instant;
  readonly timezone: string;
};
