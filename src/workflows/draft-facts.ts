import type { Desk } from '../desk.ts';
import type { Passage } from '../domain/article.ts';
import type { DraftFacts } from '../domain/draft.ts';
import { isPolicyPassage, isWishPassage, wishPageWords } from '../domain/process-pages.ts';
import { toldText } from '../domain/safety/without-instructions.ts';
import { avoidedSources } from '../domain/ticket/avoided-sources.ts';
import { TicketEvent } from '../domain/ticket/event.ts';
import type { Ticket } from '../domain/ticket/ticket.ts';
import type { SearchQuery } from '../ports.ts';
import { searchable } from './searchable.ts';

type Turns = DraftFacts['conversation'];

/** Everything a reply to this ticket may be drafted from. */
export async function draftFacts(
  desk: Desk,
  ticket: Ticket,
  known: Pick<DraftFacts, 'requester' | 'triage'>,
): Promise<DraftFacts> {
  const conversation = conversationOf(ticket);
  const asked = askedOf(conversation);
  const passages = passagesFor(desk, asked, known.triage.category);
  const stored = await desk.store.load('ticket', ticket.id);
  return {
    ...known,
    ticket: ticket.id,
    deskName: desk.settings.name,
    conversation,
    passages,
    answerable: desk.experience.answerable(asked, passages.slice(0, mostPassages)),
    resolutions: desk.search.resolutions(searchable(ticket), 4),
    avoid: avoidedSources((stored?.events ?? []).map((event) => TicketEvent.parse(event))),
  };
}

/** The public conversation that still stands, oldest first. */
function conversationOf(ticket: Ticket): Turns {
  return [
    ...ticket.messages.filter((message) => !message.deleted),
    ...ticket.replies.map((reply) => ({ at: reply.at, from: 'desk' as const, text: reply.publicText })),
  ]
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ from, text }) => ({ from, text }));
}

/**
 * What the requester said last, each turn up to where the other side spoke, and what was said before it. Words that
 * answer a question of the desk say little without those it was asked about: then both turns are what is asked.
 */
function askedOf(conversation: Turns): SearchQuery {
  const turns: { from: Turns[number]['from']; text: string }[] = [];
  for (const { from, text } of conversation) {
    const told = from === 'requester' ? toldText(text) : text;
    const last = turns.at(-1);
    if (last?.from === from) last.text = `${last.text}\n${told}`;
    else turns.push({ from, text: told });
  }
  const at = turns.findLastIndex(({ from }) => from === 'requester');
  const text = turns[at]?.text ?? '';
  const [before, question] = [turns[at - 2], turns[at - 1]];
  if (before?.from === 'requester' && question?.text.trimEnd().endsWith('?')) {
    return { text: `${before.text}\n${text}`, before: turns.slice(0, at - 2) };
  }
  return { text, before: turns.slice(0, Math.max(0, at)) };
}

const mostPassages = 8;
/** A policy speaks in other words than the people it is for: it may stand far down the list. */
const farDown = 40;

/**
 * The nearest passages, the whole of the nearest page and of the one on how such a request is handled, so that nothing
 * decisive is cut off: what helps in an emergency is seldom where the words of the emergency stand.
 */
export function passagesFor(
  desk: Pick<Desk, 'search'>,
  question: string | SearchQuery,
  category: DraftFacts['triage']['category'],
): DraftFacts['passages'] {
  const hits = desk.search.passages(question, farDown);
  const nearest = hits.slice(0, mostPassages);
  const page =
    category === 'feature_request'
      ? desk.search.passages(wishPageWords, mostPassages).find(isWishPassage)
      : (category === 'billing' ? hits : nearest).find(isPolicyPassage);
  const scores = new Map(hits.map(({ id, score }) => [id, score]));
  const whole = new Set([nearest[0]?.article, page?.article].filter((article) => article !== undefined));
  const isMissing = ({ id }: Passage) => !nearest.some((hit) => hit.id === id);
  const rest = [...whole].flatMap((article) => desk.search.passagesOf(article)).filter(isMissing);
  return [...nearest, ...rest.map((passage) => ({ ...passage, score: scores.get(passage.id) ?? 0 }))];
}
