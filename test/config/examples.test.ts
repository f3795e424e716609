import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { settings } from '../../src/config/settings.ts';
import { readConfig } from '../../src/config.ts';
import { projectRoot } from '../../src/project-root.ts';

const textOf = (name: string) => readFileSync(join(projectRoot(), name), 'utf8');
const names: readonly string[] = settings.map(({ name }) => name);

test('the example desk file has no mistakes and sets nothing that is not used yet', () => {
  const config = readConfig({ MUSTER_CONFIG: 'desk.example.yaml' }, textOf);
  expect(config.unused).toEqual([]);
  expect(config.queues.map(({ name }) => name)).toContain('billing');
});

test('the example environment names settings the desk knows', () => {
  const named = [...textOf('.env.example').matchAll(/^#? ?([A-Z_]+)=/gm)].map(([, name]) => name);
  expect(named.length).toBeGreaterThan(5);
  expect(names).toEqual(expect.arrayContaining(named));
});

test('every setting the environment is asked for is in the table, and the other way round', () => {
  const source = ['src/config/environment.ts', 'src/config.ts'].map(textOf).join('\n');
  const asked = new Set(names.filter((name) => source.includes(`'${name}'`)));
  const unused = settings.filter(({ meaning }) => meaning.endsWith('(not used yet)')).map(({ name }) => name);
  expect([...asked, ...unused].toSorted()).toEqual(names.toSorted());
  const given = [...source.matchAll(/given\('([A-Z_]+)'\)/g)].map(([, name]) => name);
  expect(names).toEqual(expect.arrayContaining(given));
});
