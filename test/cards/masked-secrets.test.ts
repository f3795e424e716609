import { expect, it } from 'vitest';
import { maskedSecrets } from '../../src/cards/masked-secrets.ts';
import { ticketCard } from '../../src/cards/team/ticket-card.ts';
import { aTicket } from '../support/a-ticket.ts';
import { settings } from '../support/builders.ts';
import { readText } from './reading.ts';

const key = `lk_live_${'4f9a8b7c'.repeat(2)}`;

it.each([
  [`We use ${key} for orders`, 'We use lk_l••• for orders', ['an API key']],
  ['the password is Summer-2026 since May', 'the password is ••• since May', ['a password']],
  ['card 4242 4242 4242 4242 fails', 'card 4242••• fails', ['a card number']],
  ['write to dana@acme.test', 'write to dana@acme.test', []],
  ['the password is wrong', 'the password is wrong', []],
])('shows “%s” as “%s”', (text, shown, secrets) => {
  expect(maskedSecrets(text)).toEqual({ text: shown, secrets });
});

it('shows nothing of a private key', () => {
  const pem = ['-----BEGIN RSA PRIVATE KEY-----', 'MIIEowIBAAKCAQEA', '-----END RSA PRIVATE KEY-----'].join(
    '\n',
  );
  expect(maskedSecrets(`Ours:\n${pem}\nDoes it fit?`).text).toBe(
    'Ours:\n---- a private key •••\nDoes it fit?',
  );
});

it('tells the team about a secret without showing it', () => {
  const { messages } = aTicket();
  const ticket = aTicket({
    messages: messages.map((message) => ({ ...message, text: `Which scope do we need? We use ${key}` })),
  });
  const text = readText(ticketCard(ticket, settings).blocks);
  expect(text).toContain('🔑 The message holds a secret (an API key). Ask them to revoke it.');
  expect(text).toContain('We use lk_l•••');
  expect(text).not.toContain(key);
});
