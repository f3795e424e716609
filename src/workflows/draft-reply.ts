import { composeQuestions } from '../agents/compose-draft.ts';
import { personaFor } from '../agents/load-personas.ts';
import { type DraftRun, marksOf, runDrafting } from '../agents/run-agent.ts';
import type { Desk } from '../desk.ts';
import { wasEverAnswered } from '../domain/sla/answered.ts';
import { applyEvents } from '../domain/ticket/apply.ts';
import { isTakenBackSince } from '../domain/ticket/conversation.ts';
import { isRefused, nothing } from '../domain/ticket/decision.ts';
import { proposeDraft } from '../domain/ticket/judgement.ts';
import { routeByDraft } from '../domain/ticket/routing.ts';
import type { Draft, Ticket } from '../domain/ticket/ticket.ts';
import { planFor } from './autonomy.ts';
import { askedByDesk, changeTicket } from './change-ticket.ts';
import { draftFacts } from './draft-facts.ts';
import { requesterFacts } from './requester-facts.ts';

/** The desk proposes an answer, says how far to trust it, and who should look first. */
export async function draftReply(desk: Desk, ticket: Ticket): Promise<void> {
  if (!ticket.triage) return;
  // Who was answered before is accompanied until it works; the first answer is a solver's.
  const persona = personaFor(desk.personas, wasEverAnswered(ticket) ? 'support' : 'drafting');
  const run = await runDrafting(
    desk.engine,
    persona,
    await draftFacts(desk, ticket, {
      triage: ticket.triage,
      requester: await requesterFacts(desk, ticket),
    }),
  );
  const { answer } = run;
  const worth = worthOf(desk, ticket, run);
  const plan = await planFor(desk);
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
      ...worth,
      askFor: answer.askFor,
      findings: [...run.findings],
      ...marksOf(run),
      at: asked.at,
    };
    const decision = proposeDraft(current, proposed, asked);
    // Solved or closed while we were thinking: the draft is no longer wanted.
    if (isRefused(decision)) return nothing;
    const { confidence } = desk.settings.automation;
    const events = [...decision.events, ...routeByDraft(current, proposed, confidence, asked)];
    if (events.length === 0) return nothing;
    return { events: [...events, ...plan(applyEvents(current, events))] };
  });
}

/** What the draft's own number is worth by what became of earlier drafts. What a guard stopped is worth what it says. */
function worthOf(
  desk: Desk,
  ticket: Ticket,
  run: DraftRun,
): Pick<Draft, 'confidence' | 'rawConfidence' | 'outcomesKnown'> {
  const raw = run.confidence;
  if (run.blocked || run.answer.outcome === 'unknown') return { confidence: raw, rawConfidence: raw };
  const { confidence, outcomes } = desk.experience.confidence({ ticket: ticket.id, engine: run.engine, raw });
  return { confidence, rawConfidence: raw, outcomesKnown: outcomes };
}
