/** One unit a person reads at once: a sentence, an item of a list, or a row of a table. `text` is verbatim. */
export type Sentence = {
  readonly text: string;
  readonly kind: 'sentence' | 'step' | 'bullet' | 'row';
  /** The names of a row's columns, when the table has them. */
  readonly columns?: readonly string[];
};

/** The sentences and list items of a text in Markdown or plain words, in order. Headings, the heads of tables and
 * code fences stay out. */
export function sentencesOf(text: string): readonly Sentence[] {
  return blocksOf(text).flatMap((block): readonly Sentence[] =>
    block.kind === 'sentence' ? split(block.text).map((each) => ({ text: each, kind: 'sentence' })) : [block],
  );
}

/** Lines joined into paragraphs and list items; an indented line continues its item. */
function blocksOf(text: string): readonly Sentence[] {
  const blocks: { text: string; kind: Sentence['kind']; columns?: readonly string[] }[] = [];
  let columns: readonly string[] = [];
  let open = false;
  let fenced = false;
  for (const written of text.split(/\r?\n/)) {
    const line = written.trimEnd();
    if (/^\s*(```|~~~)/.test(line)) {
      fenced = !fenced;
      open = false;
      continue;
    }
    const item = /^\s*(?:(\d+)[.)]|[-*+•])\s+(.*)$/.exec(line);
    const last = blocks.at(-1);
    if (line.length < 400 && /^\s*\|?[\s:|-]+\|[\s:|-]*$/.test(line)) {
      columns = last?.kind === 'row' ? cellsOf(last.text) : [];
      if (last?.kind === 'row') blocks.pop();
      open = false;
    } else if (fenced || /^\s*(#{1,6}\s|$)/.test(line)) open = false;
    else if (/^\s*\|.*\|\s*$/.test(line)) {
      blocks.push({ text: line.trim(), kind: 'row', columns });
      open = false;
    } else if (item?.[2] !== undefined) {
      blocks.push({ text: item[2].trim(), kind: item[1] === undefined ? 'bullet' : 'step' });
      open = true;
    } else if (open && last !== undefined && (last.kind === 'sentence' || /^\s/.test(line)))
      last.text = `${last.text} ${line.trim()}`;
    else {
      blocks.push({ text: line.trim(), kind: 'sentence' });
      open = true;
    }
  }
  return blocks;
}

/** The cells of a table's row, trimmed. */
export function cellsOf(row: string): readonly string[] {
  return row
    .split('|')
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '');
}

/** Ends at . ! ? followed by a space and something that begins a sentence; not after a one-letter or known short form. */
function split(paragraph: string): readonly string[] {
  const ends =
    /(?<=[.!?…]["'”»)*`]*)(?<!\b(?:e\.g|i\.e|etc|approx|no|vs|z\. ?B|bzw|ca|p\. ?ej|\p{L})\.)\s+(?=["'“„«¿¡(*`]*[\p{Lu}\p{N}¿¡])/gu;
  return paragraph
    .split(ends)
    .map((each) => each.trim())
    .filter((each) => each !== '');
}
