import type { RoomView } from '../../../cards/incident/room/room-view.ts';
import type { Desk } from '../../../desk.ts';
import type { LogEntry } from '../../../domain/incident/log/log.ts';

/** What the cards of a room are drawn with, now. */
export function roomViewOf(desk: Pick<Desk, 'clock' | 'settings'>, log: readonly LogEntry[]): RoomView {
  return { log, now: desk.clock.now(), timezone: desk.settings.timezone };
}
