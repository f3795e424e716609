import { workingDays } from './domain/routine/recurrence.ts';
import { hour } from './domain/time.ts';
import { reviewTopics } from './workflows/autonomy.ts';
import { listMorning } from './workflows/morning-list.ts';
import type { Recurring } from './workflows/routine.ts';

/** Everything the desk does again and again by itself. A name stays for ever: it is the key of the rule's timer. */
export const recurring: readonly Recurring[] = [
  {
    name: 'morning lists',
    when: { at: '09:00', days: workingDays, zone: 'desk' },
    what: 'Each person of the team is told, in one message, which tickets nobody looks after',
    run: listMorning,
  },
  {
    name: 'review of topics',
    when: { every: hour },
    what: 'Topics answered without a person are looked at: offered, kept, or stopped',
    run: reviewTopics,
  },
];
