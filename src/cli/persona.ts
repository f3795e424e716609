import { join } from 'node:path';
import { loadPersonas } from '../agents/load-personas.ts';
import { runDrafting, runTriage } from '../agents/run-agent.ts';
import { DeskError } from '../domain/errors.ts';
import type { Persona } from '../domain/persona.ts';
import { createOfflineEngine } from '../engines/offline/offline-engine.ts';
import { projectRoot } from '../project-root.ts';
import { createSearch } from '../search/desk-search.ts';
import { draftFactsOf, type PersonaCase, readPersonaCase, triageFactsOf } from './persona-case.ts';
import { textFile } from './readable.ts';

const usage = 'Usage: npm run persona -- <persona> <case.json>';
const examples = 'Name a case file; examples are in test/fixtures/personas.';

/** Shows what a persona makes of one case: what it was given, its answer, the reply and the guards. Returns the exit code. */
export async function persona(args: string[], out: (line: string) => void): Promise<number> {
  const [id, file] = args;
  if (id === undefined || file === undefined) {
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
    await show(chosen, { personas, tried: readPersonaCase(file, await textFile(file, examples)), out });
    return 0;
  } catch (error) {
    // The last place before the person at the terminal: our own errors say what to do, others keep their stack.
    if (!(error instanceof DeskError)) throw error;
    out(error.message);
    return 1;
  }
}

type Show = {
  readonly personas: ReadonlyMap<string, Persona>;
  readonly tried: PersonaCase;
  readonly out: (line: string) => void;
};

async function show(chosen: Persona, { personas, tried, out }: Show): Promise<void> {
  const engine = createOfflineEngine();
  const facts = triageFactsOf(tried);
  const triagePersona = [...personas.values()].find(({ role }) => role === 'triage') ?? chosen;
  out(`${tried.title}\npersona ${chosen.id} (${chosen.hash}), engine ${engine.name}`);
  const triage = await runTriage(engine, triagePersona, facts);
  if (chosen.role === 'triage') {
    print(out, 'Given', facts);
    print(out, 'Answer', triage.answer);
    return;
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
}

function print(out: Show['out'], title: string, value: unknown): void {
  out(`\n── ${title} ──\n${JSON.stringify(value, undefined, 2)}`);
}
