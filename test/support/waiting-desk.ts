import { day } from '../../src/domain/time.ts';
import { eventually } from './eventually.ts';
import { passToHour } from './pass-to.ts';
import type { PracticeDesk } from './practice-desk.ts';
import type { Said } from './practice-names.ts';
import { words } from './shown.ts';

/** Dana asked, Ana answered and asks whether it works, at ten in the morning in UTC. */
export async function answeredByAna(desk: PracticeDesk) {
  passToHour(desk, 10);
  const said = desk.say('Dana', 'Where do I change the sender of order mails?');
  const id = await desk.ticketOf(said);
  const card = await desk.cardOf(id);
  await desk.press('Ana', card, 'Reply');
  await desk.submit('Ana', { 'Public reply': 'Settings → Mail.', 'After sending': 'Ask whether it works' });
  await desk.until(id, ({ replies }) => replies[0]?.delivered.length === 1, 'answered');
  return { said, id, card };
}

/** What Dana reads in her thread that has these words in it. */
export const readBy = (desk: PracticeDesk, thread: Said, part: string) =>
  desk.threadOf(thread).filter((message) => words(message).includes(part));

/** Dana said nothing for two days and is asked whether she still needs us. */
export async function askedAfterSilence(desk: PracticeDesk) {
  const ticket = await answeredByAna(desk);
  desk.pass(2 * day);
  const question = await eventually(
    () => readBy(desk, ticket.said, 'We are still here for you')[0],
    'Dana is asked whether she still needs us',
  );
  await desk.settled();
  return { ...ticket, question };
}

/** Nor after that: the ticket closed, and she was told. */
export async function closedAfterSilence(desk: PracticeDesk) {
  const ticket = await askedAfterSilence(desk);
  desk.pass(day);
  await desk.until(ticket.id, ({ status }) => status === 'closed', 'closed');
  await eventually(() => readBy(desk, ticket.said, 'we are closing')[0], 'Dana is told');
  return ticket;
}
