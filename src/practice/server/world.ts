import type {
  PracticeCall,
  PracticeCommand,
  PracticeDelivery,
  PracticePerson,
  PracticeShortcut,
} from '../control.ts';
import type { Changes } from './changes.ts';
import type { PracticeClock } from './clock.ts';
import type { Delivery } from './delivery.ts';
import type { DeskStatus } from './desk-status.ts';
import type { Faults } from './faults.ts';
import type { Ids } from './ids.ts';
import type { Journal } from './journal.ts';
import type { Message, StoredFile } from './message.ts';
import type { Pace } from './pace.ts';
import type { Passing } from './passing.ts';
import type { ResponseUrls } from './response-urls.ts';
import type { Room } from './room.ts';
import type { Sockets } from './sockets.ts';
import type { Stamps } from './stamps.ts';
import type { Triggers } from './triggers.ts';
import type { OpenView } from './view-stack.ts';

/** Problems of what would be shown; an empty list means Slack takes it. */
export type Validate = {
  blocks(blocks: readonly unknown[], surface: 'message' | 'modal' | 'home'): string[];
  view(view: unknown): string[];
};

/** The app as the workspace knows it: who its bot is and what it may do. */
export type PracticeApp = {
  readonly id: string;
  readonly botId: string;
  readonly botUser: string;
  readonly scopes: readonly string[];
  readonly botToken: string;
  readonly appToken: string;
  readonly commands: readonly PracticeCommand[];
  readonly shortcuts: readonly PracticeShortcut[];
};

export type ScheduledMessage = {
  id: string;
  channel: string;
  postAt: number;
  text: string;
  args: Record<string, unknown>;
};
export type UserGroup = {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  readonly users: readonly string[];
};
export type Canvas = { id: string; title: string; markdown: string; channel: string | undefined };

/** The whole practice workspace: what is in it, and the machinery around it. In memory only. */
export type World = {
  /** Base address without a path, e.g. `http://127.0.0.1:4000`; set once the server listens. */
  base: string;
  readonly team: { readonly id: string; readonly name: string; readonly domain: string };
  readonly app: PracticeApp;
  /** What the workspace pays for: canvases in channels are not in the free plan. */
  readonly plan: 'free' | 'paid';
  readonly clock: PracticeClock;
  readonly passing: Passing;
  readonly ids: Ids;
  readonly stamps: Stamps;
  readonly people: Map<string, PracticePerson>;
  readonly userGroups: readonly UserGroup[];
  readonly rooms: Map<string, Room>;
  /** Room id by name, for every channel that ever took the name. */
  readonly roomNames: Map<string, string>;
  /** Direct conversation with the bot by person id. */
  readonly directRooms: Map<string, string>;
  readonly files: Map<string, StoredFile>;
  readonly scheduled: Map<string, ScheduledMessage>;
  readonly canvases: Map<string, Canvas>;
  /** Open modals per person, the top one last. */
  readonly viewStacks: Map<string, OpenView[]>;
  /** App Home per person. */
  readonly homes: Map<string, OpenView>;
  /** What a person has chosen in the controls of a message, by `person message`. */
  readonly messageStates: Map<string, Record<string, Record<string, unknown>>>;
  readonly changes: Changes;
  readonly desk: DeskStatus;
  readonly faults: Faults;
  readonly pace: Pace;
  readonly triggers: Triggers;
  readonly responseUrls: ResponseUrls;
  readonly sockets: Sockets;
  readonly delivery: Delivery;
  readonly validate: Validate;
  readonly calls: Journal<PracticeCall>;
  readonly deliveries: Journal<PracticeDelivery>;
};

/** A message by room and timestamp, private ones included. */
export function findMessage(world: World, channel: string, ts: string): Message | undefined {
  const room = world.rooms.get(channel);
  return room?.byTs.get(ts) ?? room?.ephemerals.get(ts);
}
