import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { persona } from '../../src/cli/persona.ts';

async function run(...args: string[]): Promise<{ code: number; said: string }> {
  const lines: string[] = [];
  const code = await persona(args, (line) => lines.push(line));
  return { code, said: lines.join('\n') };
}

describe('trying a persona on a case', () => {
  it('shows what was given, the answer, the reply and the guards', async () => {
    const { code, said } = await run(
      'resolution-drafter',
      'test/fixtures/personas/resolution-drafter/outage-with-workaround.json',
    );
    expect(code).toBe(0);
    for (const part of ['Given', 'Answer', 'Reply', 'Guards', 'Turn on now']) expect(said).toContain(part);
  });

  it('shows how a ticket is sorted', async () => {
    const { code, said } = await run(
      'triage-controller',
      'test/fixtures/personas/triage-controller/wish-in-german.json',
    );
    expect(code).toBe(0);
    expect(said).toContain('"category": "feature_request"');
  });

  it('finds a case by its name, and says whether it is met', async () => {
    const { code, said } = await run('support-agent', 'steps-did-not-help');
    expect(code).toBe(0);
    expect(said).toContain('persona support-agent (');
    expect(said).toContain('All of it is met.');
  });

  it('ends with 1 and names what was not said', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'muster-persona-'));
    const file = join(folder, 'case.json');
    const known = readFileSync('test/fixtures/personas/resolution-drafter/nothing-fits.json', 'utf8');
    writeFileSync(file, known.replace('"mustHave": []', '"mustHave": ["a unicorn"]'));
    const { code, said } = await run('resolution-drafter', file);
    rmSync(folder, { recursive: true });
    expect(code).toBe(1);
    expect(said).toContain('✗ does not say “a unicorn”');
  });

  it('needs a key to ask Claude', async () => {
    expect(await run('resolution-drafter', 'nothing-fits', '--claude')).toEqual({
      code: 1,
      said: 'There is no ANTHROPIC_API_KEY: set it, or leave --claude away.',
    });
  });

  it('says what is missing', async () => {
    expect(await run()).toEqual({ code: 2, said: expect.stringContaining('npm run persona') });
    expect(await run('nobody', 'x.json')).toEqual({
      code: 2,
      said: expect.stringContaining('triage-controller'),
    });
    expect(await run('triage-controller', 'no-such.json')).toEqual({
      code: 1,
      said: 'no-such.json is not there. Name a case file; examples are in test/fixtures/personas.',
    });
    expect(await run('triage-controller', 'package.json')).toEqual({
      code: 1,
      said: expect.stringMatching(
        /^package\.json is no persona case:\n {2}title is missing\n[\s\S]* {2}name is not known/,
      ),
    });
    expect(await run('triage-controller', 'README.md')).toEqual({
      code: 1,
      said: 'README.md is no persona case: it is not JSON.',
    });
    expect(await run('triage-controller', 'test')).toEqual({
      code: 1,
      said: expect.stringContaining('test is a folder; name a file.'),
    });
  });
});
