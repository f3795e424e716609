/** The parts of a Markdown document that tests compare with the code. */
export type Markdown = {
  /** Rows of the one table whose head begins with these cells, without the head. */
  table(...head: readonly string[]): readonly (readonly string[])[];
  /** Everything between backticks outside fenced blocks. */
  readonly code: readonly string[];
  /** Lines of fenced blocks. */
  readonly fenced: readonly string[];
  /** Targets of links and pictures that lie in the repository. */
  readonly links: readonly string[];
};

export function readMarkdown(text: string): Markdown {
  const prose: string[] = [];
  const fenced: string[] = [];
  let isFenced = false;
  for (const line of text.split('\n')) {
    if (line.startsWith('```')) isFenced = !isFenced;
    else (isFenced ? fenced : prose).push(line);
  }
  return {
    fenced,
    code: prose.flatMap(codeIn),
    links: [...prose.join('\n').matchAll(/\]\(([^)#]+)[^)]*\)/g)]
      .map(([, target = '']) => target)
      .filter((target) => !/^[a-z]+:/.test(target)),
    table(...head) {
      const starts = prose.flatMap((line, at) =>
        line.startsWith('|') && head.every((cell, column) => cellsOf(line)[column] === cell) ? [at] : [],
      );
      if (starts.length !== 1) {
        throw new Error(
          `There are ${starts.length} tables with the head ${head.join(' | ')}; one is expected`,
        );
      }
      const rows = prose.slice((starts[0] ?? 0) + 2);
      const end = rows.findIndex((line) => !line.startsWith('|'));
      return rows.slice(0, end === -1 ? undefined : end).map(cellsOf);
    },
  };
}

/** What stands between backticks in a cell or line. */
export function codeIn(text: string): readonly string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
}

/** What is set in bold in a cell or line. */
export function boldIn(text: string): readonly string[] {
  return [...text.matchAll(/\*\*([^*]+)\*\*/g)].map(([, bold = '']) => bold);
}

function cellsOf(line: string): readonly string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}
