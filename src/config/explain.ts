import { z } from 'zod';
import { nearest } from './nearest.ts';

type Explained = { readonly path: readonly PropertyKey[]; readonly problem: string };

/** What is wrong with a value of `raw` and what it must be, in plain words; one entry per wrong key. */
export function explain(issue: z.core.$ZodIssue, schema: z.ZodType, raw: unknown): readonly Explained[] {
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, issue.path);
    return issue.keys.map((key) => ({
      path: [...issue.path, key],
      problem: unknownKey(key, issue.path, known),
    }));
  }
  const path = writtenPath(issue.path, raw);
  return [{ path, problem: `${nameOf(path)}${whatIsWrong(issue)}` }];
}

/** As far as the text goes: `4h` may be read as `{ within: 4h }`, and one value as a list of one. */
function writtenPath(path: readonly PropertyKey[], raw: unknown): readonly PropertyKey[] {
  let at = raw;
  for (const [index, step] of path.entries()) {
    if (typeof at !== 'object' || at === null) return path.slice(0, index);
    at = Object.entries(at).find(([key]) => key === String(step))?.[1];
    if (at === undefined) return path;
  }
  return path;
}

function unknownKey(key: string, path: readonly PropertyKey[], known: readonly string[]): string {
  const meant = nearest(key, known);
  const hint = meant !== undefined ? `did you mean ${meant}?` : `known are ${known.join(', ')}`;
  return `${nameOf([...path, key])}is not a known key${known.length > 0 ? `; ${hint}` : ''}`;
}

function whatIsWrong(issue: z.core.$ZodIssue): string {
  const given = issue.input;
  if (given === undefined && issue.code === 'invalid_type') return 'is missing';
  // In YAML everything after " #" is a comment, so an unquoted channel name reads as nothing.
  if (given === null) return 'is empty; a value that begins with # must be in quotes';
  if (issue.code === 'invalid_type' && issue.message.startsWith('Invalid input'))
    return `must be ${kinds[issue.expected] ?? issue.expected}${shown(given)}`;
  if (issue.code === 'invalid_value' && issue.message.startsWith('Invalid option')) {
    return `must be one of ${issue.values.map(String).join(', ')}${shown(given)}`;
  }
  if (issue.message.startsWith('Invalid input: expected "')) {
    return `must be ${issue.code === 'invalid_value' ? issue.values.map(String).join(' or ') : ''}${shown(given)}`;
  }
  return `${issue.message}${shown(given)}`;
}

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of keys',
  record: 'a group of keys',
};

/** Short plain values are repeated, so that the line is found by eye. */
function shown(given: unknown): string {
  const isPlain = typeof given === 'string' || typeof given === 'number' || typeof given === 'boolean';
  return isPlain && String(given).length <= 40 ? ` (is ${JSON.stringify(given)})` : '';
}

function nameOf(path: readonly PropertyKey[]): string {
  if (path.length === 0) return '';
  const name = path.reduce<string>(
    (text, step) =>
      typeof step === 'number' ? `${text}[${step + 1}]` : `${text}${text && '.'}${String(step)}`,
    '',
  );
  return `${name} `;
}

/** The keys the schema knows at a path; none where keys are free. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): readonly string[] {
  let at: unknown = schema;
  for (const step of path) at = childOf(unwrap(at), step);
  const end = unwrap(at);
  if (end instanceof z.ZodObject) return Object.keys(end.shape);
  if (end instanceof z.ZodRecord && end.keyType instanceof z.ZodEnum) return end.keyType.options.map(String);
  return [];
}

function childOf(schema: unknown, step: PropertyKey): unknown {
  if (schema instanceof z.ZodObject) return schema.shape[String(step)];
  if (schema instanceof z.ZodArray) return schema.element;
  if (schema instanceof z.ZodRecord) return schema.valueType;
  return undefined;
}

function unwrap(schema: unknown): unknown {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault || schema instanceof z.ZodOptional) {
    return unwrap(schema.unwrap());
  }
  if (schema instanceof z.ZodPipe) return unwrap(schema.out);
  return schema;
}
