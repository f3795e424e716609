import type { PracticeChannel } from '../control.ts';
import { practicePeople } from './people.ts';

const everyone = practicePeople.map((person) => person.id);
const team = practicePeople.filter((person) => person.role !== 'customer').map((person) => person.id);

/** The channels of the practice workspace. Customers see `#support` and `#general`; the rest belongs to the team. */
export const practiceChannels: readonly PracticeChannel[] = [
  {
    id: 'C01SUPPORT',
    name: 'support',
    kind: 'channel',
    topic: 'Questions about Larder. Write what happened; the desk answers in your thread.',
    archived: false,
    members: [...everyone],
  },
  {
    id: 'C02TRIAGE',
    name: 'support-triage',
    kind: 'private',
    topic: 'One card per ticket. What is written here stays in the team.',
    archived: false,
    members: [...team],
  },
  {
    id: 'C03INCIDENTS',
    name: 'incidents',
    kind: 'private',
    topic: 'Running incidents and their rooms.',
    archived: false,
    members: [...team],
  },
  {
    id: 'C04REPORTS',
    name: 'support-reports',
    kind: 'private',
    topic: 'Weekly and monthly reports of the desk.',
    archived: false,
    members: [...team],
  },
  {
    id: 'C05GENERAL',
    name: 'general',
    kind: 'channel',
    topic: 'Everybody. The desk does not listen here unless it is mentioned.',
    archived: false,
    members: [...everyone],
  },
];
