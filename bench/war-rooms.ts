import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadPersonas } from '../src/agents/load-personas.ts';
import { openSlackChat } from '../src/chat/slack/slack-chat.ts';
import { readConfig } from '../src/config.ts';
import type { IncidentAsked } from '../src/domain/incident/decision.ts';
import type { Incident } from '../src/domain/incident/incident.ts';
import { acceptRole, offerRole } from '../src/domain/incident/roles/roles.ts';
import { approveUpdate, draftUpdate, updateAtWork } from '../src/domain/incident/updates/updating.ts';
import { applyEvents } from '../src/domain/ticket/apply.ts';
import type { TicketEvent } from '../src/domain/ticket/event.ts';
import { type Instant, laterBy, millisecondsBetween, minute, second } from '../src/domain/time.ts';
import { createOfflineEngine } from '../src/engines/offline/offline-engine.ts';
import { createExperience } from '../src/learning/experience.ts';
import { createLog } from '../src/log.ts';
import type { PracticeChannel, PracticePerson } from '../src/practice/control.ts';
import { type Practice, startPractice } from '../src/practice/practice-server.ts';
import { projectRoot } from '../src/project-root.ts';
import { type RunningDesk, runDesk } from '../src/run-desk.ts';
import { createSearch } from '../src/search/desk-search.ts';
import { openLowdbStore } from '../src/stores/lowdb/lowdb-store.ts';
import { summaryOf } from '../src/workflows/change-ticket.ts';
import { changeIncident, loadIncident } from '../src/workflows/incident/change-incident.ts';
import { openWarRoom } from '../src/workflows/incident/tickets/open-war-room.ts';
import type { MovableClock } from '../test/support/movable-clock.ts';
import { stillClock } from '../test/support/still-clock.ts';
import { botToken, signingSecret } from './ack-load.ts';
import { quantile } from './store-figures.ts';

/**
 * Many incidents at once, each with many customers: the whole desk through the practice server, which refuses what Slack's
 * documented limits refuse, on a clock of its own. Every customer has a channel of their own. Two rounds: every first update
 * is approved in the same minute, five minutes after declaring; every next one when it was prepared, ten minutes before it
 * is due. Goal: each stands in its thread within the minute it was due in, or before.
 */
const incidents = Number(process.argv[2] ?? 50);
const each = Number(process.argv[3] ?? 40);
const stepMs = 250;
const commander = 'slack:UANA';
const liaison = 'slack:UBEN';

const start = '2026-11-20T10:00:00.000Z';
const clock: MovableClock = stillClock(start);
const folder = mkdtempSync(join(tmpdir(), 'muster-bench-war-rooms-'));
async function measure(running: RunningDesk): Promise<void> {
  line(`${incidents} incidents with ${each} customers each`);
  for (let index = 0; index < incidents; index += 1) {
    const [first = '', ...others] = Array.from({ length: each }, (_, at) => `T-${index * each + at + 1}`);
    const asked = { by: commander, role: 'agent', at: clock.now() } as const;
    const wanted = {
      ticket: first,
      from: 'command',
      severity: 'P1',
      visibility: 'open',
      tickets: others,
    } as const;
    const opened = await openWarRoom(running.desk, wanted, asked);
    if (opened.outcome !== 'declared') throw new Error(`${first}: ${opened.outcome}`);
  }
  await pass(running, 5 * second);
  for (const id of ids()) await lead(running, id);
  await pass(running, 5 * minute);
  const rooms = await Promise.all(ids().map((id) => standing(running, id)));
  const ready = rooms.flatMap(({ room, declared }) =>
    room.readyAt ? [millisecondsBetween(declared.at, room.readyAt)] : [],
  );
  line(
    `rooms there: ${ready.length} of ${incidents}; after ${seconds(quantile(ready, 0.5))} (median), ${seconds(Math.max(...ready))} (last)`,
  );

  const firstDue = new Map(rooms.map(({ id, cadence }) => [id, cadence?.dueAt ?? start]));
  const firstApproved = new Map(ids().map((id) => [id, clock.now()]));
  for (const id of ids()) await tell(running, id, 'We see that paying fails and look for the cause.');
  await pass(running, 12 * minute);
  await report(running, {
    round: 'first updates, all approved at once',
    approved: firstApproved,
    due: firstDue,
  });

  const nextDue = new Map<string, Instant>();
  const nextApproved = new Map<string, Instant>();
  for (let passed = 0; passed < 45 * minute && nextDue.size < incidents; passed += minute) {
    for (const id of ids()) {
      const { cadence } = await standing(running, id);
      if (nextDue.has(id) || !cadence || laterBy(cadence.dueAt, -10 * minute) > clock.now()) continue;
      nextDue.set(id, cadence.dueAt);
      nextApproved.set(id, clock.now());
      await tell(running, id, 'We found the cause: a database is full. It is being emptied.');
    }
    await pass(running, minute);
  }
  await pass(running, 11 * minute);
  await report(running, {
    round: 'next updates, each approved when prepared',
    approved: nextApproved,
    due: nextDue,
  });
  line(
    `calls refused by the limits: ${limitedCalls()}; wall time ${Math.round((Date.now() - startedMs) / second)} s`,
  );
}

