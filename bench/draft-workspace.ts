import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { blockProblems, viewProblems } from '../src/chat/slack/limits.ts';
import { instant } from '../src/domain/time.ts';
import { practiceContentFolder } from '../src/practice/content/content-folder.ts';
import type { PracticeChannel, PracticePerson } from '../src/practice/control.ts';
import { fillDesk } from '../src/practice/fill-desk.ts';
import type { PracticeOptions } from '../src/practice/practice-options.ts';
import { openLowdbStore } from '../src/stores/lowdb/lowdb-store.ts';
import { botToken, signingSecret } from './ack-load.ts';

const companies = ['acme', 'harbourpine', 'papercrane', 'voltbike', 'velaro'];

/** A workspace with this many customers, so that nobody's messages count as one burst. */
export function benchWorkspace(customers: number): PracticeOptions {
  const looks = { note: '', color: '#336699', timezone: 'UTC' };
  const people = Array.from({ length: customers }, (_, index): PracticePerson => {
    const email = `p${index}@${companies[index % companies.length]}.test`;
    return {
      ...looks,
      id: `U1${index}`,
      name: `p${index}`,
      realName: `Person ${index}`,
      email,
      role: 'customer',
      isBot: false,
    };
  });
  const bot: PracticePerson = {
    ...looks,
    id: 'U0MUSTER',
    name: 'muster',
    realName: 'Muster',
    role: 'bot',
    isBot: true,
  };
  const members = [...people, bot].map(({ id }) => id);
  const channel = (id: string, name: string): PracticeChannel => ({
    id,
    name,
    kind: 'channel',
    topic: '',
    archived: false,
    members,
  });
  return {
    people: [...people, bot],
    channels: [channel('C01SUPPORT', 'support'), channel('C02TRIAGE', 'support-triage')],
    teamName: 'Bench',
    botName: 'Muster',
    botToken,
    signingSecret,
    appToken: 'xapp-bench',
    validate: { blocks: blockProblems, view: viewProblems },
    commands: [],
    shortcuts: [],
  };
}

/** The practice workspace's 30 articles, its accounts and its past tickets in a data folder. */
export async function fillFolder(folder: string): Promise<void> {
  const store = await openLowdbStore({ folder });
  await fillDesk(store, {
    now: instant(Date.now()),
    channel: 'slack:C01SUPPORT',
    personId: (id) => `slack:${id}`,
  });
  await store.close();
}

/** What people write: the requests of the practice workspace's past tickets, told apart by a number. */
export function requests(count: number): readonly string[] {
  const past: unknown = JSON.parse(readFileSync(join(practiceContentFolder(), 'past-tickets.json'), 'utf8'));
  const texts = (Array.isArray(past) ? past : []).map((ticket: { text: string }) => ticket.text);
  return Array.from({ length: count }, (_, index) => `${texts[index % texts.length]} (shop ${index})`);
}
