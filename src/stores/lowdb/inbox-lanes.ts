import type { ChatEvent } from '../../domain/chat-event.ts';

/**
 * Events that share a lane are worked one at a time, in the order they came. A thread is a lane; so is what one person
 * starts in one channel, because several lines in the same minute are one ticket and the second must find what the
 * first has opened. What happens to a channel as such, who comes and goes and what is pinned, is a lane for each channel:
 * somebody who came and left must not be in it for ever.
 */
export function inboxLanes(event: ChatEvent): readonly string[] {
  switch (event.type) {
    case 'message': {
      const { id, thread, place, author } = event.message;
      const own = `thread ${thread}`;
      return id === thread ? [own, `starts ${place.channel} ${author}`] : [own];
    }
    case 'message_edited':
      return [`thread ${event.message.thread}`];
    case 'message_deleted':
      return [`thread ${event.thread}`];
    case 'reaction':
      return [`thread ${event.message}`];
    case 'shortcut':
      return event.message === undefined ? [`person ${event.by}`] : [`thread ${event.message.thread}`];
    case 'pressed':
      return [event.subject === '' ? `person ${event.by}` : `subject ${event.subject}`];
    case 'submitted':
      return [event.context === '' ? `person ${event.by}` : `subject ${event.context}`];
    case 'pinned':
    case 'membership':
      return [`channel ${event.place.channel}`];
    case 'channel_changed':
      return [`channel ${event.channel}`];
    case 'command':
    case 'home_opened':
      return [`person ${event.by}`];
  }
}
