import type { Desk } from '../desk.ts';
import { DeskError } from '../domain/errors.ts';
import { isAnswered, wasEverAnswered } from '../domain/sla/answered.ts';
import { isAnswer } from '../domain/sla/public-talk.ts';
import { isHeldBack } from '../domain/ticket/copies.ts';
import { nothing } from '../domain/ticket/decision.ts';
import { noteEngineFailure } from '../domain/ticket/judgement.ts';
import { isLive, proposedDraft, type Ticket } from '../domain/ticket/ticket.ts';
import { laterBy, second } from '../domain/time.ts';
import type { Claims } from '../store-port.ts';
import { type Along, askedByDesk, changeTicket, loadTicket } from './change-ticket.ts';
import { draftReply } from './draft-reply.ts';
import { identify } from './identify-requester.ts';
import { recogniseCopies } from './recognise-copies.ts';
import { renewUpdate } from './renew-update.ts';
import { judgeAgainKey } from './reported-elsewhere.ts';
import { sortTicket } from './sort-ticket.ts';

/**
 * The desk judges a ticket: who asks, what it is, what to answer. Runs right after the ticket is stored and again
 * when the story changes. A failing engine is shown on the card and never holds the ticket up.
 */
export async function workTicket(desk: Desk, { id, timer }: Claims['timers']): Promise<void> {
  let ticket = await loadTicket(desk, id);
  if (!ticket || !isLive(ticket)) {
    await changeTicket(desk, id, () => nothing, { fired: timer });
    return;
  }
  if (await isStoryComing(desk, ticket)) {
    const timers = [{ set: timer.key, kind: 'work', dueAt: laterBy(desk.clock.now(), lookAgainMs) }];
    await changeTicket(desk, id, () => nothing, { fired: timer, timers });
    return;
  }
  await renewUpdate(desk, ticket);
  const isSecondLook = timer.key === identifyAgain;
  // Nobody waits any more: who asks no longer changes how soon or what.
  if (isSecondLook && isAnswered(ticket)) {
    await changeTicket(desk, id, () => nothing, { fired: timer });
    return;
  }
  let isChatAway = false;
  try {
    const identified = await identify(desk, ticket);
    isChatAway = identified.outcome === 'chat_unreachable';
    ticket = identified.ticket;
    if (!isSecondLook || identified.outcome === 'known') {
      // What was sorted and answered once is sorted by people alone, also when it is asked anew.
      if (!ticket.triage || !wasEverAnswered(ticket))
        ticket = await sortTicket(
          desk,
          await recogniseCopies(desk, ticket),
          timer.key === judgeAgainKey ? 'this_one_alone' : 'tell_others',
        );
      if (mayDraft(desk, ticket, timer)) await draftReply(desk, ticket);
    }
    await changeTicket(desk, id, () => nothing, whatFollows);
  } catch (error) {
    if (!(error instanceof DeskError) || error.name === 'Conflict') throw error;
    desk.log.error('a ticket could not be judged', { ticket: id, kind: error.name });
    const reason = failureWords[error.name];
    await changeTicket(
      desk,
      id,
      (current) => noteEngineFailure(current, reason, askedByDesk(desk)),
      whatFollows,
    );
  }

  /** While chat cannot be asked, who wrote is asked for again as long as somebody waits for an answer. */
  function whatFollows(current: Ticket): Along {
    if (!isChatAway || !isLive(current) || isAnswered(current)) {
      return { fired: timer, timers: isSecondLook ? [] : [{ cancel: identifyAgain }] };
    }
    const dueAt = laterBy(desk.clock.now(), identifyAgainMs);
    return { fired: timer, timers: [{ set: identifyAgain, kind: 'work', dueAt }] };
  }
}

/** How long the thread that holds the request is waited for, and how often it is looked for. */
const storyWaitMs = 30 * second;
const lookAgainMs = second / 4;

/** The thread that holds the request is still being read: until then somebody else's words are taken for it. */
async function isStoryComing(desk: Desk, ticket: Ticket): Promise<boolean> {
  if (ticket.openedAt < laterBy(desk.clock.now(), -storyWaitMs)) return false;
  const stored = await desk.store.load('ticket', ticket.id);
  return stored?.timers.some(({ kind }) => kind === 'backfill') ?? false;
}

/** Key of the timer that asks chat once more who wrote. It is not the one that new messages set. */
const identifyAgain = 'identify';
const identifyAgainMs = 30 * second;

/** A second look improves a draft that waits; it brings none back that a person discarded. */
function mayDraft(desk: Desk, ticket: Ticket, timer: Claims['timers']['timer']): boolean {
  if (timer.key === judgeAgainKey) return false;
  if (!desk.settings.automation.draft || !requesterSpokeLast(ticket) || isHeldBack(ticket)) return false;
  return timer.key !== identifyAgain || ticket.drafts.length === 0 || proposedDraft(ticket) !== undefined;
}

const failureWords: Readonly<Record<DeskError['name'], string>> = {
  Refused: 'the engine refused. Sort and answer this one by hand.',
  Unreachable: 'the engine cannot be reached. Sort and answer this one by hand.',
  Conflict: 'the ticket changed too quickly.',
  Invalid: 'the engine gave an answer that breaks its contract. Sort and answer this one by hand.',
  Misconfigured: 'the engine is not set up. Ask the person who runs the desk.',
};

/** A draft is owed while the last word is the requester's, whatever they were told meanwhile that answers nothing. */
function requesterSpokeLast(ticket: Ticket): boolean {
  const said = [
    ...ticket.messages.filter((message) => !message.deleted).map(({ at, from }) => ({ at, from })),
    ...ticket.replies.filter(isAnswer).map(({ at }) => ({ at, from: 'desk' as const })),
  ];
  return said.sort((a, b) => (a.at < b.at ? -1 : 1)).at(-1)?.from === 'requester';
}
