import type { Span } from '../card.ts';

/** Who did something, for the team: a person by name, or the desk itself. */
export function actor(by: string): Span {
  return by === 'desk' ? { text: 'the desk' } : { person: by };
}
