import type { Server } from 'node:http';
import type { Clock } from '../ports.ts';
import type {
  PracticeCall,
  PracticeDelivery,
  PracticeMessage,
  PracticeState,
  PracticeView,
} from './control.ts';
import { createWorld } from './create-world.ts';
import { practiceClockPort, practiceMonotonicMs } from './practice-clock-port.ts';
import { bindActs, type PracticeControl } from './practice-control.ts';
import type { PracticeOptions } from './practice-options.ts';
import { createPracticeServer } from './server/http-server.ts';
import { isLoopback } from './server/loopback.ts';
import { practiceMessage } from './server/message-shapes.ts';
import type { TimedDesk } from './server/passing.ts';
import { practiceState } from './server/state.ts';
import { practiceView } from './server/view-stack.ts';

/** A running practice workspace. */
export type Practice = {
  /** Address of the page. */
  readonly url: string;
  /** Base address of the Web API for `slackApiUrl`, ending in `/api/`. */
  readonly apiUrl: string;
  readonly port: number;
  readonly bot: { readonly userId: string; readonly botId: string; readonly appId: string };
  readonly control: PracticeControl;
  state(): PracticeState;
  /** One message as it stands, without drawing the whole workspace. */
  message(channel: string, ts: string): PracticeMessage | undefined;
  /** The topmost form this person has before them. */
  viewOf(person: string): PracticeView | undefined;
  calls(): PracticeCall[];
  deliveries(): PracticeDelivery[];
  /** Sets or replaces where events, commands and interactions are posted; loopback only. */
  connect(eventsUrl: string): void;
  /** The practice time for a desk that lives in it. */
  readonly clock: Clock;
  /** Milliseconds of a clock that moves with the practice time and is never set. */
  monotonicMs(): number;
  /** Where time is let pass, it stops at what is due here and waits for it. */
  follow(desk: TimedDesk): void;
  /** Resolves when no time is being let pass. */
  passed(): Promise<void>;
  /** Moves the practice clock forward in one jump and answers its new time in ms. */
  advance(ms: number): number;
  /** Resolves when no delivery is under way; retries that wait for their time do not count. */
  idle(): Promise<void>;
  close(): Promise<void>;
};

/** Starts the practice workspace on 127.0.0.1 and resolves once it listens. */
export async function startPractice(options: PracticeOptions): Promise<Practice> {
  refuseFarAddress(options.eventsUrl);
  const { world, stop } = createWorld(options);
  const server = createPracticeServer(world, options.pageFolder);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const port = portOf(server);
  world.base = `http://127.0.0.1:${port}`;
  return {
    url: `${world.base}/`,
    apiUrl: `${world.base}/api/`,
    port,
    bot: { userId: world.app.botUser, botId: world.app.botId, appId: world.app.id },
    control: bindActs(world),
    state: () => practiceState(world),
    message(channel, ts) {
      const message = world.rooms.get(channel)?.byTs.get(ts);
      return message && practiceMessage(message);
    },
    viewOf(person) {
      const view = world.viewStacks.get(person)?.at(-1);
      return view && practiceView(world, view);
    },
    calls: () => world.calls.all(),
    deliveries: () => world.deliveries.all(),
    connect(eventsUrl) {
      refuseFarAddress(eventsUrl);
      world.delivery.connect(eventsUrl);
    },
    clock: practiceClockPort(world.clock),
    monotonicMs: practiceMonotonicMs(world.clock),
    follow: (desk) => world.passing.follow(desk),
    passed: () => world.passing.passed(),
    advance: (ms) => world.passing.jump(ms),
    idle: () => world.delivery.idle(),
    async close() {
      stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function portOf(server: Server): number {
  const address = server.address();
  // Only a server on a pipe has no port.
  if (address === null || typeof address === 'string') throw new Error('The practice server has no port.');
  return address.port;
}

function refuseFarAddress(eventsUrl: string | undefined): void {
  if (eventsUrl !== undefined && !isLoopback(eventsUrl)) {
    throw new Error(`The practice server only talks to this machine, not to ${eventsUrl}.`);
  }
}
