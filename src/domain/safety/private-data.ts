import { matchesOf } from './matches-of.ts';
import { readAsPeopleDo } from './read-as-people-do.ts';

/** A secret or a piece of personal data found in a text. */
export type PrivateData = { readonly kind: string; readonly text: string };

/**
 * Secrets, and personal data people write in support: addresses, numbers of cards and accounts, keys and passwords.
 * `text` stands in the text as it is, unless it is disguised there.
 */
export function privateDataIn(text: string): readonly PrivateData[] {
  const plain = undisguised(text);
  const found = foundIn(text);
  if (plain === text) return found;
  const known = new Set(found.map((each) => each.text));
  return [...found, ...foundIn(plain).filter((each) => !known.has(each.text))];
}

function foundIn(text: string): readonly PrivateData[] {
  return detectors.flatMap(({ kind, pattern, holds }) =>
    matchesOf(text, pattern)
      .map((match) => match[0].trim())
      .filter((found) => holds(found))
      .map((found) => ({ kind, text: found })),
  );
}

/** As people read it: `jane (at) acme [dot] test`, digits of other scripts, letters that cannot be seen. */
function undisguised(text: string): string {
  return readAsPeopleDo(text)
    .replaceAll(/[[({]\s?(?:\.|dot|punkt|punto)\s?[\])}]/gi, '.')
    .replaceAll(/\s?[[({]\s?(?:at|@|arroba)\s?[\])}]\s?/gi, '@')
    .replaceAll(/(?<=@[\w.-]{1,60})\s?\.\s?(?=[a-z]{2,}\b)/gi, '.');
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
  {
    kind: 'e-mail address',
    pattern:
      /\b[\w.+-]{2,40} at [\w-]{2,40}(?: dot [\w-]{2,20})* dot (?:com|net|org|io|co|de|fr|es|it|nl|pt|pl|eu|uk|info|biz|test|example)\b/gi,
    holds: always,
  },
  {
    kind: 'card number',
    pattern: /(?<![\w.])(?:[2-6]\d{3}[ .·_/-]{0,3})(?:\d[ .·_/-]{0,3}){8,14}\d(?!\w)/g,
    holds: isCard,
  },
  { kind: 'bank account', pattern: /\b[A-Z]{2}\d{2}(?:[ .-]?[A-Z0-9]{1,4}){3,8}\b/gi, holds: isIban },
  {
    kind: 'phone number',
    pattern:
      /(?<![\w./:-])(?:\+|00)\d[\d ()/-]{7,16}\d\b|(?<![\w./:-])\(?0\d{1,5}\)?[ /-]\d[\d -]{4,10}\d\b|(?<![\w./:-])(?:\(\d{3}\) ?|\d{3}[.-])\d{3}[.-]\d{4}\b/g,
    holds: always,
  },
  { kind: 'network address', pattern: /(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w.]\d|\w)/g, holds: isPublicIp },
  { kind: 'network address', pattern: /\b(?:[0-9a-f]{1,4}:){4,7}[0-9a-f]{1,4}\b/gi, holds: always },
  {
    kind: 'network address',
    pattern: /(?<![\w:])(?:[0-9a-f]{1,4}:){1,6}(?::[0-9a-f]{1,4}){1,6}(?![\w:])/gi,
    holds: hasHexLetter,
  },
  { kind: 'social security number', pattern: /(?<![\w-])\d{3}-\d{2}-\d{4}(?![\w-])/g, holds: always },
  { kind: 'token', pattern: /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g, holds: always },
  {
    kind: 'key',
    pattern:
      /\b(?:sk|pk|rk|lk)[-_](?:live|test|ant|proj)?[-_]?[A-Za-z0-9_-]{12,}|\bgithub_pat_\w{20,}|\bglpat-[\w-]{16,}|\bxapp-[\w-]{10,}|\bSG\.[\w-]{16,}\.[\w-]{16,}|\bnpm_\w{30,}|\bhf_\w{20,}|\bdop_v1_\w{20,}|\bya29\.[\w-]{20,}|\bhttps:\/\/hooks\.slack\.com\/\S+|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_\w{20,}|\bxox[abeoprs]-[\w-]{10,}|\bAIza[\w-]{30,}|\bwhsec_\w{10,}/g,
    holds: always,
  },
  {
    kind: 'key',
    pattern:
      /\b(?:api[ _-]?key|access[ _-]?key|secret(?:[ _-]?key)?|client[ _-]?secret|token|bearer|authorization: basic|signing[ _-]?secret)\b["']?\s*(?:is|ist|es|est|[:=]|)\s*["'`]?(?=[\w+/=.-]*\d)(?=[\w+/=.-]*[a-z])[\w+/=.-]{16,}/giu,
    holds: always,
  },
  { kind: 'private key', pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----/g, holds: always },
  {
    kind: 'password',
    pattern:
      /(?<![\p{L}\p{N}])(?:password|passwd|passphrase|pwd|pw|passwort|kennwort|contraseña|contrasena|clave|mot de passe|senha|wachtwoord|hasło|parola|parola d'ordine|pin(?: code)?)\s*(?:is now|is|ist jetzt|ist|lautet|es|est|è|é|jest|to|[:=]|->|→)+\s*\S{4,}/giu,
    holds: hasSecretShape,
  },
  {
    kind: 'connection string',
    pattern:
      /\b[a-z][a-z0-9+]{2,}:\/\/[^\s/:@]*:[^\s/@]+@\S+|\b(?:server|data source|host)=[^;\s]+;[^\n]{0,80}(?:password|pwd)=[^;\s]+/gi,
    holds: always,
  },
];

function hasHexLetter(found: string): boolean {
  return /[a-f]/i.test(found) || found.split(':').length > 5;
}

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
  const plain = found.replaceAll(/[ .-]/g, '').toUpperCase();
  // Words have few digits; account numbers are mostly of them.
  if (plain.length < 15 || plain.length > 34 || plain.replaceAll(/\D/g, '').length < 8) return false;
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
    // Numbers of sections and versions look the same; addresses so low are public services.
    parts.some((part) => part >= 10) &&
    !/^(?:127\.|0\.0\.0\.0|192\.0\.2\.|198\.51\.100\.|203\.0\.113\.)/.test(found)
  );
}

/** "the password is wrong" tells no password: one has a digit, a sign or mixed letters in it. */
function hasSecretShape(found: string): boolean {
  const value = found.split(/[\s:=>→]+/).at(-1) ?? '';
  return /\d|[^\p{L}.,;!?]|\p{Ll}\p{Lu}/u.test(value.replace(/[.,;!?]+$/, ''));
}
