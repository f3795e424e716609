import { cellsOf, type Sentence } from '../../domain/language/sentences-of.ts';

/** A sentence of a page as a person would say it in a reply: without Markdown; a table's row as one line. */
export function readable({ text, kind, columns = [] }: Sentence): string {
  if (kind !== 'row') return plainText(text);
  const [first = '', ...others] = cellsOf(text);
  const names = others.length < 2 ? [] : columns.slice(1);
  const told = others.map((cell, at) => named(cell, names[at])).join('; ');
  return plainText(`${first}: ${told}`).replace(
    /,? (?:see below|siehe unten|véase abajo|voir ci-dessous)$/i,
    '',
  );
}

/** Markdown's marks and pictures are for the help page; what is nothing but a picture stays as it is. */
export function plainText(markdown: string): string {
  const words = markdown.replaceAll(pictures, '');
  return (/[\p{L}\p{N}]/u.test(words) ? words : markdown)
    .replaceAll(/\[([^\]]+)\]\(([^)\s]+)\)/g, '$1')
    .replaceAll(/\*\*([^*]+)\*\*/g, '$1')
    .replaceAll(/(?<![\w*])\*([^*\s][^*]*)\*(?!\w)/g, '$1')
    .replaceAll(/(?<!\w)_([^_\s][^_]*)_(?!\w)/g, '$1')
    .replaceAll(/`([^`]+)`/g, '$1');
}

const pictures = /!\[[^\]]*\]\([^)\s]*(?:\s+"[^"]*")?\) ?/g;

/** A value means nothing without the name of its column; what to do speaks for itself. */
function named(cell: string, column: string | undefined): string {
  return column === undefined || selfExplaining.test(column) ? cell : `${column}: ${cell}`;
}

const selfExplaining =
  /^(?:meaning|cause|reason|repair|fix|solution|remedy|what (?:helps|to do|it means)|description|bedeutung|ursache|lösung|significado|solución|signification)$/i;
