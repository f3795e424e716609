import fc from 'fast-check';
import { policyAfter } from '../../../src/domain/sla/apply-policy.ts';
import { applyEvents } from '../../../src/domain/ticket/apply.ts';
import { type Consequences, consequencesOf } from '../../../src/domain/ticket/consequences.ts';
import { deleteMessage, editMessage, joinMessage } from '../../../src/domain/ticket/conversation.ts';
import { type Asked, type Decision, isRefused } from '../../../src/domain/ticket/decision.ts';
import {
  closeTicket,
  confirmSolution,
  disputeSolution,
  reopenTicket,
  solveTicket,
} from '../../../src/domain/ticket/ending.ts';
import type { TicketEvent } from '../../../src/domain/ticket/event.ts';
import {
  correctTriage,
  discardDraft,
  identifyRequester,
  noteEngineFailure,
  proposeDraft,
  rateDraft,
  requestDraft,
  triageTicket,
} from '../../../src/domain/ticket/judgement.ts';
import {
  absorb,
  linkTicket,
  mergeInto,
  releaseMerged,
  splitTicket,
  unmerge,
} from '../../../src/domain/ticket/relation.ts';
import {
  approveDraft,
  recordDelivery,
  recordFailure,
  replyPublicly,
  retryDelivery,
} from '../../../src/domain/ticket/reply.ts';
import { routeByDraft } from '../../../src/domain/ticket/routing.ts';
import { publicConversations, type Ticket } from '../../../src/domain/ticket/ticket.ts';
import {
  addNote,
  claimTicket,
  escalateTicket,
  holdTicket,
  releaseTicket,
  resumeTicket,
  snoozeTicket,
  waitForRequester,
  wakeTicket,
} from '../../../src/domain/ticket/work.ts';
import { hour, type Instant, laterBy, minute } from '../../../src/domain/time.ts';
import { openingOf } from '../../support/a-ticket.ts';
import {
  aDraft,
  aMessage,
  ana,
  asksAs,
  aTriage,
  ben,
  dana,
  eve,
  mia,
  settings,
  ten,
} from '../../support/builders.ts';
import { copyCommand } from './random-copies.ts';
import { incidentCommands } from './random-incidents.ts';
import { postingCommands } from './random-postings.ts';
import { promiseCommands } from './random-promises.ts';
import { sendingCommands } from './random-sending.ts';
import { storyBook } from './story-book.ts';

/** What every internal note of a story carries, so that it can be looked for. */
export const internalMarker = 'INTERNALMARKER';

