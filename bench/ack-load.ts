import { createHmac } from 'node:crypto';
import { Agent, request } from 'node:http';

export const signingSecret = 'bench-secret';
export const botToken = 'xoxb-bench';

export type SignedEvent = { readonly body: string; readonly headers: Readonly<Record<string, string>> };

let count = 0;

/** A message event as Slack sends it, signed now. Every one is another message. */
export function anEvent(message: {
  readonly channel: string;
  readonly user: string;
  readonly text: string;
}): SignedEvent {
  count += 1;
  const seconds = Math.floor(Date.now() / 1000);
  const ts = `${seconds}.${String(count % 1_000_000).padStart(6, '0')}`;
  const event = {
    type: 'message',
    channel_type: 'channel',
    ts,
    event_ts: ts,
    team: 'T0PRACTICE',
    ...message,
  };
  const body = JSON.stringify({
    token: 'bench',
    team_id: 'T0PRACTICE',
    api_app_id: 'A0PRACTICE',
    type: 'event_callback',
    event_id: `Ev${ts}`,
    event_time: seconds,
    event,
  });
  const signature = `v0=${createHmac('sha256', signingSecret).update(`v0:${seconds}:${body}`).digest('hex')}`;
  return {
    body,
    headers: {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
      'x-slack-request-timestamp': String(seconds),
      'x-slack-signature': signature,
    },
  };
}

export type Load = {
  readonly perSecond: number;
  readonly acksMs: readonly number[];
  readonly refused: number;
};

/** Sends all events over so many connections, each with one request at a time. */
export async function sendAll(
  port: number,
  events: readonly SignedEvent[],
  connections: number,
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const acksMs: number[] = [];
  let refused = 0;
  let next = 0;
  const began = performance.now();
  const connection = async () => {
    for (let event = events[next++]; event; event = events[next++]) {
      const start = performance.now();
      const status = await send(agent, port, event);
      acksMs.push(performance.now() - start);
      if (status !== 200) refused += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, connection));
  const perSecond = (events.length / (performance.now() - began)) * 1000;
  agent.destroy();
  return { perSecond, acksMs, refused };
}

function send(agent: Agent, port: number, event: SignedEvent): Promise<number> {
  return new Promise((resolve, reject) => {
    const path = '/slack/events';
    const outgoing = request(
      { host: '127.0.0.1', port, path, method: 'POST', agent, headers: event.headers },
      (answer) => {
        answer.resume().on('end', () => resolve(answer.statusCode ?? 0));
      },
    );
    outgoing.on('error', reject).end(event.body);
  });
}
