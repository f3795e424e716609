import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the practice server told the desk: an event, a command or an interaction, as parsed JSON or form fields. */
export type Told = Readonly<Record<string, unknown>>;

/** A desk that acknowledges everything and remembers what it was told. */
export type PracticeDesk = {
  readonly url: string;
  /** What was told, oldest first. */
  readonly told: Told[];
  /** Answers a request's body; an empty acknowledgement unless replaced. */
  answer: (told: Told) => unknown;
  close(): Promise<void>;
};

export async function startPracticeDesk(): Promise<PracticeDesk> {
  const server = createServer((request, response) => {
    void read(request).then(async (told) => {
      desk.told.push(told);
      const body = await desk.answer(told);
      response.setHeader('content-type', 'application/json');
      response.end(body === undefined ? '' : JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const desk: PracticeDesk = {
    url: `http://127.0.0.1:${port}/slack/events`,
    told: [],
    answer: () => undefined,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return desk;
}

async function read(request: IncomingMessage): Promise<Told> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  if (request.headers['content-type']?.startsWith('application/json')) return JSON.parse(text) as Told;
  const fields = new URLSearchParams(text);
  const payload = fields.get('payload');
  return payload === null ? Object.fromEntries(fields) : (JSON.parse(payload) as Told);
}