const ids = () => Array.from({ length: incidents }, (_, index) => `INC-${index + 1}`);

async function standing(running: RunningDesk, id: string): Promise<Incident> {
  const incident = await loadIncident(running.desk, id);
  if (!incident) throw new Error(`${id} is not there.`);
  return incident;
}

const asks = (by: string): IncidentAsked => ({ by, role: 'agent', at: clock.now(), source: 'button' });

async function lead(running: RunningDesk, id: string): Promise<void> {
  for (const [role, person] of [
    ['commander', commander],
    ['liaison', liaison],
  ] as const) {
    await changeIncident(running.desk, id, (incident) =>
      offerRole(incident, { role, candidates: [person] }, asks('desk')),
    );
    await changeIncident(running.desk, id, (incident) => acceptRole(incident, role, asks(person)));
  }
}

/** The liaison writes it, the commander lets it go. */
async function tell(running: RunningDesk, id: string, status: string): Promise<void> {
  const fields = {
    status,
    next: 'We look again in a few minutes.',
    blockers: '',
    workaround: '',
    expect: '',
    contact: '',
  };
  await changeIncident(running.desk, id, (incident) =>
    draftUpdate(
      incident,
      { kind: 'update', fields, promises: laterBy(clock.now(), 30 * minute) },
      asks(liaison),
    ),
  );
  const changed = await changeIncident(running.desk, id, (incident) =>
    approveUpdate(incident, updateAtWork(incident)?.update ?? '', asks(commander)),
  );
  if (changed.outcome !== 'changed') throw new Error(`${id}: ${changed.outcome}`);
}

async function pass(running: RunningDesk, milliseconds: number): Promise<void> {
  for (let left = milliseconds; left > 0; left -= stepMs) {
    await running.scheduler.idle();
    clock.advance(Math.min(stepMs, left));
  }
  await running.scheduler.idle();
}

async function report(
  running: RunningDesk,
  {
    round,
    approved,
    due,
  }: {
    readonly round: string;
    readonly approved: ReadonlyMap<string, Instant>;
    readonly due: ReadonlyMap<string, Instant>;
  },
): Promise<void> {
  const all = await Promise.all(ids().map((id) => standing(running, id)));
  const told = all.flatMap(({ id, tickets }) =>
    tickets.flatMap(({ told: last }) => {
      const from = approved.get(id) ?? start;
      return last && last.at >= from ? [{ id, at: last.at, tookMs: millisecondsBetween(from, last.at) }] : [];
    }),
  );
  const inTime = told.filter(({ id, at }) => at <= laterBy(due.get(id) ?? start, minute)).length;
  const tookMs = told.map((one) => one.tookMs);
  const first = Math.min(...[...approved.values()].map(Date.parse));
  const last = Math.max(...told.map(({ at }) => Date.parse(at)));
  const posts = practice
    .calls()
    .filter(({ method, ok, at }) => method === 'chat.postMessage' && ok && at >= first && at <= last);
  line(round);
  line(`  delivered: ${told.length} of ${incidents * each}, in their minute or before: ${inTime}`);
  line(
    `  after ${seconds(quantile(tookMs, 0.5))} (median), ${seconds(quantile(tookMs, 0.99))} (99 in 100), ${seconds(Math.max(...tookMs))} (last)`,
  );
  line(
    `  all messages of the desk from the first to the last: ${Math.round(posts.length / Math.max((last - first) / minute, 1))} a minute`,
  );
}

/** How many calls of which method were refused, most first. */
function limitedCalls(): string {
  const counts = new Map<string, number>();
  for (const { method, status } of practice.calls())
    if (status === 429) counts.set(method, (counts.get(method) ?? 0) + 1);
  const sorted = [...counts].sort(([, one], [, other]) => other - one);
  return sorted.map(([method, count]) => `${method} ${count}`).join(', ') || 'none';
}

const seconds = (milliseconds: number) => `${Math.round(milliseconds / second)} s`;
const line = (text: string) => process.stdout.write(`${text}\n`);

