import type { Card } from '../../../cards/card.ts';
import type { Log } from '../../../ports.ts';
import type { CallSlack } from '../call-slack.ts';
import type { DeskUser } from '../desk-user.ts';
import type { Directory } from '../directory.ts';
import { type Names, peopleShown } from './names.ts';

/** What every outgoing verb needs. */
export type SlackDesk = {
  readonly call: CallSlack;
  readonly directory: Directory;
  readonly me: () => Promise<DeskUser>;
  readonly log: Log;
};

/**
 * Names of the people a card shows. A name that cannot be had now does not hold up the card: the person is "someone".
 */
export async function namesFor(desk: SlackDesk, blocks: Card['blocks']): Promise<Names> {
  const people = peopleShown(blocks);
  const names = await Promise.all(
    people.map(async (id) => {
      try {
        return [id, (await desk.directory.person(id)).name] as const;
      } catch (error) {
        desk.log.warn('A name could not be looked up', { person: id, reason: kindOf(error) });
        return undefined;
      }
    }),
  );
  return new Map(names.filter((each) => each !== undefined));
}

function kindOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
