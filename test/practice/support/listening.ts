import type { PracticeOptions } from '../../../src/practice/practice-options.ts';
import type { Practice } from '../../../src/practice/practice-server.ts';
import { connectHttp, openPractice } from './desk.ts';

type Event = Record<string, unknown>;
export type Heard = { id: string; type: string; event: Event; retryNum: number | undefined };

/** A practice workspace whose desk only listens. */
export type Listening = {
  practice: Practice;
  heard: Heard[];
  events(type: string, subtype?: string): Event[];
};

export async function listen(given: Partial<PracticeOptions> = {}): Promise<Listening> {
  const practice = await openPractice(given);
  const heard: Heard[] = [];
  await connectHttp(practice, (app) => {
    app.use(async ({ body, context, next }) => {
      const { event_id: id = '', event } = body as { event_id?: string; event?: Event };
      heard.push({ id, type: String(event?.type), event: event ?? {}, retryNum: context.retryNum });
      await next();
    });
  });
  return {
    practice,
    heard,
    events: (type, subtype) =>
      heard.map(({ event }) => event).filter((event) => event.type === type && event.subtype === subtype),
  };
}
