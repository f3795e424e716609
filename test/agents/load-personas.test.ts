import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadPersonas, personaFor } from '../../src/agents/load-personas.ts';
import { Misconfigured } from '../../src/domain/errors.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'personas-'));
});
afterEach(() => rm(folder, { recursive: true }));

const head = (role: string, more: readonly string[] = []) => [
  '---',
  'name: Tess',
  `role: ${role}`,
  'description: Sorts tickets.',
  'model: fast',
  'maxOutputTokens: 400',
  ...(more.length > 0 ? more : ['tools: [search-tickets]', 'channels: []']),
  '---',
];
const file = (name: string, lines: readonly string[]) =>
  writeFile(join(folder, name), `${lines.join('\n')}\n`);
const good = async () => {
  await file('sorter.md', [...head('triage'), 'You sort.']);
  await file('drafter.md', [...head('drafting'), 'You draft.']);
  await file('voice.md', [...head('support'), 'You speak.']);
};
const problems = async () => {
  const error: unknown = await loadPersonas(folder).catch((thrown: unknown) => thrown);
  if (!(error instanceof Misconfigured)) throw new Error('the bad folder was loaded', { cause: error });
  return error.message.split('\n').slice(1);
};

describe('loading personas', () => {
  it('gives each persona its file’s name, body and hash', async () => {
    await good();
    const personas = await loadPersonas(folder);
    const text = `${[...head('triage'), 'You sort.'].join('\n')}\n`;
    expect(personas.get('sorter')).toEqual({
      id: 'sorter',
      name: 'Tess',
      role: 'triage',
      description: 'Sorts tickets.',
      model: 'fast',
      maxOutputTokens: 400,
      tools: ['search-tickets'],
      channels: [],
      body: 'You sort.',
      hash: createHash('sha256').update(text).digest('hex').slice(0, 12),
    });
  });

  it('lets nobody change them afterwards', async () => {
    await good();
    const personas = await loadPersonas(folder);
    const sorter = personas.get('sorter');
    expect(Object.isFrozen(sorter) && Object.isFrozen(sorter?.tools)).toBe(true);
    expect(() => Reflect.apply(Map.prototype.clear, undefined, [])).toThrow();
    expect(() => 'clear' in personas && typeof personas.clear === 'function' && personas.clear()).toThrow(
      'do not change',
    );
    expect(personas.size).toBe(3);
  });

  it('keeps a rule of three dashes inside the instructions', async () => {
    await good();
    await file('voice.md', [...head('support'), 'Above', '', '---', '', 'Below']);
    expect((await loadPersonas(folder)).get('voice')?.body).toBe('Above\n\n---\n\nBelow');
  });

  it('reads files with Windows line ends', async () => {
    await good();
    await writeFile(join(folder, 'voice.md'), [...head('support'), 'You speak.', ''].join('\r\n'));
    expect((await loadPersonas(folder)).get('voice')).toMatchObject({ role: 'support', body: 'You speak.' });
  });

  it.each<[string, readonly string[], readonly string[]]>([
    [
      'a wrong value',
      [...head('chef'), 'Body'],
      ['voice.md:3: role: Invalid option: expected one of "triage"|"drafting"|"support"'],
    ],
    [
      'an unknown key',
      [...head('support', ['colour: red', 'tools: []', 'channels: []']), 'Body'],
      ['voice.md:7: colour: is no setting of a persona'],
    ],
    [
      'a missing key',
      [...head('support', ['tools: []']), 'Body'],
      ['voice.md:2: channels: Invalid input: expected array, received undefined'],
    ],
    [
      'a key said twice',
      [...head('support', ['name: Tom', 'tools: []', 'channels: []']), 'Body'],
      ['voice.md:7: Map keys must be unique'],
    ],
    [
      'a broken quote',
      [...head('support', ['tools: ["a', 'channels: []']), 'Body'],
      ['voice.md:8: Missing closing "quote'],
    ],
    [
      'an unknown tool',
      [...head('support', ['tools:', '  - search-tickets', '  - delete-all', 'channels: []']), 'Body'],
      ['voice.md:9: tools: “delete-all” is no tool'],
    ],
    [
      'a tool of another role',
      [...head('support', ['tools: [list-open-tickets]', 'channels: []']), 'Body'],
      ['voice.md:7: tools: the role support may not use “list-open-tickets”'],
    ],
    [
      'no instructions',
      [...head('support'), '', '  '],
      ['voice.md:10: has no instructions below the settings'],
    ],
    ['no settings', ['You speak.'], ['voice.md:1: must begin with settings between two lines of ---']],
    [
      'an open fence',
      ['---', 'name: Tess', 'You speak.'],
      ['voice.md:1: must begin with settings between two lines of ---'],
    ],
    [
      'too long a text',
      [...head('support'), 'x'.repeat(20_001)],
      ['voice.md:1: is 20133 characters long; the limit is 20000'],
    ],
  ])('tells the line of %s', async (_, lines, expected) => {
    await good();
    await file('voice.md', lines);
    const found = await problems();
    for (const text of expected) expect(found[0]).toContain(text);
  });

  it('tells all problems of all files at once', async () => {
    await file('a.md', [...head('chef', ['colour: red', 'tools: []', 'channels: []']), 'Body']);
    await file('b.md', ['nothing']);
    expect((await problems()).map((problem) => problem.split(' ')[0])).toEqual([
      'a.md:3:',
      'a.md:7:',
      'b.md:1:',
    ]);
  });

  it('misses a role nobody plays', async () => {
    await file('sorter.md', [...head('triage'), 'You sort.']);
    expect(await problems()).toEqual([
      expect.stringContaining('no persona plays the role drafting'),
      expect.stringContaining('no persona plays the role support'),
    ]);
  });

  it('refuses two personas for one role unless their channels tell them apart', async () => {
    await good();
    await file('second.md', [...head('support'), 'You speak too.']);
    expect(await problems()).toEqual([
      expect.stringContaining('voice.md:1: second.md has the same role support'),
    ]);
    await file('second.md', [...head('support', ['tools: []', 'channels: [vip]']), 'You speak too.']);
    const personas = await loadPersonas(folder);
    expect(personaFor(personas, 'support', 'vip').id).toBe('second');
    expect(personaFor(personas, 'support', 'elsewhere').id).toBe('voice');
    expect(personaFor(personas, 'support').id).toBe('voice');
  });

  it('says which folder is missing', async () => {
    await expect(loadPersonas(join(folder, 'nowhere'))).rejects.toThrow(/cannot be read.*nowhere/);
  });

  it('loads the personas that are shipped', async () => {
    const personas = await loadPersonas('personas');
    expect([...personas.values()].map(({ role }) => role).sort()).toEqual(['drafting', 'support', 'triage']);
  });
});
