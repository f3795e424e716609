import { personaFor } from '../agents/load-personas.ts';
import { marksOf, runTriage } from '../agents/run-agent.ts';
import type { Desk } from '../desk.ts';
import { wordsToLearnFrom } from '../domain/learning.ts';
import { triageTicket } from '../domain/ticket/judgement.ts';
import { requesterMessages, type Ticket } from '../domain/ticket/ticket.ts';
import { type LearnedField, type LearnedTriage, type Precedent, severalCustomers } from '../domain/triage.ts';
import { askedByDesk, changeTicket } from './change-ticket.ts';
import { personOf } from './identify-requester.ts';
import { customersAmong, judgeThemAgain, reportedElsewhere } from './reported-elsewhere.ts';
import { requesterFacts } from './requester-facts.ts';
import { searchable } from './searchable.ts';

/** The desk says what a ticket is: from its words, from tickets like it, and from what it has learned. */
export async function sortTicket(
  desk: Desk,
  ticket: Ticket,
  follow: 'tell_others' | 'this_one_alone' = 'tell_others',
): Promise<Ticket> {
  const persona = personaFor(desk.personas, 'triage');
  const known = searchable(ticket);
  const duplicates = desk.search.duplicates(known, 5);
  const elsewhere = await reportedElsewhere(desk, ticket, duplicates);
  const customers = customersAmong(ticket, elsewhere);
  const run = await runTriage(desk.engine, persona, {
    ticket: ticket.id,
    texts: requesterMessages(ticket).map((message) => message.text),
    requester: await requesterFacts(desk, ticket),
    ...(ticket.account ? { account: ticket.account } : {}),
    queues: desk.settings.queues,
    duplicates,
    ...(customers > 1 ? { customers } : {}),
    precedents: await named(desk, desk.search.precedents(known, 5)),
    ...(await learnedAbout(desk, ticket)),
    at: ticket.openedAt,
  });
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
      asked,
    ),
  );
  const isSeveral = customers >= severalCustomers && run.answer.severity === 'P1';
  if (follow === 'tell_others' && isSeveral) await judgeThemAgain(desk, elsewhere);
  return changed.outcome === 'unknown_ticket' ? ticket : changed.ticket;
}

/** Precedents say by name who corrected them: "routed like T-88, corrected by Ana". */
async function named(desk: Desk, precedents: readonly Precedent[]): Promise<readonly Precedent[]> {
  return Promise.all(
    precedents.map(async (precedent) => {
      const { correctedBy, severityBy } = precedent;
      return {
        ...precedent,
        ...(correctedBy === undefined ? {} : { correctedBy: await nameOf(desk, correctedBy) }),
        ...(severityBy === undefined ? {} : { severityBy: await nameOf(desk, severityBy) }),
      };
    }),
  );
}

/** The opinion of what was learned, with people by name. */
async function learnedAbout(desk: Desk, ticket: Ticket): Promise<{ readonly learned?: LearnedTriage }> {
  const text = wordsToLearnFrom(ticket);
  const opinion = text === '' ? undefined : desk.experience.triage({ ticket: ticket.id, text });
  if (!opinion) return {};
  const { category, severity, sentiment, abstains } = opinion;
  const learned: LearnedTriage = {
    abstains,
    ...(category ? { category: await withNames(desk, category) } : {}),
    ...(severity ? { severity: await withNames(desk, severity) } : {}),
    ...(sentiment ? { sentiment: await withNames(desk, sentiment) } : {}),
  };
  return { learned };
}

async function withNames<T extends string>(desk: Desk, field: LearnedField<T>): Promise<LearnedField<T>> {
  const { like } = field;
  if (like?.correctedBy === undefined) return field;
  return { ...field, like: { ...like, correctedBy: await nameOf(desk, like.correctedBy) } };
}

async function nameOf(desk: Desk, person: string): Promise<string> {
  return (await personOf(desk, person))?.name ?? 'the team';
}
