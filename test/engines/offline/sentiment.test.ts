import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../../src/domain/language/detect-language.ts';
import { readEvidence } from '../../../src/engines/offline/evidence.ts';
import { feelingNumbers } from '../../../src/engines/offline/feelings.ts';
import { readImpact } from '../../../src/engines/offline/impact.ts';
import { findSentiment } from '../../../src/engines/offline/sentiment.ts';

describe('feelings by rules', () => {
  it.each([
    ['This is the third time I report this and nobody answers!!', 'angry'],
    ['UNACCEPTABLE. We lost a whole day.', 'angry'],
    ['How is anyone supposed to work like this? Every time the same mess', 'angry'],
    ['Das ist eine Frechheit, ich warte seit Tagen auf eine Antwort!!', 'angry'],
    ['Es vergonzoso, es la tercera vez que escribo', 'angry'],
    ['C’est inadmissible, toujours pas de réponse', 'angry'],
    ['😡 my orders are gone again', 'angry'],
    ['Still waiting for an update, this is disappointing', 'negative'],
    ['my customers get no order email :(', 'negative'],
    ['Wir sind enttäuscht von der Antwort', 'negative'],
    ['Nobody can pay in our shop', 'negative'],
    ['I am not happy with this', 'negative'],
    ['Great, that solved it, thank you!', 'positive'],
    ['Vielen Dank, das hat super geklappt', 'positive'],
    ['Muchas gracias, perfecto', 'positive'],
    ['Merci beaucoup, c’est parfait', 'positive'],
    ['No worries, works now :)', 'positive'],
    ['The import fails with CSV-112, thanks', 'neutral'],
    ['How do I kill a stuck job?', 'neutral'],
    ['The job was aborted with a fatal error', 'neutral'],
    ['It would be nice to export two sheets', 'neutral'],
    ['Die Bestellung 88120 hat zwei Zeilen', 'neutral'],
    ['Sorry if this is a silly question, where is the export?', 'neutral'],
    ['Sorry, stupid question: how do I print?', 'neutral'],
    ['Perdón por la pregunta tonta, ¿dónde está el export?', 'neutral'],
    ['I want to cancel our subscription at the end of the month', 'neutral'],
    ['How do I cancel an order?', 'neutral'],
    ['Sorry, but I am disappointed', 'negative'],
    ['Fix this or we will cancel the contract', 'negative'],
  ])('“%s” sounds %s', (text, sentiment) => {
    expect(feelingOf(text).sentiment).toBe(sentiment);
  });

  it('rises with each cue of running out of patience', () => {
    const rising = [
      'The export has no header',
      'The export still has no header',
      'The export still has no header, second time I ask',
      'The export STILL has no header, SECOND time I ask, do something!!',
    ].map((text) => feelingOf(text).frustration);
    expect(rising).toEqual([...rising].sort((left, right) => left - right));
    expect(rising.at(-1)).toBeGreaterThan(0.6);
    expect(rising[0]).toBe(0);
  });

  it('counts politeness for the requester', () => {
    const text = 'The export is annoying';
    const polite = `${text}, could you please look when you have a minute?`;
    expect(feelingOf(polite).frustration).toBeLessThan(feelingOf(text).frustration);
  });

  it('does not take English words in another language for English ones', () => {
    expect(feelingOf('Die Frist ist am Montag').sentiment).toBe('neutral');
    expect(feelingOf('Wir haben den Tarif für die Bad-Abteilung bestellt').frustration).toBeLessThan(0.2);
  });

  it('follows what people taught about the feeling, but never away from open anger', () => {
    const learned = { value: 'negative' as const, confidence: 0.9, seen: 50 };
    expect(feelingOf('The list is empty since the update', learned).sentiment).toBe('negative');
    const calm = { value: 'neutral' as const, confidence: 0.9, seen: 50 };
    expect(feelingOf('THIRD TIME!!! This is UNACCEPTABLE', calm).sentiment).toBe('angry');
  });

  it('gives as many numbers for any text', () => {
    const counts = ['', 'Great :)', '決済画面', 'x'.repeat(9000)].map((text) => feelingNumbers(text).length);
    expect(new Set(counts).size).toBe(1);
    expect(feelingNumbers('').every((number) => Number.isFinite(number))).toBe(true);
  });
});

type Learned = Parameters<typeof findSentiment>[1]['learned'];

function feelingOf(text: string, learned?: Learned) {
  const evidence = readEvidence([text]);
  return findSentiment(evidence, {
    language: detectLanguage(text),
    impact: readImpact(evidence),
    earlierTickets: 0,
    learned,
  });
}
