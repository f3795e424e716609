import { type Document, isMap, isPair, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { explain } from './explain.ts';

/** Something wrong at a line (counted from 1). */
export type LineProblem = { readonly line: number; readonly problem: string };

export type Path = readonly PropertyKey[];

/** YAML read against a schema: the value, or every problem with its line; `lineOf` finds any key's line. */
export type YamlReading<T> = {
  readonly value: T | undefined;
  readonly problems: readonly LineProblem[];
  /** The value with the wrong top-level keys left out, so that more can be checked; undefined when nothing is sound. */
  readonly sound: T | undefined;
  /** The top-level keys that are wrong. */
  readonly wrong: ReadonlySet<string>;
  lineOf(path: Path): number;
  /** What the text says, unchecked. */
  readonly raw: unknown;
  /** Whether the text itself names this key. */
  has(path: readonly string[]): boolean;
};

/** Reads YAML strictly. Key order, comments and anchors are YAML's own; nothing is repaired. */
export function readYaml<S extends z.ZodType>(text: string, schema: S): YamlReading<z.infer<S>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, prettyErrors: false });
  const lineAt = (offset: number) => Math.max(1, lines.linePos(offset).line);
  const lineOf = (path: Path) => lineAt(offsetOf(document, path));
  const has = (path: readonly string[]) => document.hasIn(path);

  const broken = [...document.errors, ...document.warnings].map((error) => ({
    line: lineAt(error.pos[0]),
    problem: plainYamlError(error.code, error.message),
  }));
  if (broken.length > 0 && document.errors.some((error) => error.code !== 'DUPLICATE_KEY')) {
    return {
      value: undefined,
      problems: broken,
      sound: undefined,
      wrong: new Set(),
      raw: undefined,
      lineOf,
      has,
    };
  }

  const raw: unknown = document.toJS() ?? {};
  const parsed = schema.safeParse(raw, { reportInput: true });
  const explained = (parsed.error?.issues ?? []).flatMap((issue) => explain(issue, schema, raw));
  const wrong = new Set(explained.map(({ path }) => String(path[0] ?? '')));
  const problems = [...broken, ...explained.map(({ path, problem }) => ({ line: lineOf(path), problem }))];
  const sound = parsed.success ? parsed.data : schema.safeParse(without(raw, wrong)).data;
  return {
    value: problems.length === 0 ? parsed.data : undefined,
    problems: problems.sort((a, b) => a.line - b.line),
    sound,
    wrong,
    raw,
    lineOf,
    has,
  };
}

function without(raw: unknown, keys: ReadonlySet<string>): unknown {
  if (typeof raw !== 'object' || raw === null) return raw;
  return Object.fromEntries(Object.entries(raw).filter(([key]) => !keys.has(key)));
}

/** Where the key a path ends in stands; of its nearest parent when the text has no such key. */
function offsetOf(document: Document, path: Path): number {
  let node: unknown = document.contents;
  let offset = isMap(node) || isSeq(node) || isScalar(node) ? (node.range?.[0] ?? 0) : 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(
        (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === step,
      );
      if (pair === undefined) return offset;
      offset = isScalar(pair.key) ? (pair.key.range?.[0] ?? offset) : offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      if (isMap(node) || isSeq(node) || isScalar(node)) offset = node.range?.[0] ?? offset;
    } else return offset;
  }
  return offset;
}

function plainYamlError(code: string, message: string): string {
  if (code === 'DUPLICATE_KEY') return 'this key is there twice; keep one';
  if (code === 'BAD_SCALAR_START') return `${message}; put the value in quotes`;
  if (code === 'TAB_AS_INDENT') return 'is indented with a tab; use spaces';
  return message;
}
