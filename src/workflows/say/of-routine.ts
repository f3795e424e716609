import { morningCard } from '../../cards/team/routine-card.ts';
import { type Desk, isTeam } from '../../desk.ts';
import type { MorningList } from '../../domain/routine/reminders.ts';
import { withoutList } from '../../domain/routine/routine.ts';
import { isLive } from '../../domain/ticket/ticket.ts';
import type { OutboxKind } from '../../scheduler/table.ts';
import type { Claims } from '../../store-port.ts';
import { changeRoutine, loadRoutine } from '../routine.ts';

/** Row `<person>`: the newest list of that person, in their direct conversation, without what has ended meanwhile. */
export function morningList(desk: Desk): OutboxKind {
  const listFor = async (claim: Claims['outbox']) =>
    (await loadRoutine(desk)).routine.lists.find(({ person }) => person === claim.row.ref);

  /** By row, the list as it was said: what was put on it since is told next. */
  const composed = new Map<string, MorningList>();

  const end = async (claim: Claims['outbox']): Promise<void> => {
    const list = composed.get(claim.row.key);
    await changeRoutine(desk, (routine) => (list ? withoutList(routine, list) : routine), {
      outbox: [{ done: claim.row.key, generation: claim.row.generation }],
    });
    composed.delete(claim.row.key);
  };

  return {
    async compose(claim) {
      const list = await listFor(claim);
      // Who left the team since it was made is told nothing of it.
      if (!list || !isTeam(desk.people, list.person)) return { say: 'nothing' };
      const ids = list.entries.map(({ ticket }) => ticket);
      const tickets = (await desk.store.tickets({ ids })).filter(isLive);
      if (tickets.length === 0) return { say: 'nothing' };
      composed.set(claim.row.key, list);
      const card = morningCard(list, tickets, desk.settings);
      const key = `routine/${claim.row.key}@${list.at}`;
      return { say: 'post', post: { audience: 'team', key, channel: claim.row.channel, card } };
    },
    said: end,
    // Who cannot be written to sees the same in the lists of their home page.
    refused: end,
  };
}
