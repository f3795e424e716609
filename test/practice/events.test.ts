import { describe, expect, test } from 'vitest';
import { connectHttp, openPractice, until } from './support/desk.ts';

type Heard = { type: string; event_id: string; event: Record<string, unknown> };

async function listening(given = {}) {
  const practice = await openPractice(given);
  const heard: Heard[] = [];
  await connectHttp(practice, (app) => {
    app.use(async ({ body, next }) => {
      heard.push(body as Heard);
      await next();
    });
  });
  return { practice, heard, events: (type: string) => heard.filter(({ event }) => event.type === type) };
}

describe('what people do reaches the desk', () => {
  test('a message arrives once, signed so that the real receiver takes it', async () => {
    const { practice, heard } = await listening();
    const { ts } = practice.control.say({ as: 'UANA', channel: 'CSUPPORT', text: 'The checkout fails' });
    await until(() => heard.length === 1);
    expect(heard[0]?.event).toMatchObject({
      type: 'message',
      user: 'UANA',
      channel: 'CSUPPORT',
      channel_type: 'channel',
      text: 'The checkout fails',
      ts,
    });
    await practice.idle();
    expect(practice.deliveries()).toMatchObject([{ kind: 'event', type: 'message', attempt: 1, status: 200 }]);
  });
});
