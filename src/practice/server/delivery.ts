import type { PracticeDelivery, PracticeFault } from '../control.ts';
import type { PracticeClock } from './clock.ts';
import type { DeskStatus } from './desk-status.ts';
import type { Faults } from './faults.ts';
import type { Ack, HttpSender } from './http-sender.ts';
import type { Journal } from './journal.ts';
import type { Envelope, Sockets } from './sockets.ts';

/** One thing to tell the desk. `body` is the payload as Slack would send it. */
export type Outgoing = {
  readonly kind: PracticeDelivery['kind'];
  readonly type: string;
  readonly id: string;
  readonly channel: string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
};

export type Delivery = {
  /** Sends an event and retries it as Slack does; nobody waits for it. */
  tell(outgoing: Outgoing): void;
  /** Sends a command or an interaction once and answers what the desk acknowledged with. */
  ask(outgoing: Outgoing): Promise<Ack>;
  connect(eventsUrl: string): void;
  /** Resolves when no attempt is under way (retries that wait for their time do not count). */
  idle(): Promise<void>;
};

export type DeliveryParts = {
  readonly clock: PracticeClock;
  readonly faults: Faults;
  readonly sockets: Sockets;
  readonly http: HttpSender;
  readonly desk: DeskStatus;
  readonly journal: Journal<PracticeDelivery>;
  readonly ackLimitMs: number;
  readonly retryDelaysMs: readonly number[];
  readonly eventsUrl: string | undefined;
};

export function createDelivery(parts: DeliveryParts): Delivery {
  let eventsUrl = parts.eventsUrl;
  let underWay = 0;
  let waiters: (() => void)[] = [];

  const noticeDesk = (ack: Ack) => {
    const connected = isTaken(ack);
    parts.desk.notice({ connected, detail: connected ? 'The desk answers.' : unanswered(ack) });
  };

  const transmit = (outgoing: Outgoing, retry: Envelope['retry']): Promise<Ack> => {
    if (parts.sockets.count() > 0) {
      return parts.sockets.send(
        { type: envelopeTypes[outgoing.kind], payload: outgoing.body, retry },
        parts.ackLimitMs,
      );
    }
    if (eventsUrl === undefined) return Promise.resolve({ status: 'refused' });
    const headers = retry && {
      'x-slack-retry-num': String(retry.attempt),
      'x-slack-retry-reason': retry.reason,
    };
    const encoded = encode(outgoing);
    return parts.http.post({ url: eventsUrl, ...encoded, headers: headers ?? {}, limitMs: parts.ackLimitMs });
  };

  const attempt = async (outgoing: Outgoing, retry: Envelope['retry']): Promise<Ack> => {
    underWay += 1;
    const startedAt = Date.now();
    const fault = parts.faults.take('deliver', outgoing.channel);
    const ack = await withFault(fault, () => transmit(outgoing, retry));
    const { kind, type, id } = outgoing;
    const ackMs = Date.now() - startedAt;
    parts.journal.add({
      at: parts.clock.now(),
      kind,
      type,
      id,
      attempt: (retry?.attempt ?? 0) + 1,
      status: ack.status,
      ackMs,
    });
    noticeDesk(ack);
    underWay -= 1;
    if (underWay === 0) {
      for (const done of waiters) done();
      waiters = [];
    }
    return ack;
  };

  const tellOnce = async (outgoing: Outgoing, retry: Envelope['retry']): Promise<void> => {
    const ack = await attempt(outgoing, retry);
    const tried = retry?.attempt ?? 0;
    const delay = parts.retryDelaysMs[tried];
    if (isTaken(ack) || ack.noRetry || delay === undefined) return;
    const next = { attempt: tried + 1, reason: retryReason(ack) };
    parts.clock.later(delay, () => void tellOnce(outgoing, next));
  };

  return {
    tell: (outgoing) => void tellOnce(outgoing, undefined),
    ask: (outgoing) => attempt(outgoing, undefined),
    connect(url) {
      eventsUrl = url;
    },
    idle: () => (underWay === 0 ? Promise.resolve() : new Promise((resolve) => waiters.push(resolve))),
  };
}

/** True when the desk acknowledged: Slack takes any 2xx. */
export function isTaken(ack: Ack): boolean {
  return typeof ack.status === 'number' && ack.status >= 200 && ack.status < 300;
}

function unanswered(ack: Ack): string {
  if (ack.status === 'timeout') return 'It did not answer in time.';
  return ack.status === 'refused' ? 'It cannot be reached.' : `It answered with status ${ack.status}.`;
}

const envelopeTypes = { event: 'events_api', command: 'slash_commands', interactive: 'interactive' } as const;

async function withFault(fault: PracticeFault | undefined, send: () => Promise<Ack>): Promise<Ack> {
  if (!fault) return send();
  if (fault.delayMs) await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
  if (fault.drop === 'before' || fault.error) return { status: 'refused' };
  if (fault.status) return { status: fault.status };
  const copies = await Promise.all(Array.from({ length: Math.max(1, fault.duplicate ?? 1) }, send));
  // The desk's answer got lost on the way: it did its work, and Slack will try again.
  if (fault.drop === 'after') return { status: 'refused' };
  return copies[0] ?? { status: 'refused' };
}

function retryReason(ack: Ack): string {
  if (ack.status === 'timeout') return 'http_timeout';
  return ack.status === 'refused' ? 'connection_failed' : 'http_error';
}

function encode(outgoing: Outgoing): { contentType: string; body: string } {
  if (outgoing.kind === 'event')
    return { contentType: 'application/json', body: JSON.stringify(outgoing.body) };
  const form = new URLSearchParams();
  if (outgoing.kind === 'interactive') form.set('payload', JSON.stringify(outgoing.body));
  else for (const [name, value] of Object.entries(outgoing.body)) form.set(name, String(value));
  return { contentType: 'application/x-www-form-urlencoded', body: form.toString() };
}
