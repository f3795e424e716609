import type { Desk } from '../../../desk.ts';
import type { PersonId } from '../../../domain/chat-event.ts';
import { DeskError } from '../../../domain/errors.ts';

/** Whom words begin with, and what stands behind the name. */
export type NamedPerson = { readonly person: PersonId; readonly rest: string };

/**
 * Somebody named at the start of the words: `me`, `@Ana Ruiz`, a first name or the part of an address that only one of the
 * desk's people has, an address, or the platform's own id. Commands carry names, because chat has undone its mentions.
 */
export async function namedPerson(
  desk: Pick<Desk, 'chat' | 'people' | 'settings'>,
  words: string,
  by: PersonId,
): Promise<NamedPerson | undefined> {
  const text = words.trim();
  const [first = ''] = text.split(/\s+/);
  const bare = text.replace(/^@/, '');
  if (first.toLowerCase() === 'me') return { person: by, rest: text.slice(first.length).trim() };
  const names = await namesOf(desk);
  const found = names
    .filter(({ name }) => beginsWith(bare, name))
    .sort((one, other) => other.name.length - one.name.length);
  const [best] = found;
  if (best) {
    const people = new Set(
      found.filter(({ name }) => name.length === best.name.length).map(({ person }) => person),
    );
    if (people.size === 1) return { person: best.person, rest: bare.slice(best.name.length).trim() };
  }
  const [id, ...more] = await desk.chat.resolve(first.replace(/^@/, ''));
  return id !== undefined && more.length === 0
    ? { person: id, rest: text.slice(first.length).trim() }
    : undefined;
}

/** What the desk's people can be called by. */
async function namesOf(
  desk: Pick<Desk, 'chat' | 'people' | 'settings'>,
): Promise<readonly { readonly name: string; readonly person: PersonId }[]> {
  const { commanders, liaisons, specialists } = desk.settings.incidents;
  const people = new Set([
    ...desk.people.agents,
    ...desk.people.managers,
    ...commanders,
    ...liaisons,
    ...Object.values(specialists).flat(),
  ]);
  const known = await Promise.all([...people].map((person) => namesOfOne(desk, person)));
  return known.flat();
}

async function namesOfOne(desk: Pick<Desk, 'chat'>, person: PersonId) {
  try {
    const { name, email } = await desk.chat.person(person);
    const [firstName = ''] = name.split(/\s+/);
    const [local = ''] = (email ?? '').split('@');
    return [name, firstName, local, email ?? '']
      .filter((each) => each !== '')
      .map((each) => ({ name: each, person }));
  } catch (error) {
    // Somebody who cannot be looked up now can still be named by their address or id.
    if (!(error instanceof DeskError)) throw error;
    return [];
  }
}

function beginsWith(text: string, name: string): boolean {
  const end = text.slice(name.length, name.length + 1);
  return text.toLowerCase().startsWith(name.toLowerCase()) && (end === '' || /[\s,:;.]/.test(end));
}
