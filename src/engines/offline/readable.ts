import { cellsOf, type Sentence } from '../../domain/language/sentences-of.ts';

/** A sentence of a page as a person would say it in a reply: without Markdown; a table's row as one line. */
export function readable({ text, kind, columns = [] }: Sentence): string {
  if (kind !== 'row') return plainText(text);
  const [first = '', ...others] = cellsOf(text);
  return plainText(`${first}: ${others.map((cell, at) => named(cell, columns[at + 1])).join('; ')}`);
}

/** Markdown's marks are for the help page. */
export function plainText(markdown: string): string {
  return markdown
    .replaceAll(/\[([^\]]+)\]\(([^)\s]+)\)/g, '$1')
    .replaceAll(/\*\*([^*]+)\*\*/g, '$1')
    .replaceAll(/(?<![\w*])\*([^*\s][^*]*)\*(?!\w)/g, '$1')
    .replaceAll(/(?<!\w)_([^_\s][^_]*)_(?!\w)/g, '$1')
    .replaceAll(/`([^`]+)`/g, '$1');
}

/** A number means nothing without the name of its column; a phrase speaks for itself. */
function named(cell: string, column: string | undefined): string {
  const isPhrase = (cell.match(/\p{L}{2,}/gu)?.length ?? 0) >= 2;
  return column === undefined || isPhrase ? cell : `${column} ${cell}`;
}
