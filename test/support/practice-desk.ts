import { readFileSync, rmSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadPersonas } from '../../src/agents/load-personas.ts';
import { blockProblems, viewProblems } from '../../src/chat/slack/limits.ts';
import { openSlackChat } from '../../src/chat/slack/slack-chat.ts';
import { readConfig } from '../../src/config.ts';
import type { Ticket } from '../../src/domain/ticket/ticket.ts';
import { instant } from '../../src/domain/time.ts';
import { createOfflineEngine } from '../../src/engines/offline/offline-engine.ts';
import { createLog } from '../../src/log.ts';
import type { Engine } from '../../src/ports.ts';
import { practiceChannels } from '../../src/practice/content/channels.ts';
import { practiceContentFolder } from '../../src/practice/content/content-folder.ts';
import { practicePeople } from '../../src/practice/content/people.ts';
import type { PracticeMessage, PracticeView } from '../../src/practice/control.ts';
import { fillDesk } from '../../src/practice/fill-desk.ts';
import { type Practice, startPractice } from '../../src/practice/practice-server.ts';
import { signatureHeaders } from '../../src/practice/server/sign.ts';
import { projectRoot } from '../../src/project-root.ts';
import { type RunningDesk, runDesk } from '../../src/run-desk.ts';
import { createSearch } from '../../src/search/desk-search.ts';
import { openLowdbStore } from '../../src/stores/lowdb/lowdb-store.ts';
import { loadTicket } from '../../src/workflows/change-ticket.ts';
import { eventually } from './eventually.ts';
import { movableClock } from './movable-clock.ts';
import {
  buttonsOf,
  type Control,
  controlsIn,
  fieldsOf,
  labelOf,
  optionsOf,
  type Shape,
  words,
} from './shown.ts';

export const deskKeys = {
  botToken: 'xoxb-practice',
  signingSecret: 'practice-secret',
  appToken: 'xapp-practice',
};

export type PersonName = 'Dana' | 'Marcus' | 'Mei' | 'Tomasz' | 'Inés' | 'Ana' | 'Omar' | 'Sofie' | 'Grace';
type ChannelName = 'support' | 'support-triage' | 'incidents' | 'general' | 'billing-triage';
export type Said = { readonly channel: string; readonly ts: string };

export function idOf(person: PersonName): string {
  return practicePeople.find(({ realName }) => realName.startsWith(person))!.id;
}

/** The channels of the practice workspace, and one for the queues that have their own. */
export const journeyChannels = [
  ...practiceChannels,
  { ...practiceChannels[1]!, id: 'C06BILLING', name: 'billing-triage', topic: '' },
];

export function channelId(name: ChannelName): string {
  return journeyChannels.find((channel) => channel.name === name)!.id;
}

export type DeskPlan = {
  /** Lines of desk.yaml instead of those of the practice workspace. */
  readonly settings?: (practice: string) => string;
  readonly engine?: Engine;
  /** Articles, accounts and past tickets; `nothing` starts with an empty desk. */
  readonly filled?: 'content' | 'nothing';
  /** Texts Dana wrote in #support before the desk was there, in Slack's own markup. */
  readonly written?: readonly string[];
};

/** The practice workspace with the whole desk in it: real Bolt over signed HTTP, the lowdb store, no pace. */
export type PracticeDesk = Awaited<ReturnType<typeof openPracticeDesk>>;

