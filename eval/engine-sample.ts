import { join } from 'node:path';
import { loadPersonas, personaFor } from '../src/agents/load-personas.ts';
import type { Persona, PersonaRole } from '../src/domain/persona.ts';
import { projectRoot } from '../src/project-root.ts';
import { randomFrom, shuffled } from './random.ts';

const seed = 20_261_121;

/** At most so many rows, the same each time: what a paid engine is asked about. */
export function sampleOf<T>(rows: readonly T[], limit: number): readonly T[] {
  return shuffled(rows, randomFrom(seed)).slice(0, limit);
}

/** The shipped persona of a role. */
export async function shippedPersona(role: PersonaRole): Promise<Persona> {
  return personaFor(await loadPersonas(join(projectRoot(), 'personas')), role);
}
