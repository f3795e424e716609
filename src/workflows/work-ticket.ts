import { composeQuestions } from '../agents/compose-draft.ts';
import { personaFor } from '../agents/load-personas.ts';
import { marksOf, runDrafting, runTriage } from '../agents/run-agent.ts';
import type { Desk } from '../desk.ts';
import { firstResponseWithin } from '../domain/desk-settings.ts';
import { DeskError } from '../domain/errors.ts';
import { isTakenBackSince } from '../domain/ticket/conversation.ts';
import { isRefused, nothing } from '../domain/ticket/decision.ts';
import { noteEngineFailure, proposeDraft, triageTicket } from '../domain/ticket/judgement.ts';
import {
  type Draft,
  isLive,
  proposedDraft,
  requesterMessages,
  type Ticket,
} from '../domain/ticket/ticket.ts';
import { laterBy, second } from '../domain/time.ts';
import type { Precedent } from '../domain/triage.ts';
import type { Claims } from '../store-port.ts';
import { type Along, askedByDesk, changeTicket, loadTicket } from './change-ticket.ts';
import { draftFacts } from './draft-facts.ts';
import { identify, personOf } from './identify-requester.ts';
import { searchable } from './searchable.ts';

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
  const isSecondLook = timer.key === identifyAgain;
  // Somebody answered meanwhile: who asks no longer changes how soon or what.
  if (isSecondLook && ticket.firstRespondedAt) {
    await changeTicket(desk, id, () => nothing, { fired: timer });
    return;
  }
  let isChatAway = false;
  try {
    const identified = await identify(desk, ticket);
    isChatAway = identified.outcome === 'chat_unreachable';
    ticket = identified.ticket;
    if (!isSecondLook || identified.outcome === 'known') {
      if (!ticket.firstRespondedAt) ticket = await triage(desk, ticket);
      if (mayDraft(desk, ticket, timer)) await draft(desk, ticket);
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

  /** While chat cannot be asked, who wrote is asked for again until somebody has answered. */
  function whatFollows(current: Ticket): Along {
    if (!isChatAway || !isLive(current) || current.firstRespondedAt) {
      return { fired: timer, timers: isSecondLook ? [] : [{ cancel: identifyAgain }] };
    }
    const dueAt = laterBy(desk.clock.now(), identifyAgainMs);
    return { fired: timer, timers: [{ set: identifyAgain, kind: 'work', dueAt }] };
  }
}

/** Key of the timer that asks chat once more who wrote. It is not the one that new messages set. */
const identifyAgain = 'identify';
const identifyAgainMs = 30 * second;

/** A second look improves a draft that waits; it brings none back that a person discarded. */
function mayDraft(desk: Desk, ticket: Ticket, timer: Claims['timers']['timer']): boolean {
  if (!desk.settings.automation.draft || !requesterSpokeLast(ticket)) return false;
  return timer.key !== identifyAgain || ticket.drafts.length === 0 || proposedDraft(ticket) !== undefined;
}

const failureWords: Readonly<Record<DeskError['name'], string>> = {
  Refused: 'the engine refused. Sort and answer this one by hand.',
  Unreachable: 'the engine cannot be reached. Sort and answer this one by hand.',
  Conflict: 'the ticket changed too quickly.',
  Invalid: 'the engine gave an answer that breaks its contract. Sort and answer this one by hand.',
  Misconfigured: 'the engine is not set up. Ask the person who runs the desk.',
};

async function triage(desk: Desk, ticket: Ticket): Promise<Ticket> {
  const persona = personaFor(desk.personas, 'triage');
  const known = searchable(ticket);
  const run = await runTriage(desk.engine, persona, {
    ticket: ticket.id,
    texts: requesterMessages(ticket).map((message) => message.text),
    requester: await requesterFacts(desk, ticket),
    ...(ticket.account ? { account: ticket.account } : {}),
    queues: desk.settings.queues,
    duplicates: desk.search.duplicates(known, 5),
    precedents: await named(desk, desk.search.precedents(known, 5)),
    at: ticket.openedAt,
  });
  const withinMs = firstResponseWithin(desk.settings, ticket.account?.plan, run.answer.severity);
  const due = withinMs === undefined ? undefined : laterBy(ticket.openedAt, withinMs);
  const asked = askedByDesk(desk);
  const changed = await changeTicket(desk, ticket.id, (current) =>
    triageTicket(
      current,
      {
        ...run.answer,
        confidence: run.confidence,
        at: asked.at,
        ...marksOf(run),
      },
      due,
      asked,
    ),
  );
  return changed.outcome === 'unknown_ticket' ? ticket : changed.ticket;
}

/** Precedents say by name who corrected them: "routed like T-88, corrected by Ana". */
async function named(desk: Desk, precedents: readonly Precedent[]): Promise<readonly Precedent[]> {
  return Promise.all(
    precedents.map(async (precedent) => {
      if (precedent.correctedBy === undefined) return precedent;
      const person = await personOf(desk, precedent.correctedBy);
      return { ...precedent, correctedBy: person?.name ?? 'the team' };
    }),
  );
}

async function requesterFacts(desk: Desk, ticket: Ticket) {
  const earlier = await desk.store.tickets({ requester: ticket.requester, limit: 50 });
  return {
    name: ticket.requesterName ?? '',
    earlierTickets: earlier.filter((summary) => summary.id !== ticket.id).length,
  };
}

/** A draft is owed while the last word is the requester's. */
function requesterSpokeLast(ticket: Ticket): boolean {
  const said = [
    ...ticket.messages.filter((message) => !message.deleted).map(({ at, from }) => ({ at, from })),
    ...ticket.replies.map(({ at }) => ({ at, from: 'desk' as const })),
  ];
  return said.sort((a, b) => (a.at < b.at ? -1 : 1)).at(-1)?.from === 'requester';
}

async function draft(desk: Desk, ticket: Ticket): Promise<void> {
  if (!ticket.triage) return;
  const persona = personaFor(desk.personas, 'drafting');
  const run = await runDrafting(
    desk.engine,
    persona,
    await draftFacts(desk, ticket, {
      triage: ticket.triage,
      requester: await requesterFacts(desk, ticket),
    }),
  );
  const { answer } = run;
  await changeTicket(desk, ticket.id, (current) => {
    // What was taken back while we were thinking must not live on in a draft.
    if (isTakenBackSince(ticket, current)) return nothing;
    const asked = askedByDesk(desk);
    const proposed: Omit<Draft, 'state'> = {
      draft: `d${current.drafts.length + 1}`,
      outcome: answer.outcome,
      text: run.text ?? composeQuestions(answer.askFor, ticket.triage?.language ?? 'en'),
      ...(answer.outcome === 'answer' ? { tone: answer.tone } : { reason: answer.reason }),
      sources: (run.sources ?? []).map((source) => ({ ...source })),
      confidence: run.confidence,
      askFor: answer.askFor,
      findings: [...run.findings],
      ...marksOf(run),
      at: asked.at,
    };
    const decision = proposeDraft(current, proposed, asked);
    // Solved or closed while we were thinking: the draft is no longer wanted.
    return isRefused(decision) ? nothing : decision;
  });
}