export async function openPracticeDesk(plan: DeskPlan = {}) {
  const clock = movableClock();
  const practice = await startPractice({
    ...deskKeys,
    people: practicePeople,
    channels: journeyChannels,
    teamName: 'Larder',
    botName: 'Muster',
    now: clock.nowMs,
    retryDelaysMs: [20, 50, 100],
    validate: { blocks: blockProblems, view: viewProblems },
    seed: (plan.written ?? []).map((text, index) => ({
      channel: channelId('support'),
      user: idOf('Dana'),
      text,
      at: instant(clock.nowMs() - 1000 + index),
    })),
    commands: [{ command: '/ticket', description: 'Tickets', usageHint: '' }],
    shortcuts: [
      { callbackId: 'create_ticket', name: 'Create ticket', type: 'message' },
      { callbackId: 'new_ticket', name: 'New ticket', type: 'global' },
    ],
  });
  const folder = await mkdtemp(join(tmpdir(), 'muster-journey-'));
  if (plan.filled !== 'nothing') await cp(await filledFolder(), folder, { recursive: true });
  const lines: string[] = [];
  const log = createLog({ level: 'warn', to: { write: (line) => void lines.push(line) } });
  const store = await openLowdbStore({ folder, log });
  const chat = openSlackChat({
    ...deskKeys,
    appToken: undefined,
    apiUrl: practice.apiUrl,
    host: '127.0.0.1',
    port: 0,
    log,
    clock,
    timeouts: { callMs: 1000 },
  });
  const engine = plan.engine ?? createOfflineEngine();
  const ports = { chat, store, engine, search: createSearch(), clock, log };
  const personas = await loadPersonas(join(projectRoot(), 'personas'));
  const config = readConfig({ MUSTER_CONFIG: 'desk.yaml' }, () => settingsText(plan));
  const running = await runDesk(ports, { config, personas, pace: 'none' });
  await running.searchReady;
  const eventsUrl = `http://127.0.0.1:${chat.address()?.port}/slack/events`;
  practice.connect(eventsUrl);
  return {
    practice,
    running,
    store,
    lines,
    ...peopleActing(practice),
    ...lookingAt(practice, running),
    /** Gives the desk an event as Slack itself would, whatever the practice workspace knows of it. Answers the status. */
    async deliver(event: Readonly<Record<string, unknown>>): Promise<number> {
      const envelope = { type: 'event_callback', team_id: 'T0PRACTICE', api_app_id: 'A0PRACTICE' };
      const body = JSON.stringify({ ...envelope, event_id: `Ev${event.ts}`, event });
      const signed = signatureHeaders(deskKeys.signingSecret, body, Math.floor(Date.now() / 1000));
      const headers = { 'content-type': 'application/json', ...signed };
      return (await fetch(eventsUrl, { method: 'POST', headers, body })).status;
    },
    /** Moves time forward for the desk and for Slack. */
    pass(milliseconds: number) {
      clock.advance(milliseconds);
    },
    /** Everything delivered is handled, everything due is done, everything owed is said. */
    async settled() {
      await practice.idle();
      await running.scheduler.idle();
      await practice.idle();
      await running.scheduler.idle();
    },
    async close() {
      await running.stop();
      await practice.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

let filled: Promise<string> | undefined;

/** A data folder with the practice content, made once for the tests of a file and copied for each. */
function filledFolder(): Promise<string> {
  filled ??= (async () => {
    const folder = await mkdtemp(join(tmpdir(), 'muster-filled-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    const store = await openLowdbStore({ folder, log: createLog({ level: 'error', to: 'stderr' }) });
    const now = instant(Date.now());
    await fillDesk(store, { now, channel: 'slack:C01SUPPORT', personId: (id) => `slack:${id}` });
    await store.close();
    return folder;
  })();
  return filled;
}

function settingsText(plan: DeskPlan): string {
  const practice = readFileSync(join(practiceContentFolder(), 'desk.yaml'), 'utf8');
  return plan.settings ? plan.settings(practice) : practice;
}

/** What people do. */
function peopleActing({ control, state }: Practice) {
  const formOf = (person: PersonName): Promise<PracticeView> =>
    eventually(() => state().views.findLast((view) => view.user === idOf(person)), `${person} sees a form`);
  const message = ({ channel, ts }: Said) =>
    state().messages.find((each) => each.channel === channel && each.ts === ts);
  const use = (person: PersonName, at: Said, control_: Control, value?: string) =>
    control.press({
      as: idOf(person),
      in: { channel: at.channel, ts: at.ts },
      blockId: control_.blockId,
      actionId: String(control_.element.action_id),
      ...(value !== undefined && { value }),
    });
  const controlIn = (at: Said, label: string) =>
    eventually(
      () => controlsIn(message(at)?.blocks).find((each) => labelOf(each) === label),
      `“${label}” on the message`,
    );
  return {
    say(person: PersonName, text: string, more: SayMore = {}): Said {
      const channel = more.channel ?? channelId(more.in ?? 'support');
      const threadTs = more.thread?.ts;
      const { ts } = control.say({
        as: idOf(person),
        channel: more.thread?.channel ?? channel,
        text,
        ...(threadTs !== undefined && { threadTs }),
        ...(more.files && { files: more.files }),
      });
      return { channel: more.thread?.channel ?? channel, ts };
    },
    sayDirectly(person: PersonName, text: string): Said {
      const { channel } = control.direct({ as: idOf(person) });
      return { channel, ts: control.say({ as: idOf(person), channel, text }).ts };
    },
    edit: (person: PersonName, said: Said, text: string) =>
      control.edit({ as: idOf(person), ...at(said), text }),
    remove: (person: PersonName, said: Said) => control.remove({ as: idOf(person), ...at(said) }),
    react: (person: PersonName, said: Said, name: string) =>
      control.react({ as: idOf(person), ...at(said), name }),
    command: (person: PersonName, text: string, channel: ChannelName = 'support') =>
      control.command({ as: idOf(person), channel: channelId(channel), text }),
    shortcutOn: (person: PersonName, said: Said) =>
      control.shortcut({ as: idOf(person), callbackId: 'create_ticket', ...at(said) }),
    /** Presses the button with this label on a message. */
    press: async (person: PersonName, on: Said, label: string) => use(person, on, await controlIn(on, label)),
    /** Picks an entry, told by its label, in the menu with this placeholder. */
    async pick(person: PersonName, on: Said, menu: string, entry: string) {
      const found = await eventually(() => {
        const control_ = controlsIn(message(on)?.blocks ?? []).find((each) => labelOf(each) === menu);
        const option = control_ && optionsOf(control_).find(({ label }) => label === entry);
        return option && { control_, option };
      }, `“${entry}” under “${menu}”`);
      return use(person, on, found.control_, found.option.value);
    },
    async pressHome(person: PersonName, label: string) {
      const home = state().homes[idOf(person)] as Shape;
      const found = controlsIn(home.blocks).find((each) => labelOf(each) === label)!;
      const actionId = String(found.element.action_id);
      return control.press({
        as: idOf(person),
        in: { homeOf: idOf(person) },
        blockId: found.blockId,
        actionId,
      });
    },
    openHome: (person: PersonName) => control.openHome({ as: idOf(person) }),
    formOf,
    /** Fills the open form by label and sends it; answers the problems by label. */
    async submit(person: PersonName, values: Readonly<Record<string, string>>) {
      const open = await formOf(person);
      const fields = fieldsOf(open.view as Shape);
      const filled: Record<string, Record<string, unknown>> = {};
      for (const [label, value] of Object.entries(values)) {
        const field = fields.get(label);
        if (!field) throw new Error(`The form has the fields ${[...fields.keys()]}`);
        filled[field.blockId] = { [String(field.element.action_id)]: stateOf(field, value) };
      }
      const { errors = {} } = await control.submit({ as: idOf(person), viewId: open.id, values: filled });
      const labels = new Map([...fields].map(([label, { blockId }]) => [blockId, label]));
      return Object.fromEntries(
        Object.entries(errors).map(([block, text]) => [labels.get(block) ?? block, text]),
      );
    },
    closeForm: async (person: PersonName) =>
      control.close({ as: idOf(person), viewId: (await formOf(person)).id }),
  };
}

type SayMore = {
  readonly in?: ChannelName;
  readonly channel?: string;
  readonly thread?: Said;
  readonly files?: { name: string; mimetype: string; contentBase64: string }[];
};

function at({ channel, ts }: Said): Said {
  return { channel, ts };
}

function stateOf(field: Control, value: string): unknown {
  const type = String(field.element.type);
  if (type === 'static_select') {
    const option = optionsOf(field).find(({ label }) => label === value);
    if (!option) throw new Error(`The menu offers ${optionsOf(field).map(({ label }) => label)}`);
    return { type, selected_option: { text: { type: 'plain_text', text: value }, value: option.value } };
  }
  if (type === 'datetimepicker') return { type, selected_date_time: Math.floor(Date.parse(value) / 1000) };
  return { type, value };
}

/** What can be seen. */
function lookingAt(practice: Practice, running: RunningDesk) {
  const { desk } = running;
  const messages = () => practice.state().messages;
  const byDesk = (message: PracticeMessage) => message.user === practice.bot.userId;
  const cardIn = (id: string) =>
    messages().findLast(
      (message) =>
        byDesk(message) && !message.deleted && keyOf(message) === `${id}/card` && message.threadTs !== '',
    );
  const ticket = async (id: string): Promise<Ticket> => (await loadTicket(desk, id))!;
  const ticketsAt = (said: Said) => desk.store.tickets({ thread: `slack:${said.channel}:${said.ts}` });
  return {
    messages,
    ticket,
    /** Ids of the tickets that were opened while the desk ran. */
    async opened(): Promise<string[]> {
      const all = await desk.store.tickets({ order: 'oldest' });
      const past = all.filter(({ id }) => Number(id.slice(2)) <= pastTickets(all.map((each) => each.id)));
      return all.filter((each) => !past.includes(each)).map(({ id }) => id);
    },
    /** The ticket a message became, once it is one. */
    ticketOf: async (said: Said): Promise<string> =>
      (await eventually(async () => (await ticketsAt(said))[0], 'the message becomes a ticket')).id,
    ticketsAt,
    cardNow: cardIn,
    /** The ticket's card, once the desk knows where it stands and it holds. */
    cardOf: (id: string, holds: (text: string, card: PracticeMessage) => boolean = () => true) =>
      eventually(
        async () => {
          const card = cardIn(id);
          if (!card || !holds(words(card), card)) return undefined;
          const { cards } = await ticket(id);
          return cards.some((known) => known.id === `slack:${card.channel}:${card.ts}`) ? card : undefined;
        },
        () => `another card of ${id} than ${words(cardIn(id) ?? { text: 'none' })}`,
      ),
    /** Cards of this ticket that stand anywhere. */
    cardsOf: (id: string) =>
      messages().filter((message) => !message.deleted && keyOf(message) === `${id}/card`),
    /** What everybody sees in a thread, without its first message. */
    threadOf: (said: Said) =>
      messages().filter(
        (message) =>
          message.channel === said.channel &&
          message.threadTs === said.ts &&
          message.ts !== said.ts &&
          message.ephemeralTo === undefined &&
          !message.deleted,
      ),
    /** Lines that only this person sees, oldest first. */
    privateLines: (person: PersonName) =>
      messages()
        .filter((message) => message.ephemeralTo === idOf(person))
        .map((message) => ({ ...message, words: words(message), buttons: buttonsOf(message) })),
    async toldPrivately(person: PersonName, part: string | RegExp): Promise<PracticeMessage> {
      const holds = (message: PracticeMessage) =>
        typeof part === 'string' ? words(message).includes(part) : part.test(words(message));
      return eventually(
        () => messages().findLast((message) => message.ephemeralTo === idOf(person) && holds(message)),
        `${person} is told ${part}`,
      );
    },
    eventsOf: async (id: string) =>
      ((await desk.store.load('ticket', id))?.events ?? []) as { type: string; [field: string]: unknown }[],
    until: async (id: string, holds: (ticket: Ticket) => boolean, what: string): Promise<Ticket> =>
      eventually(async () => {
        const now = await ticket(id);
        return holds(now) ? now : undefined;
      }, what),
  };
}

/** The practice content's tickets have the first numbers. */
function pastTickets(ids: readonly string[]): number {
  return ids.length >= pastCount ? pastCount : 0;
}
const pastCount = 60;

/** The key the desk gave its message. */
export function keyOf(message: PracticeMessage): string | undefined {
  const { metadata } = message;
  if (typeof metadata !== 'object' || metadata === null || !('event_payload' in metadata)) return undefined;
  const payload = metadata.event_payload;
  return typeof payload === 'object' && payload !== null && 'key' in payload
    ? String(payload.key)
    : undefined;
}
