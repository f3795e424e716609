/** A persona: instructions with a role. The role ties it to a typed contract; the rest is text people may edit. */
export type PersonaRole = 'triage' | 'drafting' | 'support';

export type Persona = {
  /** File name without its ending; stable, used in events. */
  readonly id: string;
  readonly name: string;
  readonly role: PersonaRole;
  readonly description: string;
  /** Our alias; configuration maps it to a vendor's model. */
  readonly model: 'fast' | 'strong';
  readonly maxOutputTokens: number;
  readonly tools: readonly string[];
  /** Channel names it works in; empty means everywhere. */
  readonly channels: readonly string[];
  /** The instructions, taken as they are. */
  readonly body: string;
  /** SHA-256 of the file, first 12 hex digits: any answer leads back to the text that made it. */
  readonly hash: string;
};
