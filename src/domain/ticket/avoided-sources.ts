import type { TicketEvent } from './event.ts';

/**
 * Ids of the sources of every draft a person has turned down or replaced since the requester's story last changed.
 * A draft made anew because the requester wrote more avoids nothing.
 */
export function avoidedSources(events: readonly TicketEvent[]): readonly string[] {
  const avoided = new Set<string>();
  let latest: readonly string[] = [];
  for (const event of events) {
    if (event.type === 'drafted') latest = event.draft.sources.map(({ id }) => id);
    else if (event.type === 'draft_discarded' || event.type === 'draft_requested') {
      for (const id of latest) avoided.add(id);
    } else if (changesTheStory(event)) {
      avoided.clear();
      latest = [];
    }
  }
  return [...avoided];
}

function changesTheStory(event: TicketEvent): boolean {
  switch (event.type) {
    case 'message_joined':
      return event.message.from === 'requester';
    case 'backfilled':
    case 'message_edited':
    case 'message_deleted':
    case 'absorbed':
    case 'released_merged':
    case 'split':
      return true;
    default:
      return false;
  }
}
