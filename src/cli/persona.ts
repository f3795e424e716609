import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';

import { loadPersonas } from '../agents/load-personas.ts';
import { runDrafting, runTriage } from '../agents/run-agent.ts';
import type { Config } from '../config.ts';
import { DeskError, Misconfigured } from '../domain/errors.ts';
import type { Persona } from '../domain/persona.ts';
import { createOfflineEngine } from '../engines/offline/offline-engine.ts';
import type { Engine } from '../ports.ts';
import { projectRoot } from '../project-root.ts';
import { createSearch } from '../search/desk-search.ts';
import { draftFactsOf, type PersonaCase, readPersonaCase, triageFactsOf } from './persona-case.ts';
import { judge, type Said, wordsOf } from './persona-judge.ts';
import { textFile } from './readable.ts';

const usage = `Usage: npm run persona -- <persona> <case> [--claude]
  <case>    a file, or the name of one in test/fixtures/personas/<persona>
  --claude  ask Claude, with the key and the models of your settings, instead of the offline engine`;
const examples = 'Name a case file; examples are in test/fixtures/personas.';

/** Where the settings of Claude come from, when it is asked for. */
export type ClaudeConfig = () => Pick<Config, 'claude' | 'engine'>;

/**
 * Shows what a persona makes of one case: what it was given, its answer, the reply, the guards, and whether it says
 * what the case asks for. Returns the exit code: 1 when it does not, or when the case cannot be read.
 */
export async function persona(
  args: string[],
  out: (line: string) => void,
  config?: ClaudeConfig,
): Promise<number> {
  const withClaude = args.includes('--claude');
  const [id, name] = args.filter((arg) => arg !== '--claude');
  if (id === undefined || name === undefined) {
    out(usage);
    return 2;
  }
  try {
    const personas = await loadPersonas(join(projectRoot(), 'personas'));
    const chosen = personas.get(id);
    if (chosen === undefined) {
      out(`There is no persona “${id}”. There are: ${[...personas.keys()].join(', ')}.`);
      return 2;
    }
    const file = caseFile(id, name);
    const tried = readPersonaCase(file, await textFile(file, examples));
    const engine = withClaude ? await claudeFrom(config) : createOfflineEngine();
    const said = await show(chosen, { personas, tried, engine, out });
    return judge(said, tried, out) ? 0 : 1;
  } catch (error) {
    // The last place before the person at the terminal: our own errors say what to do, others keep their stack.
    if (!(error instanceof DeskError)) throw error;
    out(error.message);
    return 1;
  }
}

/** A case by its path, or by its name among the persona's examples. */
function caseFile(id: string, name: string): string {
  const known = join(projectRoot(), 'test', 'fixtures', 'personas', id, `${basename(name, '.json')}.json`);
  return !existsSync(name) && existsSync(known) ? known : name;
}

async function claudeFrom(config: ClaudeConfig | undefined): Promise<Engine> {
  const { claude, engine } = config?.() ?? {};
  if (claude?.apiKey === undefined || engine === undefined) {
    throw new Misconfigured('There is no ANTHROPIC_API_KEY: set it, or leave --claude away.');
  }
  const { createClaudeEngine } = await import('../engines/claude.ts');
  const newCode = () => randomBytes(12).toString('hex');
  return createClaudeEngine({
    apiKey: claude.apiKey,
    baseUrl: claude.baseUrl,
    models: engine.models,
    newCode,
  });
}

type Show = {
  readonly personas: ReadonlyMap<string, Persona>;
  readonly tried: PersonaCase;
  readonly engine: Engine;
  readonly out: (line: string) => void;
};

/** Returns what is measured: the words the persona says, and the fields it decided. */
async function show(chosen: Persona, { personas, tried, engine, out }: Show): Promise<Said> {
  const facts = triageFactsOf(tried);
  const triagePersona = [...personas.values()].find(({ role }) => role === 'triage') ?? chosen;
  out(`${tried.title}\npersona ${chosen.id} (${chosen.hash}), engine ${engine.name}`);
  const triage = await runTriage(engine, triagePersona, facts);
  if (chosen.role === 'triage') {
    print(out, 'Given', facts);
    print(out, 'Answer', triage.answer);
    const { category, severity } = triage.answer;
    return { words: JSON.stringify(triage.answer), category, severity };
  }
  const draftFacts = draftFactsOf(tried, triage.answer, createSearch());
  const draft = await runDrafting(engine, chosen, draftFacts);
  print(out, 'Given', draftFacts);
  print(out, 'Answer', draft.answer);
  out(`\n── Reply (confidence ${draft.confidence}) ──\n${draft.text ?? 'None: it says “I don’t know”.'}`);
  out('\n── Guards ──');
  if (draft.findings.length === 0) out('Nothing to object to.');
  for (const { guard, effect, reason, text } of draft.findings) {
    out(`${guard} ${effect}: ${reason}${text === undefined ? '' : `\n  in: ${text}`}`);
  }
  const { category, severity } = triage.answer;
  return { words: wordsOf(draft, triage.answer.language), category, severity, outcome: draft.answer.outcome };
}

function print(out: Show['out'], title: string, value: unknown): void {
  out(`\n── ${title} ──\n${JSON.stringify(value, rounded, 2)}`);
}

/** Sums of tenths end in a row of noughts. */
function rounded(_: string, value: unknown): unknown {
  return typeof value === 'number' ? Math.round(value * 1000) / 1000 : value;
}
