import type { Account } from './domain/account.ts';
import type { PersonId } from './domain/chat-event.ts';
import type { DeskSettings } from './domain/desk-settings.ts';
import type { DeskRole } from './domain/person.ts';
import type { Persona } from './domain/persona.ts';
import type { Instant } from './domain/time.ts';
import type { Ports } from './ports.ts';

/** The whole desk as workflows and handlers see it: the ports, its settings, its people and its personas. */
export type Desk = Ports & {
  readonly settings: DeskSettings;
  readonly people: People;
  readonly personas: ReadonlyMap<string, Persona>;
  /**
   * Open reply forms whose sender has been told that somebody answered meanwhile, with the number of answers then:
   * sending such a form again means "anyway". Forgotten with the process; then the person is told once more.
   */
  readonly warned: Map<string, number>;
  /** Resolves when the desk has learned from the tickets of earlier runs. */
  readonly learned: Promise<void>;
  /** The time before this start in which no desk was running; absent when it was too short to matter. */
  readonly away?: { readonly from: Instant; readonly to: Instant } | undefined;
};

/** Who works at this desk, as resolved at start. */
export type People = {
  readonly agents: ReadonlySet<PersonId>;
  readonly managers: ReadonlySet<PersonId>;
};

export function roleOf(people: People, person: PersonId): DeskRole {
  if (people.managers.has(person)) return 'manager';
  return people.agents.has(person) ? 'agent' : 'requester';
}

export function isTeam(people: People, person: PersonId): boolean {
  return roleOf(people, person) !== 'requester';
}

/** Accounts as imported; kept in the desk's directory. */
export type Directory = { readonly accounts: readonly Account[] };
