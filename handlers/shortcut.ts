import { newTicketForm } from '../src/cards/forms/ticket-forms.ts';
import type { Desk } from '../src/desk.ts';
import type { ChatEventOf } from '../src/domain/chat-event.ts';
import type { InboxOutcome } from '../src/store-port.ts';
import { openFromThread } from '../src/workflows/open-from-thread.ts';
import { showForm, tell } from './answer.ts';

/** "Create ticket" on a message opens a ticket from its thread; the global shortcut opens the form. */
export async function takeInShortcut(desk: Desk, event: ChatEventOf<'shortcut'>): Promise<InboxOutcome> {
  if (!event.message) {
    await showForm(desk, event.handle, newTicketForm());
    return { outcome: 'done' };
  }
  const outcome = await openFromThread(desk, {
    message: event.message.id,
    known: event.message,
    door: 'shortcut',
    by: event.by,
    at: event.at,
  });
  await tell(desk, event.handle, outcomeWords(outcome));
  return outcome;
}

function outcomeWords(outcome: InboxOutcome): string {
  switch (outcome.outcome) {
    case 'opened':
      return `${outcome.ticket} is open.`;
    case 'joined':
      return `This is already ${outcome.ticket}.`;
    case 'ignored':
    case 'parked':
      return outcome.reason;
    default:
      return 'Done.';
  }
}
