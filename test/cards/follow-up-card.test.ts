import { describe, expect, test } from 'vitest';
import { followUpCard } from '../../src/cards/requester/follow-up-card.ts';
import { followUpKey } from '../../src/domain/routine/follow-up.ts';
import type { Ticket } from '../../src/domain/ticket/ticket.ts';
import { aTicket, aWorkedTicket } from '../support/a-ticket.ts';
import { after, ana, aTriage, settings } from '../support/builders.ts';
import { readText } from './reading.ts';

const asked = after(2 * 24 * 60);
const later = after(9000);
const ask = followUpKey(asked);
const shown = (ticket: Ticket) => readText(followUpCard(ticket, ask, settings).blocks);
const waiting = (language: string) => {
  const triage = { ...aTriage({ language }), corrections: [] };
  return aWorkedTicket({ status: 'pending', triage, followedUpAt: asked });
};

describe('whether somebody still needs us', () => {
  test.each([
    ['en', 'We are still here for you', 'Yes, still need help', 'It is solved'],
    ['de', 'Wir sind weiter für Sie da', 'Ja, ich brauche noch Hilfe', 'Es ist gelöst'],
    ['es', 'Seguimos aquí', 'Sí, aún necesito ayuda', 'Está resuelto'],
    ['fr', 'Nous sommes toujours là', 'Oui, j’ai encore besoin d’aide', 'C’est résolu'],
    ['ja', 'We are still here for you', 'Yes, still need help', 'It is solved'],
  ])(
    'is asked in their language, with both answers and the day it closes: %s',
    (language, words, yes, no) => {
      const text = shown(waiting(language));
      expect(text).toContain(words);
      expect(text).toContain(`[${yes}] [${no}]`);
      expect(text).toMatch(/23 Nov \d\d:\d\d/);
    },
  );

  test('is told without an exclamation mark or a word about what nobody said', () => {
    for (const language of ['en', 'de', 'es', 'fr']) expect(shown(waiting(language))).not.toMatch(/[!¡]/);
  });

  test.each<[string, Ticket, string]>([
    ['work goes on', aTicket({ status: 'open' }), 'We are working on it again.'],
    [
      'it was solved',
      aTicket({ status: 'solved', solution: { by: ana, at: after(9), confirmed: true } }),
      'Thank you for telling us. If it comes back, just write here.',
    ],
    ['it closed', aTicket({ status: 'closed' }), ''],
    ['we wait for somebody else', aTicket({ status: 'on_hold' }), ''],
  ])('is no longer asked when %s', (_when, ticket, words) => {
    expect(shown(ticket).split('\n').slice(1).join()).toBe(words);
  });

  test('an earlier question is not answered by a later one', () => {
    const again = { ...waiting('en'), followedUpAt: later };
    expect(shown(again)).not.toContain('[');
  });
});
