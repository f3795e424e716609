import { type PrivateData, privateDataIn } from '../domain/safety/private-data.ts';

/** A text as a card may show it, and what was left out of it, in words. */
export type MaskedText = { readonly text: string; readonly secrets: readonly string[] };

/** What opens a door, with the words for it. Addresses and phone numbers are needed to help people, so they stay. */
const doors: ReadonlyMap<string, string> = new Map([
  ['key', 'an API key'],
  ['private key', 'a private key'],
  ['token', 'a token'],
  ['password', 'a password'],
  ['connection string', 'a connection with its password'],
  ['card number', 'a card number'],
]);

/** Keys, passwords and card numbers with their first four characters; of a password, which is short, none. */
export function maskedSecrets(text: string): MaskedText {
  const found = privateDataIn(text).filter(({ kind }) => doors.has(kind));
  const masked = found
    .toSorted((left, right) => right.text.length - left.text.length)
    .reduce((shown, secret) => shown.replaceAll(secret.text, maskedOne(secret)), text);
  const secrets = [...new Set(found.map(({ kind }) => doors.get(kind) ?? kind))];
  return { text: secrets.includes('a private key') ? withoutPrivateKey(masked) : masked, secrets };
}

function maskedOne({ kind, text }: PrivateData): string {
  if (kind === 'private key') return text;
  if (kind === 'card number' || kind === 'connection string') return `${text.slice(0, 4)}•••`;
  // What stands before the secret says what it is: “api key: ”.
  const label = /^.*[\s:=>→"'`]/su.exec(text)?.[0] ?? '';
  return kind === 'password' ? `${label}•••` : `${label}${text.slice(label.length, label.length + 4)}•••`;
}

/** The detector finds the first line of such a key; the key itself is below it. */
function withoutPrivateKey(text: string): string {
  return text.replaceAll(
    /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g,
    '---- a private key •••',
  );
}
