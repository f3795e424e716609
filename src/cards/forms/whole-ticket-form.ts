import type { DeskSettings } from '../../domain/desk-settings.ts';
import type { Ticket } from '../../domain/ticket/ticket.ts';
import type { Instant } from '../../domain/time.ts';
import { confidenceWord } from '../../domain/words.ts';
import type { Block, Form } from '../card.ts';
import { moment } from '../moment.ts';
import { actor } from '../team/actor.ts';
import { conversationBlocks } from '../team/thread-cards.ts';
import { bold, plain, plainLines } from '../text.ts';
import { costWords, statusWords } from '../wording.ts';
import { dueLines } from './due-form.ts';
import { writeContext } from './form-context.ts';

function reading(ticket: Ticket, blocks: readonly Block[]): Form {
  return {
    form: 'whole_ticket',
    title: ticket.id,
    context: writeContext({ ticket: ticket.id }),
    blocks: [
      { type: 'heading', text: ticket.subject },
      { type: 'text', lines: [[bold(statusWords[ticket.status])]] },
      ...blocks,
    ],
    fields: [],
  };
}

/** Everything about a ticket, for the team. */
export function wholeTicketForm(ticket: Ticket, settings: DeskSettings, now: Instant): Form {
  return reading(ticket, [
    ...timeBlocks(ticket, settings, now),
    ...conversationBlocks(ticket, settings),
    ...replyBlocks(ticket, settings),
    ...noteBlocks(ticket, settings),
    ...latestDraft(ticket),
    ...minds(ticket),
  ]);
}

/** What is owed and what was, without how it came about. */
function timeBlocks(ticket: Ticket, settings: DeskSettings, now: Instant): readonly Block[] {
  const items = dueLines(ticket, settings, now);
  if (items.length === 0) return [];
  return [
    { type: 'list', ordered: false, items },
    { type: 'context', line: plain(`How these times came about: /ticket due ${ticket.id}`) },
    { type: 'divider' },
  ];
}

function replyBlocks(ticket: Ticket, settings: DeskSettings): readonly Block[] {
  return ticket.replies.flatMap((reply): Block[] => [
    { type: 'context', line: [{ text: 'The desk answered ' }, moment(reply.at, settings.timezone)] },
    { type: 'quote', lines: plainLines(reply.publicText) },
  ]);
}

function noteBlocks(ticket: Ticket, settings: DeskSettings): readonly Block[] {
  if (ticket.notes.length === 0) return [];
  return [
    { type: 'divider' },
    ...ticket.notes.flatMap((note): Block[] => [
      { type: 'context', line: [actor(note.by), { text: ' noted ' }, moment(note.at, settings.timezone)] },
      { type: 'quote', lines: plainLines(note.internalText) },
    ]),
  ];
}

function latestDraft(ticket: Ticket): readonly Block[] {
  const draft = ticket.drafts.at(-1);
  if (!draft) return [];
  const words =
    draft.outcome === 'unknown'
      ? `No draft · ${draft.reason ?? 'nothing in the knowledge base supports an answer'}`
      : `Latest draft · ${draft.state} · confidence ${confidenceWord(draft.confidence)} (${draft.confidence.toFixed(2)})`;
  return [
    { type: 'divider' },
    { type: 'context', line: plain(words) },
    ...(draft.text ? [{ type: 'quote' as const, lines: plainLines(draft.text) }] : []),
  ];
}

/** Who judged and drafted, with what, and what it took. */
function minds(ticket: Ticket): readonly Block[] {
  const made = [
    ...(ticket.triage ? [{ label: 'Sorted by', by: ticket.triage }] : []),
    ...ticket.drafts.slice(-2).map((draft) => ({ label: `Draft ${draft.draft.slice(1)} by`, by: draft })),
  ];
  if (made.length === 0) return [];
  const items = made.map(({ label, by: { engine, model, persona, insteadOf, usage } }) => ({
    label,
    value: plain(
      [
        `${engine} (${model})`,
        `${persona.id} ${persona.hash}`,
        ...(insteadOf === undefined ? [] : [insteadOf]),
        ...(usage ? [costWords(usage)] : []),
      ].join(' · '),
    ),
  }));
  return [{ type: 'divider' }, { type: 'facts', items }];
}
