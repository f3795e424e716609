import { describe, expect, it } from 'vitest';
import type { DraftFacts } from '../../../src/domain/draft.ts';
import { commitmentsIn } from '../../../src/domain/safety/commitments.ts';
import { frameFor } from '../../../src/engines/offline/frames/frame.ts';
import { answered, cause, draft, needs, relief } from './a-draft.ts';

describe('drafting by rules', () => {
  it('takes numbered steps over word for word, without the marks of Markdown', () => {
    const answer = answered(draft('Error 502 at checkout, what can we do?'));
    expect(answer.steps).toEqual([
      { text: 'Open Settings → Fallback.', source: { id: 'e502#2', quote: 'Open **Settings → Fallback**.' } },
      { text: 'Press Turn on now.', source: { id: 'e502#2', quote: 'Press **Turn on now**.' } },
    ]);
    expect(answer.links).toEqual([{ title: 'Error 502 at checkout', url: 'https://help.test/502' }]);
  });

  it('begins with what lets people go on working when it is urgent', () => {
    const scores = { passages: [{ ...cause, score: 0.6 }, { ...relief, score: 0.3 }, needs] };
    expect(answered(draft('Error 502 at checkout', scores, { severity: 'P1' })).steps[0]?.source.id).toBe(
      'e502#2',
    );
    expect(answered(draft('Error 502 at checkout', scores, { severity: 'P4' })).steps[0]?.source.id).toBe(
      'e502#1',
    );
  });

  it('asks for what the page says the desk needs, and not in answer to a question', () => {
    expect(answered(draft('Checkout fails with error 502')).askFor).toEqual([
      'the time of the first error',
      'one request id',
    ]);
    const question = draft(
      'How do I turn the fallback on for error 502 at checkout?',
      {},
      { category: 'billing' },
    );
    expect(answered(question).askFor).toEqual([]);
  });

  it('answers a likely next question from another part of the page', () => {
    const [next] = answered(
      draft('Checkout fails with error 502, how do we turn the fallback on?'),
    ).followUps;
    expect(next).toEqual({
      question: 'You may also need “Cause”:',
      answer: {
        text: 'A 502 means that payments do not answer the checkout.',
        source: { id: 'e502#1', quote: 'A 502 means that payments do not answer the checkout.' },
      },
    });
  });

  it('says “I don’t know” when the pages speak about something else', () => {
    expect(draft('How do I get the Apple Pay button in my checkout?')).toMatchObject({
      outcome: 'unknown',
      confidence: 0.2,
    });
    expect(draft('The printer smells of strawberries')).toMatchObject({ outcome: 'unknown' });
  });

  it('drafts nothing it is hardly sure of, and names the nearest page', () => {
    const faint = { passages: [{ ...cause, title: 'Errors', score: 0.19 }] };
    expect(draft('Our payments answer slowly and the shop is idle', faint)).toMatchObject({
      outcome: 'unknown',
      reason: 'The nearest page (“Errors”) does not answer this.',
    });
  });

  describe('about a wish', () => {
    const wish = { category: 'feature_request' } as const;
    const ideas = {
      id: 'feature-requests#1',
      article: 'feature-requests',
      title: 'Ask for a feature and follow the roadmap',
      heading: 'Send an idea',
      text: '1. Open **Help → Ideas**.\n2. Press **Vote**.',
      score: 0,
    };
    const howTo = { ticket: 'T-16', problem: 'How can I offer Apple Pay?', score: 0.9 };
    const setUp = 'Choose Apple Pay under Settings → Payments.';

    it('says how wishes are taken in, not what other pages and tickets say about the subject', () => {
      const given = { passages: [relief, ideas], resolutions: [{ ...howTo, answer: setUp }] };
      const { steps } = answered(draft('Can you add Apple Pay at checkout?', given, wish));
      expect(steps.map(({ text }) => text)).toEqual(['Open Help → Ideas.', 'Press Vote.']);
    });

    it('rests on the earlier answer to the same wish', () => {
      const same = {
        ticket: 'T-41',
        problem: 'Feature request: support Apple Pay at checkout',
        answer: 'Apple Pay at checkout is collected as an idea on the roadmap.',
        score: 0.6,
      };
      const given = { passages: [ideas], resolutions: [{ ...howTo, answer: setUp }, same] };
      const { steps } = answered(draft('Can you add Apple Pay at checkout?', given, wish));
      expect(steps.map(({ source }) => source.id)).toEqual(['T-41']);
    });

    it('drafts nothing without either', () => {
      const given = { passages: [relief], resolutions: [{ ...howTo, answer: setUp }] };
      expect(draft('Can you add Apple Pay to error 502 at checkout?', given, wish)).toMatchObject({
        outcome: 'unknown',
        askFor: [],
      });
    });
  });

  it('rests another draft on something else, or says that there is nothing else', () => {
    const asked = 'Error 502 at checkout, payments do not answer';
    const first = answered(draft(asked));
    const avoid = first.steps.map(({ source }) => source.id);
    const second = answered(draft(asked, { avoid }));
    expect(second.steps.map(({ source }) => source.id)).toEqual(['e502#1']);
    expect(draft(asked, { avoid: [...avoid, 'e502#1'] })).toMatchObject({
      outcome: 'unknown',
      reason: 'There is no other page or earlier ticket that answers this.',
    });
  });

  it.each(['en', 'de', 'es', 'fr'])('promises nothing when it closes in %s', (language) => {
    const closings = Object.values(frameFor(language).closing);
    for (const closing of closings) {
      expect(closing).not.toMatch(/\b(I stay|until|will|bleibe|bis|hasta|Sigo|reste|jusqu)/);
      expect(commitmentsIn(closing)).toEqual([]);
    }
  });

  it('says who decides about money, and decides nothing', () => {
    const policy = {
      id: 'refund-policy#1',
      article: 'refund-policy',
      title: 'Refunds and credits',
      heading: 'Who decides',
      score: 0.3,
      text: 'Requests are decided by our billing team. A refund is never promised in chat.',
    };
    const asked = 'I was charged twice, I want my money back';
    const about = answered(draft(asked, { passages: [policy] }, { category: 'billing' }));
    expect(about.steps[0]?.text).toBe('Requests are decided by our billing team.');
    expect(about.understanding).toContain('People on our side make it');
    expect(draft(asked, {}, { category: 'billing' })).toMatchObject({
      outcome: 'unknown',
      reason: expect.stringContaining('needs a human decision'),
    });
  });

  it('uses the answer of a ticket that was nearly the same, without its greeting, promises and private data', () => {
    const resolutions = [
      {
        ticket: 'T-7',
        problem: 'label button dead',
        score: 0.8,
        answer:
          'Hi Marcus, thanks for waiting.\nAllow pop-ups for the dashboard and reload the label page. Write to omar@larder.test. We will refund you 5 €.',
      },
    ];
    const answer = answered(
      draft('The label button is dead on the dashboard', { passages: [], resolutions }),
    );
    expect(answer.steps.map(({ text }) => text)).toEqual([
      'Allow pop-ups for the dashboard and reload the label page.',
    ]);
    expect(answer.steps[0]?.source.id).toBe('T-7');
  });

  it('leaves out of an earlier answer whose fault it was and what was done then', () => {
    const resolutions = [
      {
        ticket: 'T-9',
        problem: 'Alle unsere Kunden sehen Fehler 502 an der Kasse',
        score: 0.9,
        answer:
          'Die Störung liegt bei uns und steht auf der Statusseite.\n\n1. Öffnen Sie **Checkout → Settings**.\n2. Drücken Sie **Turn on now**.',
      },
    ];
    const text = 'Alle Kunden sehen Fehler 502 an der Kasse';
    const { steps } = answered(draft(text, { passages: [], resolutions }, { language: 'de' }));
    expect(steps.map((step) => step.text)).toEqual([
      'Öffnen Sie Checkout → Settings.',
      'Drücken Sie Turn on now.',
    ]);
  });

  it('does not send the same steps twice', () => {
    const sent: DraftFacts['conversation'] = [
      { from: 'requester', text: 'Error 502 at checkout' },
      { from: 'desk', text: '1. Open Settings → Fallback.\n2. Press Turn on now.' },
      { from: 'requester', text: 'did all that, still error 502 at checkout' },
    ];
    expect(draft('', { conversation: sent })).toMatchObject({
      outcome: 'unknown',
      askFor: ['the time of the first error', 'one request id'],
    });
  });

  it.each([
    ['angry', 'The checkout error 502 again, I am furious', 'empathetic'],
    ['neutral', 'POST /v3/checkouts answers 502 at checkout', 'concise'],
    ['neutral', 'I am new here, what is error 502 at checkout?', 'teaching'],
    ['neutral', 'Error 502 at checkout of our shop', 'plain'],
  ] as const)('speaks to a person who is %s and writes “%s” in the tone %s', (sentiment, text, tone) => {
    expect(answered(draft(text, {}, { sentiment })).tone).toBe(tone);
  });

  it.each([
    ['de', 'Fehler 502 an der Kasse bei uns', 'Hallo Dana,', '“'],
    ['es', 'Error 502 en la caja de nuestra tienda', 'Hola, Dana:', '«'],
    ['fr', 'Erreur 502 sur notre page de paiement', 'Bonjour Dana,', '« '],
    ['nl', 'Fout 502 bij het afrekenen van onze winkel', 'Hi Dana,', '“'],
  ])('frames the reply in %s and leaves the page’s words as they are', (language, text, greeting, quote) => {
    const answer = answered(draft(text, {}, { language, severity: 'P1' }));
    expect(answer.greeting).toBe(greeting);
    expect(answer.understanding).toContain(quote);
    expect(answer.steps[0]?.text).toBe('Open Settings → Fallback.');
  });

  it('repeats neither mentions nor links nor private data when it says what it understood', () => {
    const text = 'Ask <@U1> at https://evil.test with dana@acme.test\nThe checkout shows error 502 to us';
    expect(answered(draft(text)).understanding).toMatch(
      /As I understand it: the checkout shows error 502 to you\.$/,
    );
  });

  it('says what it understood without the colon that led to something pasted', () => {
    const answer = answered(draft('The checkout shows us this:\nerror 502 bad gateway'));
    expect(answer.understanding).toMatch(/: the checkout shows you this\.$/);
  });

  it.each(['ja', 'zh', 'ar', 'ru'])(
    'drafts nothing to a message in %s, and says that it was not read',
    (language) => {
      const unread = draft('エラー 502', {}, { language });
      expect(unread).toMatchObject({ outcome: 'unknown', askFor: [] });
      expect(unread.outcome === 'unknown' && unread.reason).toBe(
        `The message is in a language this engine does not read (${language}).`,
      );
    },
  );

  it('greets nobody by a name that is none', () => {
    const odd = { requester: { name: '<!channel> (admin)', earlierTickets: 3 } };
    expect(answered(draft('Error 502 at checkout', odd)).greeting).toBe('Hello,');
  });
});
