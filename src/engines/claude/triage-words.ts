import type { LearnedTriage, QueueRule } from '../../domain/triage.ts';
import type { Placeholders } from './placeholders.ts';

/** A queue and what goes there, as one line. */
export function ruleWords({ name, when }: QueueRule): string {
  const conditions = [
    ...(when?.category === undefined ? [] : [when.category]),
    ...(when?.severity === undefined ? [] : [when.severity]),
  ];
  return `- ${name}: ${conditions.length === 0 ? 'whatever no other queue takes' : conditions.join(', ')}`;
}

/** What the desk learned from tickets people sorted, as a hint; nothing while it learned nothing. */
export function learnedWords(
  learned: LearnedTriage | undefined,
  { person }: Pick<Placeholders, 'person'>,
): readonly string[] {
  if (learned === undefined) return [];
  if (learned.abstains) return ['It has seen nothing like this ticket.'];
  const fields = (['category', 'severity', 'sentiment'] as const).flatMap((field) => {
    const opinion = learned[field];
    if (opinion === undefined) return [];
    const { value, confidence, seen, like } = opinion;
    const likeness =
      like === undefined
        ? ''
        : `; most like ${like.ticket}${like.correctedBy === undefined ? '' : `, corrected by ${person(like.correctedBy)}`}`;
    return [`${field}: ${value}, right in ${confidence} of such cases, ${seen} seen${likeness}`];
  });
  return fields.length === 0 ? [] : [fields.join('\n')];
}
