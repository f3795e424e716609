import { lessonOf } from './domain/learning.ts';
import { Ticket } from './domain/ticket/ticket.ts';
import type { TakesTicket } from './past-tickets.ts';
import type { Experience } from './ports.ts';
import type { StorePort } from './store-port.ts';

/** Keeps what was learned in step with the tickets from now on. `take` is for those of earlier runs. */
export function feedLearning(
  store: StorePort,
  experience: Experience,
): { readonly take: TakesTicket; stop(): void } {
  const take: TakesTicket = (ticket) => {
    const lesson = lessonOf(ticket);
    if (lesson) experience.learn(lesson);
    else experience.forget(ticket.id);
  };
  const stop = store.watch((news) => {
    if (news !== 'inbox' && news.kind === 'ticket') take(Ticket.parse(news.state));
  });
  return { take, stop };
}
