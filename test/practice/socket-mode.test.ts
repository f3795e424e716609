import type { App } from '@slack/bolt';
import { expect, test } from 'vitest';
import { connectSocket, openPractice, until } from './support/desk.ts';

async function socketDesk() {
  const practice = await openPractice({ retryDelaysMs: [0, 100, 2_000] });
  const heard: { text: unknown; retry: unknown }[] = [];
  const listening = (app: App) => {
    app.event('message', async ({ event, context }) => {
      heard.push({ text: 'text' in event ? event.text : '', retry: context.retryNum });
    });
    app.command('/ticket', ({ ack }) => ack('Here you are'));
  };
  const connect = () => connectSocket(practice, listening);
  await connect();
  const say = (text: string) => practice.control.say({ as: 'UANA', channel: 'CSUPPORT', text });
  const openings = () => practice.calls().filter(({ method }) => method === 'apps.connections.open').length;
  return { practice, heard, say, connect, openings };
}

test('events and commands go over the socket', async () => {
  const { practice, heard, say } = await socketDesk();
  say('hello');
  await practice.idle();
  expect(heard).toMatchObject([{ text: 'hello' }]);
  expect(practice.deliveries()).toMatchObject([{ kind: 'event', status: 200 }]);
  await practice.control.command({ as: 'UANA', channel: 'CSUPPORT', text: '/ticket' });
  expect(practice.state().messages.at(-1)).toMatchObject({ text: 'Here you are', ephemeralTo: 'UANA' });
});

test.each(['disconnect', 'drop'] as const)(
  'after a %s the desk comes back and hears what it missed',
  async (how) => {
    const { practice, heard, say, openings } = await socketDesk();
    practice.control.sockets({ how });
    say('while away');
    await until(() => heard.length === 1);
    expect(heard[0]).toMatchObject({ text: 'while away' });
    expect(openings()).toBe(2);
  },
);

test('a command sent into the gap fails in front of the person', async () => {
  const { practice } = await socketDesk();
  practice.control.sockets({ how: 'disconnect' });
  const outcome = await practice.control.command({ as: 'UANA', channel: 'CSUPPORT', text: '/ticket' });
  expect(outcome).toHaveProperty('error');
});

test('with two connections each thing goes to one of them', async () => {
  const { practice, heard, say, connect } = await socketDesk();
  await connect();
  for (let i = 0; i < 10; i += 1) say(`message ${i}`);
  await practice.idle();
  expect(heard.map(({ text }) => text).sort()).toEqual(Array.from({ length: 10 }, (_, i) => `message ${i}`));
});

test('a connection can be refused', async () => {
  const practice = await openPractice();
  practice.control.sockets({ how: 'refuse' });
  const opened = await fetch(`${practice.apiUrl}apps.connections.open`, {
    method: 'POST',
    headers: { authorization: 'Bearer xapp-practice' },
  });
  const { url } = (await opened.json()) as { url: string };
  const { WebSocket } = await import('ws');
  const refused = new Promise((resolve) => new WebSocket(url).on('error', resolve));
  expect(String(await refused)).toContain('503');
});
