import type { PracticeCall, PracticeDelivery, PracticePerson } from './control.ts';
import type { PracticeOptions } from './practice-options.ts';
import { seedMessages } from './seed-messages.ts';
import { createChanges } from './server/changes.ts';
import { createClock } from './server/clock.ts';
import { createDelivery } from './server/delivery.ts';
import { createDeskStatus } from './server/desk-status.ts';
import { createFaults } from './server/faults.ts';
import { createHttpSender } from './server/http-sender.ts';
import { createIds } from './server/ids.ts';
import { createJournal } from './server/journal.ts';
import { createPace, noPace } from './server/pace.ts';
import { createPassing } from './server/passing.ts';
import { createResponseUrls } from './server/response-urls.ts';
import { newRoom } from './server/room.ts';
import { addRoom } from './server/rooms.ts';
import { createSockets } from './server/sockets.ts';
import { createStamps } from './server/stamps.ts';
import { createTriggers } from './server/triggers.ts';
import type { PracticeApp, Validate, World } from './server/world.ts';
import { standardScopes } from './standard-scopes.ts';

/** Slack's limit for an acknowledgement and its waits before a retry (docs.slack.dev/apis/events-api). */
const slackAckLimitMs = 3_000;
const slackRetryDelaysMs = [0, 60_000, 300_000];

/** Puts the parts of a practice workspace together; `stop` ends its timers and connections. */
export function createWorld(options: PracticeOptions): { world: World; stop: () => void } {
  const clock = createClock(options.now ?? Date.now);
  const ids = createIds();
  const changes = createChanges();
  const desk = createDeskStatus(changes);
  const faults = createFaults();
  const deliveries = createJournal<PracticeDelivery>();
  const bot = botPerson(options);
  const app = appOf(options, bot);
  const http = createHttpSender(options.signingSecret);
  const sockets = createSockets(ids, app.id, (count) => {
    desk.notice({ connected: count > 0, detail: count > 0 ? 'The desk answers.' : 'It left.' });
  });
  const delivery = createDelivery({
    clock,
    faults,
    sockets,
    http,
    desk,
    journal: deliveries,
    ackLimitMs: options.ackLimitMs ?? slackAckLimitMs,
    retryDelaysMs: options.retryDelaysMs ?? slackRetryDelaysMs,
    eventsUrl: options.eventsUrl,
  });
  const passing = createPassing({ clock, changes, delivery });
  const world: World = {
    base: '',
    team: { id: 'T0PRACTICE', name: options.teamName, domain: 'practice' },
    app,
    plan: options.plan ?? 'paid',
    clock,
    passing,
    ids,
    stamps: createStamps(clock.now),
    people: new Map([bot, ...options.people].map((person) => [person.id, person])),
    userGroups: options.userGroups ?? [],
    rooms: new Map(),
    roomNames: new Map(),
    directRooms: new Map(),
    files: new Map(),
    scheduled: new Map(),
    canvases: new Map(),
    viewStacks: new Map(),
    homes: new Map(),
    messageStates: new Map(),
    changes,
    desk,
    faults,
    pace: options.pace === 'slack' ? createPace(clock.now) : noPace,
    triggers: createTriggers(clock.now, ids.secret),
    responseUrls: createResponseUrls(clock.now, ids.secret),
    sockets,
    delivery,
    validate: options.validate ?? takesEverything,
    calls: createJournal<PracticeCall>(),
    deliveries,
  };
  addChannels(world, options);
  seedMessages(world, options.seed ?? []);
  return {
    world,
    stop() {
      passing.stay();
      clock.stop();
      sockets.close();
      http.close();
    },
  };
}

const takesEverything: Validate = { blocks: () => [], view: () => [] };

function botPerson(options: PracticeOptions): PracticePerson {
  const bots = options.people.filter((person) => person.isBot);
  const given = bots.find(({ name, realName }) => [name, realName].includes(options.botName)) ?? bots[0];
  return (
    given ?? {
      id: 'U0DESKBOT0',
      name: options.botName,
      realName: options.botName,
      note: 'the desk',
      role: 'bot',
      color: '#4a154b',
      isBot: true,
      timezone: 'UTC',
    }
  );
}

function appOf(options: PracticeOptions, bot: PracticePerson): PracticeApp {
  const { botToken, appToken, commands, shortcuts } = options;
  const scopes = options.scopes ?? standardScopes;
  return {
    id: 'A0PRACTICE',
    botId: 'B0PRACTICE',
    botUser: bot.id,
    scopes,
    botToken,
    appToken,
    commands,
    shortcuts,
  };
}

function addChannels(world: World, options: PracticeOptions): void {
  const { botUser } = world.app;
  const botIsGiven = options.people.some((person) => person.id === botUser);
  for (const channel of options.channels) {
    const members = botIsGiven ? channel.members : [...channel.members, botUser];
    const { id, name, kind, topic, archived } = channel;
    const creator = members[0] ?? botUser;
    addRoom(
      world,
      newRoom({ id, name, kind, topic, archived, creator, createdAt: world.clock.now(), members }),
    );
  }
}
