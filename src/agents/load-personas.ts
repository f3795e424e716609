import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Misconfigured } from '../domain/errors.ts';
import type { Persona, PersonaRole } from '../domain/persona.ts';
import { readPersonaFile } from './persona-file.ts';

const requiredRoles: readonly PersonaRole[] = ['triage', 'drafting', 'support'];

/**
 * Every persona of a folder (`*.md`), by id. Throws one `Misconfigured` that lists every problem of every file as
 * `file:line: text`; a bad file is never skipped.
 */
export async function loadPersonas(folder: string): Promise<ReadonlyMap<string, Persona>> {
  const names = await namesIn(folder);
  const problems: string[] = [];
  const personas: Persona[] = [];
  for (const name of names) {
    const read = readPersonaFile(basename(name, '.md'), await readFile(join(folder, name), 'utf8'));
    if ('persona' in read) personas.push(read.persona);
    else problems.push(...read.problems.map(({ line, text }) => `${name}:${line}: ${text}`));
  }
  const hasAllFiles = problems.length === 0;
  problems.push(...(hasAllFiles ? missingRoles(personas, folder) : []), ...ambiguousRoles(personas));
  if (problems.length > 0) {
    throw new Misconfigured(`The personas in ${folder} cannot be used:\n${problems.join('\n')}`);
  }
  return frozen(personas);
}

/** The persona that plays a role in a channel: one made for the channel before one for everywhere. */
export function personaFor(
  personas: ReadonlyMap<string, Persona>,
  role: PersonaRole,
  channel?: string,
): Persona {
  const playing = [...personas.values()].filter((persona) => persona.role === role);
  const own = playing.find(({ channels }) => channel !== undefined && channels.includes(channel));
  const persona = own ?? playing.find(({ channels }) => channels.length === 0) ?? playing[0];
  if (persona === undefined) throw new Misconfigured(`No persona plays the role ${role}.`);
  return persona;
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith('.md')).sort();
  } catch (cause) {
    throw new Misconfigured(`The folder of the personas cannot be read: ${folder}`, { cause });
  }
}

function missingRoles(personas: readonly Persona[], folder: string): readonly string[] {
  return requiredRoles
    .filter((role) => !personas.some((persona) => persona.role === role))
    .map((role) => `${folder}:1: no persona plays the role ${role}`);
}

/** Two personas may share a role only when their channels tell which one works where. */
function ambiguousRoles(personas: readonly Persona[]): readonly string[] {
  return personas.flatMap((persona, at) =>
    personas
      .slice(0, at)
      .filter((other) => other.role === persona.role && overlap(persona.channels, other.channels))
      .map(
        (other) =>
          `${persona.id}.md:1: ${other.id}.md has the same role ${persona.role} for the same channels`,
      ),
  );
}

function overlap(left: readonly string[], right: readonly string[]): boolean {
  if (left.length === 0 || right.length === 0) return left.length === right.length;
  return left.some((channel) => right.includes(channel));
}

/** `Object.freeze` leaves a Map's entries open, so the map itself refuses changes. */
function frozen(personas: readonly Persona[]): ReadonlyMap<string, Persona> {
  const map = new Map(personas.map((persona) => [persona.id, persona]));
  const refuse = () => {
    throw new TypeError('Personas do not change while the desk runs.');
  };
  return Object.freeze(Object.assign(map, { set: refuse, delete: refuse, clear: refuse }));
}
