import { createHash } from 'node:crypto';
import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import type { Persona, PersonaRole } from '../domain/persona.ts';

/** A persona a person can still read and a model can still follow. */
const longestFile = 20_000;

/** Tools a role may use. A persona file can name fewer, never others. */
export const roleTools: Readonly<Record<PersonaRole, readonly string[]>> = {
  triage: ['search-tickets', 'list-open-tickets', 'search-articles'],
  drafting: ['search-articles', 'search-tickets'],
  support: ['search-articles', 'search-tickets'],
};
const knownTools = new Set(Object.values(roleTools).flat());

const Frontmatter = z.strictObject({
  name: z.string().trim().min(1),
  role: z.enum(['triage', 'drafting', 'support']),
  description: z.string().trim().min(1),
  model: z.enum(['fast', 'strong']),
  maxOutputTokens: z.int().min(1).max(32_000),
  tools: z.array(z.string()),
  channels: z.array(z.string()),
});

/** `line` is counted from 1, in the file. */
export type FileProblem = { readonly line: number; readonly text: string };
export type PersonaFile = { readonly persona: Persona } | { readonly problems: readonly FileProblem[] };

/** Reads the text of one persona file strictly; all its problems are told at once. */
export function readPersonaFile(id: string, text: string): PersonaFile {
  const fences = /^---[ \t]*\r?\n([\s\S]*?)\r?\n?^---[ \t]*\r?$\n?([\s\S]*)$/m.exec(text);
  const problems: FileProblem[] = [];
  if (text.length > longestFile) {
    problems.push({ line: 1, text: `is ${text.length} characters long; the limit is ${longestFile}` });
  }
  if (fences === null || fences.index !== 0) {
    return {
      problems: [...problems, { line: 1, text: 'must begin with settings between two lines of ---' }],
    };
  }
  const [, yaml = '', body = ''] = fences;
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, uniqueKeys: true });
  // Line 1 of the settings is line 2 of the file.
  const lineAt = (offset: number) => lines.linePos(offset).line + 1;
  problems.push(
    ...document.errors.map((error) => ({ line: lineAt(error.pos[0]), text: firstLine(error.message) })),
  );
  const bodyLine = text.slice(0, text.length - body.length).split('\n').length;
  if (body.trim() === '') problems.push({ line: bodyLine, text: 'has no instructions below the settings' });
  if (document.errors.length > 0) return { problems };

  const lineOf = (path: readonly PropertyKey[]) => lineAt(offsetOf(document.contents, path));
  const parsed = Frontmatter.safeParse(document.toJS() ?? {});
  if (!parsed.success) {
    return { problems: [...problems, ...parsed.error.issues.flatMap((issue) => problemsOf(issue, lineOf))] };
  }
  const { tools, role } = parsed.data;
  tools.forEach((tool, at) => {
    if (!knownTools.has(tool)) {
      problems.push({
        line: lineOf(['tools', at]),
        text: `tools: “${tool}” is no tool (known: ${[...knownTools].join(', ')})`,
      });
    } else if (!roleTools[role].includes(tool)) {
      problems.push({ line: lineOf(['tools', at]), text: `tools: the role ${role} may not use “${tool}”` });
    }
  });
  if (problems.length > 0) return { problems };
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 12);
  return { persona: freeze({ id, ...parsed.data, body: body.trim(), hash }) };
}

/** An unknown key is reported at its own line, not at the mapping's. */
function problemsOf(
  issue: z.core.$ZodIssue,
  lineOf: (path: readonly PropertyKey[]) => number,
): readonly FileProblem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      line: lineOf([...issue.path, key]),
      text: `${key}: is no setting of a persona`,
    }));
  }
  const name = issue.path.map(String).join('.');
  return [{ line: lineOf(issue.path), text: name === '' ? issue.message : `${name}: ${issue.message}` }];
}

/** Where the key (or list entry) that a path names begins; the nearest existing parent when it is missing. */
function offsetOf(contents: unknown, path: readonly PropertyKey[]): number {
  let node = contents;
  let offset = 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
      if (pair === undefined) return offset;
      offset = isScalar(pair.key) ? (pair.key.range?.[0] ?? offset) : offset;
      node = pair.value;
    } else if (node !== null && typeof node === 'object' && 'items' in node && Array.isArray(node.items)) {
      const items: readonly unknown[] = node.items;
      node = items[Number(step)];
      offset = isScalar(node) ? (node.range?.[0] ?? offset) : offset;
    } else return offset;
  }
  return offset;
}

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? message).replace(/ at line \d+, column \d+:?$/, '');
}

function freeze(persona: Persona): Persona {
  return Object.freeze({
    ...persona,
    tools: Object.freeze([...persona.tools]),
    channels: Object.freeze([...persona.channels]),
  });
}
