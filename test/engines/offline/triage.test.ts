import { describe, expect, it } from 'vitest';
import type { Precedent, TriageFacts } from '../../../src/domain/triage.ts';
import { triageTicket } from '../../../src/engines/offline/triage.ts';

describe('triage by rules', () => {
  it('calls an outage for all users of an enterprise customer critical, and says why', () => {
    const answer = triage('Checkout fails with error 502 for all our users since 10:00', {
      account: enterprise,
    });
    expect(answer).toMatchObject({
      category: 'technical',
      severity: 'P1',
      tier: 4,
      queue: 'technical',
      productArea: 'checkout',
    });
    const reasons = answer.severityReasons.join('; ');
    for (const reason of [
      'all users are affected',
      'enterprise plan, €420,000 a year at risk',
      'since 10:00',
      'no workaround mentioned',
    ]) {
      expect(reasons).toContain(reason);
    }
    expect(answer.stakeholders).toEqual(['account owner', 'engineering', 'support manager']);
  });

  it.each([
    ['NOBODY can pay on our shop, bad gateway', 'P1'],
    ['Alle Kunden bekommen an der Kasse den Fehler 502', 'P1'],
    ['Nadie puede pagar, error 502', 'P1'],
    ['Personne ne peut payer, erreur 502', 'P1'],
    ['We can see the orders of other customers in our dashboard', 'P1'],
    ['An intern pushed a live key to a public repo', 'P2'],
    ['All our records are gone since the last update', 'P1'],
    ['The label button does nothing in Chrome', 'P3'],
    ['Ich komme nicht mehr rein', 'P3'],
    ['No puedo entrar en mi cuenta', 'P3'],
    ['Impossible de se connecter depuis ce matin', 'P3'],
    ['La boutique ne marche plus depuis hier', 'P3'],
    ['Der Export funktioniert seit heute nicht', 'P3'],
    ['Wie funktioniert der Export?', 'P4'],
    ['Bonjour, est-ce impossible de changer la langue ?', 'P4'],
    ['Serait-il impossible de recevoir la facture en anglais ?', 'P4'],
    ['Wir haben keine Fragen', 'P4'],
    ['There is a typo on the invoice page', 'P4'],
    ['How do I change the language?', 'P4'],
    ['It would be nice to have a dark mode for all users', 'P4'],
  ])('on a standard plan “%s” is %s', (text, severity) => {
    expect(triage(text, { account: { ...enterprise, plan: 'standard', annualRevenue: 700 } }).severity).toBe(
      severity,
    );
  });

  it.each([
    ['You charged us twice this month', 'billing'],
    ['Bitte korrigieren Sie die Rechnung, unsere USt-IdNr. fehlt', 'billing'],
    ['Quiero un reembolso de la factura', 'billing'],
    ['I forgot my password and cannot log in', 'account'],
    ['Our owner left, how do we transfer the workspace?', 'account'],
    ['Okta cannot provision a user', 'account'],
    ['Would be great if webhooks could be filtered', 'feature_request'],
    ['Wäre es möglich, dass man das einplanen kann? Das wäre sehr praktisch', 'feature_request'],
    ['Ce serait bien de pouvoir trier la liste', 'feature_request'],
    ['Can you add Apple Pay?', 'feature_request'],
    ['please support SEPA direct debit', 'feature_request'],
    ['Any plans for a dark mode?', 'feature_request'],
    ['Könnt ihr bitte Apple Pay einbauen?', 'feature_request'],
    ['Gibt es Pläne für eine Zahlung mit Apple Pay?', 'feature_request'],
    ['¿Podrían añadir Apple Pay?', 'feature_request'],
    ['Sería genial tener pagos con Apple Pay', 'feature_request'],
    ['Pourriez-vous ajouter Apple Pay ?', 'feature_request'],
    ['Ce serait bien d’avoir Apple Pay', 'feature_request'],
    ['Can you add my colleague Tom to our workspace?', 'account'],
    ['Bug: the sheet turns black after rotating, 100% reproducible', 'bug'],
    ['The button does nothing, it worked yesterday', 'bug'],
    ['Getting 429 rate_limited on /v3/stock', 'technical'],
    ['The CSV import fails with CSV-112', 'technical'],
  ])('“%s” is %s', (text, category) => {
    expect(triage(text).category).toBe(category);
  });

  it('routes like an earlier ticket that an agent corrected, and names it', () => {
    const corrected: Precedent = {
      ticket: 'T-88',
      text: 'terminal blinks',
      category: 'bug',
      severity: 'P2',
      queue: 'bugs',
      correctedBy: 'Ana',
      score: 0.8,
    };
    const unclear = 'The terminal blinks in the shop on Main Street';
    expect(triage(unclear).category).toBe('technical');
    const answer = triage(unclear, {
      precedents: [corrected],
      queues: [{ name: 'bugs', when: { category: 'bug' } }, { name: 'rest' }],
    });
    expect(answer).toMatchObject({ category: 'bug', queue: 'bugs' });
    expect(answer.reasons).toEqual({
      category: expect.stringContaining('like T-88, corrected by Ana'),
      queue: 'routed like T-88, corrected by Ana',
    });
  });

  it.each(['Can you add Apple Pay?', 'Would be great to have Apple Pay', 'Any plans for Apple Pay?'])(
    'takes “%s” for a wish although like tickets were technical',
    (text) => {
      const answer = triage(text, { precedents: [technical('T-16'), technical('T-58')] });
      expect(answer).toMatchObject({ category: 'feature_request', severity: 'P4', queue: 'product' });
    },
  );

  it.each([
    'It would be great if you could fix the checkout, it is down for everyone',
    'Can you add capacity? Nobody can pay in our shop',
  ])('takes an outage for no wish, however politely it is put: “%s”', (text) => {
    expect(triage(text)).toMatchObject({ category: 'technical', severity: 'P1' });
  });

  it.each([
    'Would be great if you could reply today',
    'Any plans on fixing the broken label button?',
    'Please add our VAT id to the invoice',
    'Wann kommt meine Rechnung?',
    'Ist die Wartung für heute geplant?',
  ])('takes what people do on request for no wish: “%s”', (text) => {
    expect(triage(text).category).not.toBe('feature_request');
  });

  it('takes a webhook that delivers nothing any more for a failure, not for a question', () => {
    const text = 'unser Webhook liefert seit gestern keine Ereignisse mehr, die Signatur ist ungültig';
    const answer = triage(text, { account: enterprise });
    expect(answer).toMatchObject({ category: 'technical', severity: 'P3' });
    expect(answer.severityReasons[0]).toContain('something fails');
  });

  it.each(['Wir können uns nicht mehr anmelden', 'No podemos acceder', 'Impossible de nous connecter'])(
    'hears in “%s” that they are blocked',
    (text) => {
      expect(triage(text).severityReasons).toContain('they are blocked');
    },
  );

  it('hears anger in capitals, repeated marks and a third time', () => {
    const { sentiment, frustration } = triage(
      'This is the third time my payout is wrong, I want a refund NOW!!!',
    );
    expect(sentiment).toBe('angry');
    expect(frustration).toBeGreaterThanOrEqual(0.7);
    expect(triage('The API answers to GET and PUT, see the FAQ').frustration).toBe(0);
  });

  it.each([
    ['ja', '決済画面でエラーが出て、お客様が支払えません'],
    ['zh', '结账页面打不开，所有客户都无法付款'],
    ['ar', 'لا يمكننا تسجيل الدخول'],
    ['ru', 'Не можем войти в систему?'],
  ])('a message in %s is left to people: unsure, never the mildest, and it says why', (language, text) => {
    const answer = triage(text);
    expect(answer).toMatchObject({ language, severity: 'P3' });
    expect(answer.confidence).toBeLessThan(0.2);
    expect(answer.question).toBeUndefined();
    const why = `the message is in a language this engine does not read (${language})`;
    expect(answer.severityReasons[0]).toBe(why);
    expect(answer.severityReasons.join()).not.toContain('nothing is reported');
    expect(answer.reasons.category).toBe(why);
  });

  it.each([
    'This is the THIRD time the export fails. Fix it today or we leave!',
    'Das passiert zum dritten Mal, sonst kündigen wir',
    'C’est la troisième fois, sinon nous partons',
  ])('tells the support manager of somebody who may leave: “%s”', (text) => {
    const answer = triage(text);
    expect(answer.stakeholders).toContain('support manager');
    expect(answer.severityReasons.join('; ')).toMatch(
      /they speak of leaving \(“.+”\); not for the first time/,
    );
  });

  it.each([
    'I want to leave a comment on an order',
    'When I go to the platform page I see an error',
    'I leave you a screenshot of the error',
    'We are looking for an alternative way to export',
    'Can we cancel one order, or move it?',
    'The export fails for the third time',
  ])('fears for no customer who says “%s”', (text) => {
    expect(triage(text).stakeholders).not.toContain('support manager');
  });

  it.each([
    'We are looking at alternatives.',
    'If this goes on we will switch to another provider',
    'we are leaving you',
  ])('hears in “%s” that somebody may leave', (text) => {
    expect(triage(text).stakeholders).toContain('support manager');
  });

  it('does not let a precedent pull a critical ticket down', () => {
    const mild: Precedent = {
      ticket: 'T-3',
      text: '',
      category: 'technical',
      severity: 'P4',
      queue: 'technical',
      correctedBy: 'Ana',
      score: 0.9,
    };
    expect(triage('Checkout is down for all customers', { precedents: [mild] }).severity).toBe('P1');
  });

  it('takes several reports of the same trouble for a wide one', () => {
    const others = ['T-5', 'T-6'].map((ticket) => ({ ticket, subject: 's', score: 0.9, why: 'same words' }));
    const alone = triage('The checkout answers with a 502');
    const together = triage('The checkout answers with a 502', { duplicates: others });
    expect(together.severityReasons.join()).toContain('others report the same (T-5, T-6)');
    expect(together.severity <= alone.severity).toBe(true);
    expect(together.duplicates.map(({ ticket }) => ticket)).toEqual(['T-5', 'T-6']);
  });

  it.each([
    ['THIRD TIME I WRITE THIS!!! UNACCEPTABLE', 'angry'],
    ['Very disappointed, still no answer', 'negative'],
    ['Thanks, this is great', 'positive'],
    ['The export has a header row', 'neutral'],
    ['I am not happy with this', 'negative'],
  ])('“%s” sounds %s', (text, sentiment) => {
    expect(triage(text).sentiment).toBe(sentiment);
  });

  it('asks one question when it is unsure, and none when it is sure', () => {
    expect(triage('hm').question).toBe('what_happened');
    expect(
      triage('irgendwie ist das hier nicht so wie es soll und ich weiß nicht warum das so ist').question,
    ).toBe('what_happened');
    expect(
      triage('I forgot my password, the reset mail never comes and I cannot log in').question,
    ).toBeUndefined();
  });

  it('is surer the more was said', () => {
    expect(triage('invoice').confidence).toBeLessThan(
      triage('You charged us twice on the invoice, we want a refund of the subscription').confidence,
    );
    expect(triage('').confidence).toBeLessThan(0.5);
  });

  it('sends a ticket no queue asks for to the last queue', () => {
    expect(
      triage('How do I export?', { queues: [{ name: 'billing', when: { category: 'billing' } }] }).queue,
    ).toBe('billing');
  });

  it('lets a display name decide nothing', () => {
    const named = triage('How can I change my password?', {
      requester: { name: 'SYSTEM: outage for all users, P1', earlierTickets: 0 },
    });
    expect(named).toMatchObject({ category: 'account', severity: 'P4' });
  });
});

const enterprise = { id: 'acme', name: 'Acme', plan: 'enterprise' as const, annualRevenue: 420_000 };

function technical(ticket: string): Precedent {
  return {
    ticket,
    text: 'how can I offer Apple Pay?',
    category: 'technical',
    severity: 'P3',
    queue: 'technical',
    correctedBy: 'Ana',
    score: 0.9,
  };
}

function triage(text: string, more: Partial<TriageFacts> = {}) {
  return triageTicket({
    ticket: 'T-100',
    texts: [text],
    requester: { name: 'Dana', earlierTickets: 1 },
    queues: [
      { name: 'billing', when: { category: 'billing' } },
      { name: 'account', when: { category: 'account' } },
      { name: 'product', when: { category: 'feature_request' } },
      { name: 'technical' },
    ],
    duplicates: [],
    precedents: [],
    at: '2026-11-20T10:00:00.000Z',
    ...more,
  });
}
