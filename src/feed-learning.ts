import { lessonOf } from './domain/learning.ts';
import { Ticket } from './domain/ticket/ticket.ts';
import type { Experience, Log } from './ports.ts';
import type { StorePort } from './store-port.ts';

/**
 * Keeps what was learned in step with the tickets: everything changed from now on at once, everything older in the
 * background. `ready` resolves when the older tickets are in.
 */
export async function feedLearning(
  store: StorePort,
  experience: Experience,
  log: Log,
): Promise<{ readonly ready: Promise<void>; stop(): void }> {
  const unwatch = store.watch((news) => {
    if (news !== 'inbox' && news.kind === 'ticket') learnFrom(experience, news.id, news.state);
  });
  let stopped = false;
  const ready = learnPast(store, experience, () => stopped).catch((error: unknown) => {
    log.error('nothing was learned from earlier tickets', { error });
  });
  return {
    ready,
    stop() {
      stopped = true;
      unwatch();
    },
  };
}

function learnFrom(experience: Experience, id: string, state: unknown): void {
  const lesson = lessonOf(Ticket.parse(state));
  if (lesson) experience.learn(lesson);
  else experience.forget(id);
}

/** The newest tickets: what was true of older ones may no longer be, and all of it is held in memory. */
const mostTickets = 20_000;

async function learnPast(store: StorePort, experience: Experience, isStopped: () => boolean): Promise<void> {
  for (const { id } of await store.tickets({ order: 'newest', limit: mostTickets })) {
    if (isStopped()) return;
    const stored = await store.load('ticket', id);
    if (stored) learnFrom(experience, id, stored.state);
  }
}
