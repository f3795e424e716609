import { plainReading } from '../../domain/safety/read-as-people-do.ts';
import { type Guard, weakens } from './guard.ts';

/** A claim says “not” where its quote does, and only there. Most words in common do not tell “do” from “do not”. */
export const sameSense: Guard = {
  name: 'sense',
  check: ({ claims }) =>
    claims
      .filter(({ text, source }) => negations(text) % 2 !== negations(source.quote) % 2)
      .map(({ text }) => weakens('Says “not” where its source does not, or the other way round.', text)),
};

function negations(text: string): number {
  return plainReading(text).match(negation)?.length ?? 0;
}

const negation =
  /\b(?:not|never|cannot|without|no longer)\b|n't\b|\b(?:nicht|nie|niemals|kein\w*|ohne)\b|\b(?:no|nunca|jamas|sin)\b(?= [a-z])|\b(?:pas|jamais|sans|aucune?)\b|\b(?:non|mai|senza)\b|\b(?:nao|sem)\b|\b(?:niet|geen|nooit|zonder)\b/g;
