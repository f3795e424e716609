import type { PracticePerson } from '../control.ts';

/** Everybody in the practice workspace: five customers of different companies, the desk's team, and the bot. */
export const practicePeople: readonly PracticePerson[] = [
  customer('U01DANA', 'Dana Whitfield', 'dana@acme.test', {
    note: 'customer, Acme Outfitters (enterprise)',
    color: '#2f6f4f',
    timezone: 'Europe/London',
  }),
  customer('U02MARCUS', 'Marcus Boyle', 'marcus@harbourpine.test', {
    note: 'customer, Harbour & Pine (business), runs out of patience',
    color: '#a3442e',
    timezone: 'America/New_York',
  }),
  customer('U03MEI', 'Mei Tanaka', 'mei@papercrane.test', {
    note: 'customer, Paper Crane Studio (standard), new to Larder',
    color: '#8a5a9e',
    timezone: 'Europe/Amsterdam',
  }),
  customer('U04TOMASZ', 'Tomasz Nowak', 'tomasz@voltbike.test', {
    note: 'customer, Voltbike (business), developer',
    color: '#33658a',
    timezone: 'Europe/Warsaw',
  }),
  customer('U05INES', 'Inés Keller', 'ines@velaro.test', {
    note: 'customer, Velaro Shoes (enterprise), writes German, Spanish and French too',
    color: '#b07d12',
    timezone: 'Europe/Zurich',
  }),
  teammate('U06ANA', 'Ana Ruiz', 'agent', { note: 'agent, Larder', color: '#0f7c80' }),
  teammate('U07OMAR', 'Omar Haddad', 'agent', { note: 'agent, Larder', color: '#5b6c9d' }),
  teammate('U08SOFIE', 'Sofie Lindqvist', 'agent', { note: 'agent for billing, Larder', color: '#9a4f76' }),
  teammate('U09GRACE', 'Grace Okafor', 'manager', { note: 'support manager, Larder', color: '#5f5a52' }),
  {
    id: 'U0MUSTER',
    name: 'muster',
    realName: 'Muster',
    note: 'the desk',
    role: 'bot',
    color: '#1f4fd8',
    isBot: true,
    timezone: 'Europe/Berlin',
  },
];

/** Id of the desk's bot in the practice workspace. */
export const practiceBot = 'U0MUSTER';

function customer(
  id: string,
  realName: string,
  email: string,
  looks: Pick<PracticePerson, 'note' | 'color' | 'timezone'>,
): PracticePerson {
  return { id, name: handleOf(email), realName, email, role: 'customer', isBot: false, ...looks };
}

function teammate(
  id: string,
  realName: string,
  role: 'agent' | 'manager',
  looks: Pick<PracticePerson, 'note' | 'color'>,
): PracticePerson {
  const name = realName.split(' ')[0]?.toLowerCase() ?? realName;
  const email = `${name}@larder.test`;
  return { id, name, realName, email, role, isBot: false, timezone: 'Europe/Berlin', ...looks };
}

function handleOf(email: string): string {
  return email.split('@')[0] ?? email;
}
