/** A secret or a piece of personal data found in a text. */
export type PrivateData = { readonly kind: string; readonly text: string };

/** Secrets, and personal data people write in support: addresses, numbers of cards and accounts, keys and passwords. */
export function privateDataIn(text: string): readonly PrivateData[] {
  return detectors.flatMap(({ kind, pattern, holds }) =>
    [...text.matchAll(pattern)]
      .map((match) => match[0].trim())
      .filter((found) => holds(found))
      .map((found) => ({ kind, text: found })),
  );
}

type Detector = {
  readonly kind: string;
  readonly pattern: RegExp;
  readonly holds: (found: string) => boolean;
};
const always = () => true;

const detectors: readonly Detector[] = [
  {
    kind: 'e-mail address',
    pattern: /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu,
    holds: always,
  },
  { kind: 'card number', pattern: /(?<![\w.])(?:\d[ -]?){12,18}\d(?![\w])/g, holds: isCard },
  { kind: 'bank account', pattern: /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{2,4}){3,8}\b/g, holds: isIban },
  {
    kind: 'phone number',
    pattern:
      /(?<![\w./:-])(?:\+|00)\d[\d ()/-]{7,16}\d\b|(?<![\w./:-])\(?0\d{2,4}\)?[ /-]\d[\d -]{4,10}\d\b/g,
    holds: always,
  },
  { kind: 'network address', pattern: /(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w.]\d|\w)/g, holds: isPublicIp },
  { kind: 'network address', pattern: /\b(?:[0-9a-f]{1,4}:){4,7}[0-9a-f]{1,4}\b/gi, holds: always },
  { kind: 'token', pattern: /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g, holds: always },
  {
    kind: 'key',
    pattern:
      /\b(?:sk|pk|rk|lk)[-_](?:live|test|ant|proj)?[-_]?[A-Za-z0-9_-]{12,}|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_\w{20,}|\bxox[abeoprs]-[\w-]{10,}|\bAIza[\w-]{30,}|\bwhsec_\w{10,}/g,
    holds: always,
  },
  { kind: 'private key', pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----/g, holds: always },
  {
    kind: 'password',
    pattern:
      /\b(?:password|passwd|pwd|passwort|kennwort|contraseña|mot de passe)\s*(?:is|ist|es|est|[:=])\s*\S{4,}/giu,
    holds: hasSecretShape,
  },
  { kind: 'connection string', pattern: /\b[a-z][a-z0-9+]{2,}:\/\/[^\s/:@]+:[^\s/@]+@\S+/gi, holds: always },
];

/** Luhn's check digit. */
function isCard(found: string): boolean {
  const digits = [...found.replaceAll(/\D/g, '')].reverse().map(Number);
  if (digits.length < 13 || digits.length > 19) return false;
  const sum = digits.reduce((total, digit, at) => {
    const counted = at % 2 === 1 ? digit * 2 : digit;
    return total + (counted > 9 ? counted - 9 : counted);
  }, 0);
  return sum % 10 === 0;
}

/** ISO 13616: remainder 1 by 97. */
function isIban(found: string): boolean {
  const plain = found.replaceAll(' ', '');
  if (plain.length < 15 || plain.length > 34) return false;
  const turned = plain.slice(4) + plain.slice(0, 4);
  const digits = [...turned]
    .map((sign) => (/\d/.test(sign) ? sign : String(sign.charCodeAt(0) - 55)))
    .join('');
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
}

/** Loopback, documentation and wildcard addresses belong to nobody. */
function isPublicIp(found: string): boolean {
  const parts = found.split('.').map(Number);
  return (
    parts.every((part) => part <= 255) &&
    !/^(?:127\.|0\.0\.0\.0|192\.0\.2\.|198\.51\.100\.|203\.0\.113\.)/.test(found)
  );
}

/** "the password is wrong" tells no password: one has a digit, a sign or mixed letters in it. */
function hasSecretShape(found: string): boolean {
  const value = found.split(/[\s:=]+/).at(-1) ?? '';
  return /\d|[^\p{L}.,;!?]|\p{Ll}\p{Lu}/u.test(value.replace(/[.,;!?]+$/, ''));
}