async function openWorkspace(): Promise<Practice> {
  const looks = { note: '', color: '#336699', timezone: 'UTC', isBot: false };
  const person = (id: string, role: PracticePerson['role'], name: string): PracticePerson => ({
    ...looks,
    id,
    role,
    name: name.toLowerCase(),
    realName: name,
    email: `${name.toLowerCase()}@bench.test`,
  });
  const customers = Array.from({ length: incidents * each }, (_, index) =>
    person(`UC${index + 1}`, 'customer', `Customer${index + 1}`),
  );
  const team = [person('UANA', 'agent', 'Ana'), person('UBEN', 'agent', 'Ben')];
  const bot = { ...person('U0MUSTER', 'bot', 'Muster'), isBot: true };
  const channel = (id: string, name: string, members: readonly PracticePerson[]): PracticeChannel => ({
    id,
    name,
    kind: 'channel',
    topic: '',
    archived: false,
    members: [...members, bot].map((each_) => each_.id),
  });
  return startPractice({
    people: [...customers, ...team, bot],
    channels: [
      channel('C01SUPPORT', 'support', team),
      channel('C02TRIAGE', 'support-triage', team),
      channel('C03INCIDENTS', 'incidents', team),
      ...customers.map((one, index) => channel(`CC${index + 1}`, `customer-${index + 1}`, [one])),
    ],
    teamName: 'Bench',
    botName: 'Muster',
    botToken,
    signingSecret,
    appToken: 'xapp-bench',
    now: clock.nowMs,
    pace: 'slack',
    commands: [],
    shortcuts: [],
  });
}

/** Customers' tickets as a desk has them that has sorted and shown them. */
async function writeTickets(): Promise<void> {
  const store = await openLowdbStore({ folder });
  for (let number = 1; number <= incidents * each; number += 1) {
    const requester = `slack:UC${number}`;
    const at = start;
    const text = `Paying in our shop ${number} fails with error 502.`;
    const { ts } = practice.control.say({ as: `UC${number}`, channel: `CC${number}`, text });
    const thread = `slack:CC${number}:${ts}`;
    const events: TicketEvent[] = [
      {
        type: 'opened',
        at,
        by: requester,
        id: `T-${number}`,
        door: 'channel',
        requester,
        subject: text,
        conversation: { channel: `slack:CC${number}`, kind: 'channel', thread },
        messages: [
          { id: thread, thread, author: requester, text, files: [], at, from: 'requester', edits: [] },
        ],
      },
      { type: 'requester_identified', at, by: 'desk', name: `Customer${number}`, timezone: 'Europe/Berlin' },
      {
        type: 'card_posted',
        at,
        by: 'desk',
        channel: 'slack:C02TRIAGE',
        id: `slack:C02TRIAGE:${1_700_000_000 + number}.000100`,
      },
    ];
    const ticket = applyEvents(undefined, events);
    await store.commit({
      kind: 'ticket',
      id: ticket.id,
      expectedVersion: 0,
      events,
      state: ticket,
      at,
      summary: summaryOf(ticket),
    });
  }
  await store.close();
}

const settings = `
channels: { incidents: "#incidents" }
people:
  agents: [ana@bench.test, ben@bench.test]
  commanders: [ana@bench.test]
  liaisons: [ben@bench.test]
notices: { quiet_hours: off }
automation: { draft: false }
`;

async function openDesk(): Promise<RunningDesk> {
  const log = createLog({ level: 'error', to: 'stderr' });
  const store = await openLowdbStore({ folder, log, clock: () => new Date(clock.nowMs()) });
  const chat = openSlackChat({
    botToken,
    signingSecret,
    apiUrl: practice.apiUrl,
    host: '127.0.0.1',
    port: 0,
    log,
    clock,
  });
  const config = readConfig({ MUSTER_CONFIG: 'desk.yaml' }, () => settings);
  const running = await runDesk(
    {
      chat,
      rooms: chat.rooms,
      store,
      engine: createOfflineEngine(),
      search: createSearch(),
      experience: createExperience(),
      clock,
      log,
    },
    { config, personas: await loadPersonas(join(projectRoot(), 'personas')), monotonicMs: clock.nowMs },
  );
  await Promise.all([running.searchReady, running.learned]);
  practice.connect(`http://127.0.0.1:${chat.address()?.port}/slack/events`);
  return running;
}

const startedMs = Date.now();
const practice = await openWorkspace();
try {
  await writeTickets();
  const running = await openDesk();
  await measure(running);
  await running.stop(0);
} finally {
  await practice.close();
  rmSync(folder, { recursive: true, force: true });
}
