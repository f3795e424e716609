import type { FieldProblems } from '../src/cards/card.ts';
import { phrasesIn } from '../src/cards/requester/phrases.ts';
import type { Desk } from '../src/desk.ts';
import type { ChatEvent, ChatEventOf } from '../src/domain/chat-event.ts';
import { greetingLanguage } from '../src/domain/intake.ts';
import type { InboxOutcome } from '../src/store-port.ts';
import { takeInDeletion, takeInEdit } from '../src/workflows/take-in-change.ts';
import { takeInMessage } from '../src/workflows/take-in-message.ts';
import { actions } from './actions/index.ts';
import { tell } from './answer.ts';
import { commandOf } from './commands/index.ts';
import { forms } from './forms/index.ts';
import { showHomeOf } from './home.ts';
import { takeInReaction } from './reaction.ts';
import { takeInRoomEvent } from './room.ts';
import { takeInShortcut } from './shortcut.ts';

/** One stored chat event in, one workflow called, one answer to the person. Says what became of the event. */
export async function handleEvent(desk: Desk, event: ChatEvent): Promise<InboxOutcome> {
  switch (event.type) {
    case 'message':
      return takeInAndGreet(desk, event);
    case 'message_edited':
      return takeInEdit(desk, event);
    case 'message_deleted':
      return takeInDeletion(desk, event);
    case 'reaction':
      return takeInReaction(desk, event);
    case 'shortcut':
      return takeInShortcut(desk, event);
    case 'command': {
      const { handler, rest } = commandOf(event.text);
      return handler(desk, event, rest);
    }
    case 'pressed': {
      const action = Object.hasOwn(actions, event.action) ? actions[event.action] : undefined;
      if (!action) return { outcome: 'ignored', reason: `Unknown action ${event.action}` };
      await action(desk, event);
      return { outcome: 'done', ...(/^T-\d+$/.test(event.subject) ? { ticket: event.subject } : {}) };
    }
    case 'submitted': {
      const form = Object.hasOwn(forms, event.form) ? forms[event.form] : undefined;
      if (!form) return { outcome: 'ignored', reason: `Unknown form ${event.form}` };
      await form.submit(desk, event);
      return { outcome: 'done' };
    }
    case 'pinned':
    case 'membership':
    case 'channel_changed':
      return takeInRoomEvent(desk, event);
    case 'home_opened':
      await showHomeOf(desk, event.by, event.handle);
      return { outcome: 'done' };
  }
}

/** Whoever only says hello is told, privately, how to go on. */
async function takeInAndGreet(desk: Desk, event: ChatEventOf<'message'>): Promise<InboxOutcome> {
  const outcome = await takeInMessage(desk, event);
  const { message } = event;
  if (outcome.outcome === 'done') {
    const { author: person, place, thread } = message;
    await tell(desk, { person, channel: place.channel, thread }, 'Noted in the log of this war room.');
  }
  const isToUs = event.mentionsDesk || message.place.kind === 'direct';
  const language = isToUs && !message.byApp ? greetingLanguage(event) : undefined;
  if (outcome.outcome === 'ignored' && language !== undefined) {
    const handle = {
      person: message.author,
      channel: message.place.channel,
      ...(message.thread === message.id ? {} : { thread: message.thread }),
    };
    await tell(desk, handle, phrasesIn(language).hello);
  }
  return outcome;
}

/** What must be put right in a form before it is taken; asked while the form is still open. */
export async function checkForm(desk: Desk, event: ChatEvent): Promise<FieldProblems | undefined> {
  if (event.type !== 'submitted' || !Object.hasOwn(forms, event.form)) return undefined;
  return forms[event.form]?.check?.(desk, event);
}

/** Something a person did could not be carried out for a long time; they are told, with a reference. */
export async function tellParked(desk: Desk, event: ChatEvent, reference: string): Promise<void> {
  if (!('handle' in event)) return;
  await tell(desk, event.handle, `That did not work, and the team knows. Reference: ${reference}.`);
}
