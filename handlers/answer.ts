import type { Card, Form, Home } from '../src/cards/card.ts';
import { momentText } from '../src/cards/moment.ts';
import { plain } from '../src/cards/text.ts';
import { refusalWords } from '../src/cards/wording.ts';
import type { Desk } from '../src/desk.ts';
import type { AnswerHandle } from '../src/domain/chat-event.ts';
import { DeskError } from '../src/domain/errors.ts';
import type { Refusal } from '../src/domain/ticket/decision.ts';
import type { Answer } from '../src/ports.ts';
import type { Changed } from '../src/workflows/change-ticket.ts';

/** Answers the person who acted, at once and for them alone. */
async function answer(desk: Desk, handle: AnswerHandle, shown: Answer): Promise<void> {
  try {
    await desk.chat.answer(handle, shown);
  } catch (error) {
    // The moment to answer has passed (a restart, a slow network). What the person did is done; only the
    // private echo is lost, and repeating it later would confuse.
    if (!(error instanceof DeskError) || error.name !== 'Refused') throw error;
    desk.log.warn('private answer not shown', {
      code: 'code' in error ? error.code : 'refused',
      show: shown.show,
    });
  }
}

export async function tell(desk: Desk, handle: AnswerHandle, words: string): Promise<void> {
  await showCard(desk, handle, { summary: words, blocks: [{ type: 'text', lines: [plain(words)] }] });
}

export async function showCard(desk: Desk, handle: AnswerHandle, card: Card): Promise<void> {
  await answer(desk, handle, { show: 'line', card });
}

export async function showForm(desk: Desk, handle: AnswerHandle, form: Form): Promise<void> {
  await answer(desk, handle, { show: 'form', form });
}

export async function showHome(desk: Desk, handle: AnswerHandle, home: Home): Promise<void> {
  await answer(desk, handle, { show: 'home', home });
}

/** Tells the person why nothing happened, when nothing happened. True when the change went through. */
export async function reportOutcome(desk: Desk, handle: AnswerHandle, changed: Changed): Promise<boolean> {
  if (changed.outcome === 'unknown_ticket') {
    await tell(desk, handle, 'There is no such ticket. Check its number, or use /ticket search.');
    return false;
  }
  if (changed.outcome === 'refused') {
    await showCard(desk, handle, refusalCard(desk, changed.refusal));
    return false;
  }
  return true;
}

function refusalCard(desk: Desk, refusal: Refusal): Card {
  const words = refusalWords[refusal.refused];
  if (!('by' in refusal)) return { summary: words, blocks: [{ type: 'text', lines: [plain(words)] }] };
  const time = momentText(refusal.at, desk.settings.timezone, 'time');
  const did = ` ${whoWasFirst[refusal.refused]} at ${time}.`;
  return { summary: words, blocks: [{ type: 'text', lines: [[{ person: refusal.by }, { text: did }]] }] };
}

const whoWasFirst: Readonly<Record<Extract<Refusal, { readonly by: string }>['refused'], string>> = {
  already_claimed: 'took it',
  answered_meanwhile: 'answered',
  already_sent: 'sent it',
};
