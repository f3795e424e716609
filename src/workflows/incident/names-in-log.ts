import type { Desk } from '../../desk.ts';
import { DeskError } from '../../domain/errors.ts';
import type { LogEntry } from '../../domain/incident/log/log.ts';
import { peopleInLog } from '../../domain/incident/log/people-in-log.ts';

/** The names of everybody in a log by their ids, for text that the chat platform does not draw. */
export async function namesInLog(
  { chat }: Pick<Desk, 'chat'>,
  log: readonly LogEntry[],
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const person of peopleInLog(log)) {
    try {
      names.set(person, (await chat.person(person)).name);
    } catch (error) {
      // Somebody who is gone is written by id; a page does not wait for them.
      if (!(error instanceof DeskError)) throw error;
    }
  }
  return names;
}
