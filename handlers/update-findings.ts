import { shortened } from '../src/cards/text.ts';
import type { UpdateFinding } from '../src/workflows/incident/updates/rendered-update.ts';

const mostShown = 3;

/** What is wrong with an update, where, and how to put it right, in one line. */
export function findingWords(findings: readonly UpdateFinding[]): string {
  const lines = findings.slice(0, mostShown).map(({ text, repair, tickets }) => {
    const where = tickets.length === 1 ? ` (${tickets[0]})` : '';
    return text === '' ? `${repair}${where}` : `“${shortened(text, 60)}”${where}: ${repair}`;
  });
  const more = findings.length - lines.length;
  return [...lines, ...(more > 0 ? [`And ${more} more.`] : [])].join(' ');
}

/** The same doubts about the same words are shown once. */
export function findingsPrint(findings: readonly UpdateFinding[]): number {
  const words = findings.map(({ rule, text }) => `${rule}:${text}`).join('|');
  let print = 7;
  for (const letter of words) print = (print * 31 + (letter.codePointAt(0) ?? 0)) | 0;
  return print;
}