/** One move: who asks, about which tickets, what, and how much time passes before. */
const step = fc.record({
  command: fc.integer({ min: 0, max: 999 }),
  who: fc.constantFrom('ana', 'dana', 'mia', 'eve', 'ben', 'desk', 'ana', 'mia'),
  ticket: fc.nat(2),
  other: fc.nat(2),
  minutes: fc.integer({ min: 0, max: 3 }),
  /** Now and then everybody is away for a while. */
  hours: fc.constantFrom(0, 0, 0, 0, 0, 0, 1, 5, 30),
  words: fc.constantFrom('Still down', 'thanks', 'Is there any news?', 'ok', '<!channel> *bold*', ' ', '😀'),
  pick: fc.nat(5),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;
export const story = fc.array(step, { maxLength: 60, size: 'max' });

/** One committed change of one ticket. */
export type Commit = {
  readonly before: Ticket | undefined;
  readonly after: Ticket;
  readonly events: readonly TicketEvent[];
  readonly follow: Consequences;
};

/** What is left when a story is over: the tickets, their logs, and every change on the way. */
export type Told = {
  readonly tickets: ReadonlyMap<string, Ticket>;
  readonly logs: ReadonlyMap<string, readonly TicketEvent[]>;
  readonly commits: readonly Commit[];
};

/** Tells a story to a small desk of three tickets, as workflows do: decide, apply, and finish what spans two. */
export function tell(steps: readonly Step[]): Told {
  const tickets = new Map<string, Ticket>();
  const logs = new Map<string, TicketEvent[]>();
  const commits: Commit[] = [];
  const unfinished: { kind: string; id: string; other: string }[] = [];

  const commit = (id: string, events: readonly TicketEvent[]) => {
    if (events.length === 0) return;
    const before = tickets.get(id);
    const decided = applyEvents(before, events);
    const policy = before ? policyAfter(decided, events, storyBook) : [];
    const after = applyEvents(decided, policy);
    const all = [...events, ...policy];
    const follow = consequencesOf(before, after, all, { ...settings, policies: storyBook });
    tickets.set(id, after);
    logs.set(id, [...(logs.get(id) ?? []), ...all]);
    commits.push({ before, after, events: all, follow });
    for (const timer of follow.timers) {
      if ('set' in timer && timer.kind.startsWith('finish_')) {
        unfinished.push({ kind: timer.kind, id, other: timer.set.slice(timer.kind.length + 1) });
      }
    }
  };
  const decide = (id: string, decision: Decision) => {
    if (!isRefused(decision)) commit(id, decision.events);
  };
  const finish = (at: Instant) => {
    const next = unfinished.shift();
    const source = next && tickets.get(next.id);
    if (!next || !source) return;
    const other = tickets.get(next.other);
    const desk = asksAs.desk(at);
    if (next.kind === 'finish_merge' && other) {
      decide(next.other, absorb(other, source, desk));
      if (other.merged && source.merged?.into === next.other) decide(next.id, unmerge(source, desk));
    }
    if (next.kind === 'finish_unmerge' && other && source.merged?.into !== next.other) {
      decide(next.other, releaseMerged(other, next.id, desk));
    }
    if (next.kind === 'finish_link' && other) {
      decide(next.other, linkTicket(other, { ticket: next.id, kind: 'related' }, desk));
    }
  };

  for (const [index, requester] of [dana, dana, eve].entries()) {
    commit(`T-${index + 1}`, openingOf(`T-${index + 1}`, requester));
  }
  let at = ten;
  for (const [index, move] of steps.entries()) {
    at = laterBy(at, move.hours * hour + move.minutes * minute + 1);
    const id = `T-${move.ticket + 1}`;
    const ticket = tickets.get(id);
    const other = tickets.get(`T-${move.other + 1}`);
    if (!ticket || !other) continue;
    if (move.command % 9 === 0) {
      finish(at);
      continue;
    }
    const command = commands[move.command % commands.length];
    if (command) decide(id, command({ ticket, other, asked: asker(move.who, at), move, index }));
  }
  for (let left = 100; unfinished.length > 0 && left > 0; left -= 1) finish(laterBy(at, minute));
  return { tickets, logs, commits };
}

function asker(who: Step['who'], at: Instant): Asked {
  if (who === 'dana') return asksAs.requester(at, dana);
  if (who === 'eve') return asksAs.requester(at, eve);
  if (who === 'mia') return asksAs.manager(at, mia);
  if (who === 'desk') return asksAs.desk(at);
  return asksAs.agent(at, who === 'ana' ? ana : ben);
}

type Given = { ticket: Ticket; other: Ticket; asked: Asked; move: Step; index: number };

const account = { id: 'acme', name: 'Acme', plan: 'business', annualRevenue: 9000 } as const;

const commands: readonly ((given: Given) => Decision)[] = [
  ...sendingCommands,
  ...promiseCommands,
  ...incidentCommands,
  ({ ticket, asked, move, index }) => {
    const from = move.pick === 0 ? 'desk' : 'requester';
    const author = from === 'desk' ? ana : ticket.requester;
    const message = aMessage({ id: `memory:${index}`, text: move.words, at: asked.at, author, from });
    return joinMessage(ticket, message, { ...asked, by: author });
  },
  ({ ticket, asked, move }) =>
    editMessage(
      ticket,
      { message: ticket.messages[move.pick]?.id ?? 'memory:none', text: move.words, files: [] },
      asked,
    ),
  ({ ticket, asked, move }) => deleteMessage(ticket, ticket.messages[move.pick]?.id ?? 'memory:none', asked),
  ({ ticket, asked }) => identifyRequester(ticket, { name: 'Somebody', account }, asked),
  ({ ticket, asked, move }) =>
    triageTicket(ticket, aTriage({ at: asked.at, queue: move.pick > 2 ? 'billing' : 'technical' }), asked),
  ({ ticket, asked, move }) =>
    correctTriage(ticket, { field: 'queue', to: move.pick > 2 ? 'billing' : 'general' }, asked),
  ({ ticket, asked, move }) => correctTriage(ticket, { field: 'severity', to: `P${move.pick}` }, asked),
  ({ ticket, asked, move }) =>
    proposeDraft(
      ticket,
      aDraft({
        draft: `d${ticket.drafts.length + 1}`,
        at: asked.at,
        ...(move.pick === 0 ? { outcome: 'unknown', text: '' } : {}),
      }),
      asksAs.desk(asked.at),
    ),
  ({ ticket, asked, move }) => discardDraft(ticket, `d${move.pick}`, asked),
  ({ ticket, asked, move }) =>
    rateDraft(ticket, { draft: `d${move.pick}`, rating: move.minutes > 1 ? 'up' : 'down' }, asked),
  ({ ticket, asked, move }) => {
    const draft = aDraft({ confidence: move.pick / 5 });
    return { events: routeByDraft(ticket, draft, settings.automation.confidence, asksAs.desk(asked.at)) };
  },
  ({ ticket, asked }) => requestDraft(ticket, asked),
  ({ ticket, asked }) => noteEngineFailure(ticket, 'the engine cannot be reached.', asked),
  ({ ticket, asked, move }) =>
    approveDraft(
      ticket,
      { draft: ticket.drafts.at(-1)?.draft ?? 'd1', mode: move.pick > 2 ? 'anyway' : 'careful' },
      asked,
    ),
  ({ ticket, asked, move }) => {
    const next = move.pick < 2 ? 'ask' : move.pick < 4 ? 'wait' : 'open';
    return replyPublicly(ticket, { publicText: move.words, next }, asked);
  },
  ({ ticket, asked, move }) => {
    const thread = publicConversations(ticket)[move.pick]?.thread ?? 'memory:none';
    const reply = ticket.replies.at(-1)?.reply ?? 'r1';
    return recordDelivery(ticket, { reply, thread, id: `memory:posted:${thread}` }, asked);
  },
  ({ ticket, asked, move }) =>
    recordFailure(ticket, { key: `reply:r${move.pick}:0`, reason: 'The channel is archived' }, asked),
  ({ ticket, asked }) => retryDelivery(ticket, asked),
  ({ ticket, asked }) => claimTicket(ticket, asked),
  ({ ticket, asked }) => releaseTicket(ticket, asked),
  ({ ticket, asked, move }) =>
    addNote(
      ticket,
      { internalText: `${internalMarker} ${move.words}`, message: `memory:n${move.pick}` },
      asked,
    ),
  ({ ticket, asked }) => waitForRequester(ticket, asked),
  ({ ticket, asked, move }) =>
    holdTicket(
      ticket,
      { reason: `${internalMarker} vendor`, ...(move.pick > 2 ? { until: laterBy(asked.at, minute) } : {}) },
      asked,
    ),
  ({ ticket, asked }) => resumeTicket(ticket, asked),
  ({ ticket, asked, move }) => snoozeTicket(ticket, laterBy(asked.at, (move.pick - 1) * minute), asked),
  ({ ticket, asked }) => wakeTicket(ticket, asked),
  ({ ticket, asked }) => escalateTicket(ticket, `${internalMarker} refund`, asked),
  ({ ticket, asked }) => solveTicket(ticket, `${internalMarker} cache`, asked),
  ({ ticket, asked }) => confirmSolution(ticket, asked),
  ({ ticket, asked }) => disputeSolution(ticket, asked),
  ({ ticket, asked }) => reopenTicket(ticket, 'It came back', asked),
  ({ ticket, asked, move }) => closeTicket(ticket, move.pick > 3 ? 'not_a_request' : 'quiet', asked),
  ({ ticket, other, asked }) => mergeInto(ticket, other, asked),
  copyCommand,
  ({ ticket, asked }) => unmerge(ticket, asked),
  ({ ticket, asked, move, index }) =>
    splitTicket(
      ticket,
      { into: `T-${100 + index}`, messages: ticket.messages.slice(move.pick).map(({ id }) => id) },
      asked,
    ),
  ({ ticket, other, asked }) => linkTicket(ticket, { ticket: other.id, kind: 'related' }, asked),
  ...postingCommands,
];
