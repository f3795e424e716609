import type { ChatEvent } from '../../domain/chat-event.ts';

/** Events of one lane are worked one at a time, in the order they came. */
export function inboxLane(event: ChatEvent): string {
  switch (event.type) {
    case 'message':
    case 'message_edited':
      return `thread ${event.message.thread}`;
    case 'message_deleted':
      return `thread ${event.thread}`;
    case 'reaction':
      return `thread ${event.message}`;
    case 'shortcut':
      return event.message === undefined ? `person ${event.by}` : `thread ${event.message.thread}`;
    case 'pressed':
      return event.subject === '' ? `person ${event.by}` : `subject ${event.subject}`;
    case 'submitted':
      return event.context === '' ? `person ${event.by}` : `subject ${event.context}`;
    case 'command':
    case 'home_opened':
      return `person ${event.by}`;
  }
}
