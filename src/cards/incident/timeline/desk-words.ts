import { updateName } from '../incident-words.ts';

const messages: Readonly<Record<string, string>> = {
  card: 'the card',
  announcement: 'the announcement',
  log: 'the log',
  offer: 'an offer of a role',
  called: 'a call into the room',
  approval: 'a draft to approve',
  due: 'that an update is due',
  score: 'the scorecard',
  review: 'the card of the review',
  thread: 'the beginning of the thread',
};

/** The desk's message of that key, such as `approval:u3`, in words. */
export function messageWords(key: string): string {
  const [kind = ''] = key.split(':');
  return messages[kind] ?? 'a message';
}

/** What people were reminded of: `approval:u3`, `internal`, `action:a1:due:2026-12-04`. */
export function nudgeWords(about: string): string {
  const [kind = '', which = ''] = about.split(':');
  switch (kind) {
    case 'approval':
    case 'approval_open':
      return `the draft of ${updateName(which)}`;
    case 'internal':
      return 'telling the team where it stands';
    case 'stale':
      return 'saying whether it is still live';
    case 'review':
      return 'the review';
    case 'action':
      return `action ${which.replace(/^a/, '')}`;
    default:
      return 'what is owed';
  }
}
