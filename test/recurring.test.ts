import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { recurrenceWords } from '../src/domain/routine/recurrence.ts';
import { recurring } from '../src/recurring.ts';
import { readMarkdown } from './support/markdown.ts';

const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');

test('the README lists what comes by itself, each rule with its time', () => {
  expect(readMarkdown(readme).table('Rule', 'When', 'What happens')).toEqual(
    recurring.map(({ name, when, what }) => [name, recurrenceWords(when), what]),
  );
});

test('every rule has a name of its own and says what it does', () => {
  expect(new Set(recurring.map(({ name }) => name)).size).toBe(recurring.length);
  expect(recurring.filter(({ what }) => what.length < 20 || what.endsWith('.'))).toEqual([]);
});
