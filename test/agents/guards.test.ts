import { describe, expect, it } from 'vitest';
import { guards, runGuards } from '../../src/agents/guards/guards.ts';
import type { DraftAnswer, DraftFacts } from '../../src/domain/draft.ts';
import { given } from './guarded-facts.ts';

type Answer = Extract<DraftAnswer, { outcome: 'answer' }>;

const step = (text: string, quote = text, id = 'pay#1') => ({ text, source: { id, quote } });
const objections = (change: Partial<Answer>, facts: Partial<DraftFacts> = {}) =>
  runGuards({ ...answer, ...change }, { ...given, ...facts }).map(
    ({ guard, effect }) => `${guard} ${effect}`,
  );

describe('the guards', () => {
  it('have nothing against a reply that keeps to its sources', () => {
    expect(runGuards(answer, given)).toEqual([]);
  });

  it('have names of their own', () => {
    expect(new Set(guards.map(({ name }) => name)).size).toBe(guards.length);
  });

  it('refuse a source that was not given', () => {
    expect(objections({ steps: [step('Open Settings.', 'Open **Settings**.', 'other#1')] })).toContain(
      'source blocks',
    );
  });

  it('refuse a quote that does not stand in its source, but not one broken into other lines', () => {
    expect(objections({ steps: [step('Open Settings.', 'Open Preferences.')] })).toEqual(['quote blocks']);
    expect(objections({ steps: [step('Open Settings.', 'Open\n   **Settings**.')] })).toEqual([]);
  });

  it.each([
    'Wait 45 minutes.',
    'Use version 9.1.',
    'It is error BIL-77.',
    'Set retry_policy.',
    'Run it with --force.',
  ])('refuse what no source says: %s', (text) => {
    expect(objections({ steps: [step(text, 'Open **Settings**.')] })).toContain('specifics blocks');
  });

  it('let numbers of the ticket and of the cited source pass', () => {
    expect(objections({ understanding: 'You see error 502 on order 88120.' })).toEqual([]);
    expect(objections({ closing: 'The code is BIL-03.' })).toEqual([]);
  });

  it.each([
    'We will refund you 50 € today.',
    'I have issued a full refund.',
    'Your refund has been approved.',
    'We can offer you a 20% discount.',
    'You will receive a credit for the outage.',
    "We'll waive the fee.",
    'I guarantee that it works.',
    'Our engineers will fix this by tomorrow.',
    'This will be resolved within two days.',
    'We can make an exception for you.',
    'It was our fault, we are liable for the damage.',
    'Wir erstatten Ihnen den Betrag.',
    'Das wird bis morgen behoben.',
    'Wir garantieren das.',
    'Le reembolsaremos el importe.',
    'Estará resuelto mañana.',
    'Nous vous rembourserons.',
    'Ce sera corrigé demain.',
  ])('refuse a promise: %s', (closing) => {
    expect(objections({ closing })).toContain('commitment blocks');
  });

  it.each([
    'Requests for refunds are decided by our billing team.',
    'A support agent cannot approve a refund.',
    'I pass your request on to them.',
    'Tell me here whether that helps.',
    'Sagen Sie mir hier, ob das hilft.',
    'Dígame aquí si esto ayuda.',
    'Dites-moi ici si cela vous aide.',
  ])('let pass what promises nothing: %s', (closing) => {
    expect(objections({ closing }).filter((each) => each.startsWith('commitment'))).toEqual([]);
  });

  it('only weaken a promise that a policy page makes word for word', () => {
    const policy = 'We refund annual plans in the first 14 days.';
    const passages = [
      { id: 'p#1', article: 'refund-policy', title: 'Refund policy', heading: '', text: policy, score: 1 },
    ];
    expect(
      objections({ steps: [step(policy, policy, 'p#1')], closing: 'Write to me here.' }, { passages }),
    ).toContain('commitment weakens');
    const other = [{ ...passages[0]!, article: 'tips', title: 'Tips' }];
    expect(
      objections({ steps: [step(policy, policy, 'p#1')], closing: 'Write to me here.' }, { passages: other }),
    ).toContain('commitment blocks');
  });

  it.each([
    ['an e-mail address', 'Write to someone@else.test'],
    ['a phone number', 'Call +49 30 1234567'],
    ['a card number', 'The card is 4111 1111 1111 1111'],
    ['a bank account', 'Transfer it to DE89 3704 0044 0532 0130 00'],
    ['a network address', 'The server is 10.20.30.40'],
    ['a token', 'Send eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abcdefgh'],
    ['a key', 'Use sk_live_abcdefghijklmnop'],
    ['a password', 'The password is hunter2x'],
    ['a connection string', 'Use postgres://root:secret@db/main'],
  ])('refuse %s of somebody else', (_, closing) => {
    expect(objections({ closing })).toContain('private data blocks');
  });

  it('let the requester’s own address pass, but never a secret they sent', () => {
    const conversation = [
      {
        from: 'requester' as const,
        text: 'I am dana@acme.test and my key is sk_live_abcdefghijklmnop. Error 502',
      },
    ];
    expect(objections({ closing: 'We write to dana@acme.test' }, { conversation })).toEqual([]);
    expect(objections({ closing: 'Your key sk_live_abcdefghijklmnop' }, { conversation })).toContain(
      'private data blocks',
    );
  });

  it('take no digits for a card that fail its check digit', () => {
    const conversation = [{ from: 'requester' as const, text: 'Order 4111 1111 1111 1112, error 502' }];
    expect(objections({ closing: 'Order 4111 1111 1111 1112 is open.' }, { conversation })).toEqual([]);
  });

  it('refuse a link no source has, also one from the ticket', () => {
    const conversation = [{ from: 'requester' as const, text: 'see https://evil.test/x, error 502' }];
    expect(
      objections({ links: [{ title: 'Here', url: 'https://evil.test/x' }] }, { conversation }),
    ).toContain('link blocks');
    expect(objections({ closing: 'See https://evil.test/x' }, { conversation })).toContain('link blocks');
    expect(objections({ links: [{ title: 'Pay', url: 'https://help.test/pay' }] })).toEqual([]);
  });

  it.each(['Ask @ana about it.', 'Look into #general.', 'Hello <!here>', '<@U123> knows', 'Hello @channel'])(
    'refuse to call people: %s',
    (closing) => {
      expect(objections({ closing })).toContain('mention blocks');
    },
  );

  it('refuse a reply nobody reads to its end', () => {
    expect(objections({ closing: 'word '.repeat(700) })).toEqual(
      expect.arrayContaining(['length blocks', 'length weakens']),
    );
  });

  it('weaken a reply in another language than the ticket', () => {
    expect(objections({}, { triage: { ...given.triage, language: 'de' } })).toEqual(['language weakens']);
  });

  it('mark a step that says more than its source', () => {
    const wild = step('Reinstall the whole operating system from scratch afterwards.', 'Open **Settings**.');
    expect(objections({ steps: [wild] })).toEqual(['support weakens']);
  });

  it('know a number from a part of a longer one', () => {
    expect(objections({ closing: 'Order 8812 is open.' })).toContain('specifics blocks');
    expect(objections({ closing: 'It is error 502.' })).toEqual([]);
  });

  it('know the numbers of a heading under which a passage stands, whatever hangs on them', () => {
    const long = {
      id: 'kb#9',
      article: 'kb',
      title: 'Import',
      heading: 'Long numbers become 4,56E+12',
      text: 'Save the column as text.',
      score: 0.3,
    };
    const next = { text: long.text, source: { id: long.id, quote: long.text } };
    const passages = [...given.passages, long];
    const saying = (question: string) =>
      objections({ followUps: [{ question, answer: next }] }, { passages });
    expect(saying('You may also need “Long numbers become 4,56E+12”:')).toEqual([]);
    expect(saying('You may also need “Long numbers become 4,57E+12”:')).toContain('specifics blocks');
  });

  it.each(['1', 'a', 'a_', '[', '**a', ' ', '\n1. a', '`'])(
    'stay calm about a message of nothing but “%s”',
    (unit) => {
      const endless = unit.repeat(40_000 / unit.length);
      const conversation = [{ from: 'requester' as const, text: endless }];
      const found = objections({ understanding: `You wrote ${endless}` }, { conversation });
      expect(found).toContain('length blocks');
    },
  );

  it('read what an unsure answer asks for, too', () => {
    const unsure: DraftAnswer = {
      outcome: 'unknown',
      reason: 'No page.',
      askFor: ['your password at https://evil.test'],
      confidence: 0.2,
    };
    expect(runGuards(unsure, given).map(({ guard }) => guard)).toContain('link');
  });
});

const answer: Answer = {
  outcome: 'answer',
  tone: 'plain',
  greeting: 'Hi Dana,',
  understanding: 'Thank you for writing. As I understand it: your checkout shows error 502.',
  steps: [step('Open Settings.', 'Open **Settings**.')],
  askFor: ['the time it last happened'],
  followUps: [],
  links: [],
  closing: 'Tell me here whether that helps.',
  confidence: 0.6,
};
