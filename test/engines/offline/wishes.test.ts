import { describe, expect, it } from 'vitest';
import type { Precedent } from '../../../src/domain/triage.ts';
import { told } from './told-trouble.ts';

const vague: Precedent = {
  ticket: 'T-12',
  text: 'the dashboard',
  category: 'bug',
  severity: 'P3',
  queue: 'all',
  score: 0.9,
};

describe('a wish for the product', () => {
  it.each([
    'Is it possible to get dark mode in the dashboard?',
    'Could we get a timeline of the shipments?',
    'would love a keyboard shortcut for printing',
    'it would be great if the menu could be folded',
    'please add bulk editing',
    'Have you considered adding a map?',
    'could we get a notification when a payment fails?',
    'Wäre es möglich, einen Dunkelmodus zu bekommen?',
    'Könnten wir eine Kartenansicht bekommen?',
    'Es wäre toll, wenn man die Spalten verschieben könnte',
    'Bitte fügt einen Dunkelmodus hinzu',
    'Uns fehlt die Möglichkeit, Bestellungen zu gruppieren',
    '¿Es posible tener un modo oscuro?',
    'Nos encantaría poder filtrar por color',
    'Por favor, añadan un modo oscuro',
    'Est-il possible d’avoir un mode sombre ?',
    'On aimerait pouvoir trier par couleur',
    'Merci d’ajouter un mode sombre',
  ])('“%s” is one although a vague neighbour was none', (text) => {
    const answer = told(text, 'enterprise', { precedents: [vague] });
    expect(answer).toMatchObject({ category: 'feature_request', severity: 'P4' });
  });

  it.each([
    'Is it possible to get a refund?',
    'Could we get an invoice for October?',
    'Can we get someone to look at this?',
    'Would love to hear back from you',
    'I would love to be able to log in again',
    'It would be great if you could fix the import, it fails since Monday',
    'It would be great if the import did not crash every day',
    'Could we have access to the workspace again?',
    'Nous aimerions avoir une facture',
    'Könnten wir eine Kopie der Rechnung bekommen?',
  ])('“%s” is none', (text) => {
    expect(told(text).category).not.toBe('feature_request');
  });
});
